import type { ContainerFacts, SubjectMap } from '@shipworthy/model';

/** Words of routes that exist to be asked whether a program is well. */
const HEALTH =
  /health|livez|live|ready|alive|ping|heartbeat|^\/?_?up\/?$|_status|probe|startup|started|isready|\bhc\b|smoke|monitor|-\/(?:healthy|ready)/i;

export const isAboutHealth = (path: string): boolean => HEALTH.test(path);

/** Routes that do the program's work whatever the program is, and what they do. */
const BUSINESS: readonly (readonly [RegExp, string])[] = [
  [/^\/(?:index\.(?:html?|php|jsp))?$/, "is the program's first page"],
  [/^\/(?:users\/)?(?:log-?in|sign-?in|signin)\/?(?:\?.*)?$/i, 'is the page where people log in'],
  [/^\/metrics\/?$/, 'gathers all metrics'],
  [/^\/(?:graphql|swagger(?:-ui)?(?:\/index\.html|\.html)?|docs|admin)\/?(?:\?.*)?$/i, "does the program's work"],
];

/** What a route does besides saying that the program lives; undefined when nothing shows it. */
export const isBusinessPath = (path: string): string | undefined =>
  BUSINESS.find(([pattern]) => pattern.test(path))?.[1];

const EXPORTER = /metrics|exporter/i;

/** It is there to be asked for metrics, and has nothing else to answer. */
export const isExporter = (
  { workload }: SubjectMap['workload'],
  { name, command = '', liveness }: ContainerFacts,
): boolean =>
  /^\/metrics\/?$/.test(liveness?.path?.text ?? '') &&
  [workload.name, name, command].some((text) => EXPORTER.test(text));
