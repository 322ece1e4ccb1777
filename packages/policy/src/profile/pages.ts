import type { Archetype, Judgement } from '@shipworthy/model';
import { type Manifest, needs, type Signs } from './signs.ts';

/** Pages that a browser opens: one to start with, or the set-up of all, and a framework of them. */
export function started({ manifests, of }: Signs): Judgement<Archetype> | undefined {
  const [page] = [...(of.get('start-page') ?? []), ...(of.get('views') ?? [])];
  return page && webOf(manifests) ? { ...page, name: 'web-app' } : undefined;
}

/** Bundlers put the framework into what they build: it may be listed among what is needed to develop. */
export const webOf = (manifests: readonly Manifest[]): ReturnType<typeof needs> =>
  needs(manifests, 'web') ??
  needs(manifests, 'web-program') ??
  needs(
    manifests.map((manifest) => ({
      ...manifest,
      facts: { ...manifest.facts, dependencies: manifest.facts.development ?? [] },
    })),
    'web',
  );
