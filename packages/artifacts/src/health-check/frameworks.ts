import type { HealthCheckFacts } from '@shipworthy/model';
import { readYaml } from '../formats/yaml/index.ts';
import type { RepositoryFile } from '../repository-file.ts';

type Check = HealthCheckFacts['checks'][number];

/** Build files of the JVM, whose dependencies bring an address to ask, and the settings of those frameworks. */
const BUILD = /^(?:pom\.xml|build\.gradle(?:\.kts)?)$/;
const SETTINGS = /^(?:application|bootstrap)(?:-[\w-]+)?\.(?:ya?ml|properties)$/;
/** Each answers below its own path as soon as it is there. */
const DEPENDENCIES: readonly (readonly [RegExp, string])[] = [
  [/\bspring[-.]boot[-.]starter[-.]actuator\b(?!-test)/, '/actuator/health'],
  [/\bquarkus[-.]smallrye[-.]health\b/, '/q/health'],
  [/\bmicronaut[-.]management\b/, '/health'],
];
const PROPERTY = /^[ \t]*(management\.(?:endpoint\.health|health)\.[\w.-]+)[ \t]*[=:]/m;

/** Bytes of which one is in every such file. */
export const HEALTH_OF_FRAMEWORKS: readonly string[] = ['actuator', 'smallrye', 'micronaut', 'management'];

/** May a file of the base name turn on the health check of a framework? */
export const mayTurnOnHealth = (name: string): boolean => BUILD.test(name) || SETTINGS.test(name);

/** The check that a framework answers because this file asks for it. */
export function frameworkChecks(file: RepositoryFile): Check[] {
  if (BUILD.test(file.baseName)) return dependency(file.text);
  if (!SETTINGS.test(file.baseName)) return [];
  if (file.baseName.endsWith('.properties')) {
    const found = PROPERTY.exec(file.text);
    const start = found ? found.index + found[0].indexOf('management') : 0;
    return found ? [{ at: [start, start + (found[1]?.length ?? 0)], how: 'framework', role: 'health' }] : [];
  }
  for (const { root } of readYaml(file).documents) {
    const management = root.kind === 'map' ? root.map('management') : undefined;
    const entry = management?.map('endpoint')?.entry('health') ?? management?.entry('health');
    if (entry) return [{ at: entry.keySpan, how: 'framework', role: 'health' }];
  }
  return [];
}

function dependency(text: string): Check[] {
  for (const [pattern, path] of DEPENDENCIES) {
    const found = pattern.exec(text);
    if (found) return [{ at: [found.index, found.index + found[0].length], how: 'framework', role: 'health', path }];
  }
  return [];
}
