import type { Span } from '../place.ts';
import type { WrittenAt } from './ci-pipeline.ts';

/** A recipe for a container image. */
export interface ContainerBuildFacts {
  readonly form: 'dockerfile' | 'bake' | 'buildpacks' | 'ko' | 'jib' | 'nix';
  readonly stages: readonly ImageStageFacts[];
  /** Of the last stage: who it runs as, what it listens on, what it starts. */
  readonly user?: WrittenAt;
  readonly ports: readonly number[];
  readonly command?: WrittenAt;
  readonly healthCheck?: { readonly at: Span; readonly command: string; readonly none: boolean };
}

export interface ImageStageFacts {
  readonly name?: string;
  readonly at: Span;
  /** As written, without `--platform`; the name of an earlier stage is in `stage`. */
  readonly from: string;
  readonly image?: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly stage?: string;
  /** The value comes from a build argument: what it will be is its default, or unknown. */
  readonly templated: boolean;
}
