export type { DuplicateKey } from './build.ts';
export type { ScalarStyle, YamlEntry, YamlNode, YamlPlain } from './node.ts';
export { YamlMap, YamlScalar, YamlSeq } from './node.ts';
export { toPlain } from './plain.ts';
export { parseYaml, readYaml, type YamlDocument, type YamlDocuments, type YamlProblem } from './read.ts';
