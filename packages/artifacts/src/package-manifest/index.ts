export { packageManifestKind } from './kind.ts';
