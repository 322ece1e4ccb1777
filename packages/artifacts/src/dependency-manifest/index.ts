export { dependencyManifestKind } from './kind.ts';
