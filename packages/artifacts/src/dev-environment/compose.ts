import { technologyOf } from '../deployment/stores.ts';
import type { YamlMap } from '../formats/yaml/index.ts';

/** Words of a path by which a compose file runs the real thing. */
const PRODUCTION =
  /(?:^|[/._-])(?:prod|production|prd|live|stag(?:e|ing)|deploy(?:ment)?s?|swarm|stack|release)(?:[/._-]|$)/i;

/**
 * Whether services of compose are a developer's: made from the source that lies here or run from it, or nothing but what a program is
 * developed against. A file that only runs finished images runs the program for others.
 */
export function developmentCompose(services: YamlMap, path: string): boolean {
  if (PRODUCTION.test(path)) return false;
  const all = services.entries.flatMap(({ value }) => (value.kind === 'map' ? [value] : []));
  if (all.some((service) => service.has('build') || mountsTheRepository(service))) return true;
  const images = all.flatMap((service) => service.text('image') ?? []);
  return images.length > 0 && images.length === all.length && images.every((image) => technologyOf(image));
}

/** The repository itself is seen inside: `./:/app`. */
const mountsTheRepository = (service: YamlMap): boolean =>
  service.items('volumes').some((volume) => volume.kind === 'scalar' && /^\.\/?:/.test(volume.text));
