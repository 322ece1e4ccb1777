import type { ExtractionLevel } from '@shipworthy/model';
import { readJson } from '../formats/json/read-json.ts';
import { readTemplateYaml } from '../formats/template/index.ts';
import type { DuplicateKey } from '../formats/yaml/build.ts';
import type { YamlMap, YamlProblem } from '../formats/yaml/index.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** One mapping of a file of JSON or YAML. */
export interface DataDocument {
  readonly root: YamlMap;
  readonly duplicateKeys: readonly DuplicateKey[];
}

/** What a file of JSON or YAML holds, whichever it is. */
export interface DataFile {
  readonly documents: readonly DataDocument[];
  readonly problems: readonly YamlProblem[];
  readonly level: Exclude<ExtractionLevel, 'scraped'>;
}

/** The mappings of a file by its extension, parsed at most once. Never throws. */
export function readDataFile(file: RepositoryFile): DataFile {
  return file.once(read);
}

function read(file: RepositoryFile): DataFile {
  if (/\.ya?ml$/i.test(file.path)) {
    const { documents, problems, level } = readTemplateYaml(file);
    return {
      documents: documents.flatMap(({ root, duplicateKeys }) => (root.kind === 'map' ? [{ root, duplicateKeys }] : [])),
      problems,
      level,
    };
  }
  const { root, duplicateKeys, problem } = readJson(file);
  return {
    // What a broken text of JSON holds behind the fault is guesswork.
    documents: root?.kind === 'map' && !problem ? [{ root, duplicateKeys }] : [],
    problems: problem ? [problem] : [],
    level: 'parsed',
  };
}
