export { type KindModule, type ListedElement, NEVER_OURS, type Parsed, type Sampling } from './kind-module.ts';
export { kindModules } from './kind-modules.ts';
export { classByHead, classifyPaths } from './path-classes/index.ts';
export { RepositoryFile } from './repository-file.ts';
export { readSuppressions } from './suppressions/read.ts';
export { type Decoded, decodeText } from './text/decode.ts';
export { FileBytes } from './text/file-bytes.ts';
