/** Whoever starts there has a whole description of somebody else's interface before the first word. */
export const SAMPLE_WRITER = 'the Swagger editor';

/** Titles and versions that generators put in until somebody names the interface. */
const DEFAULTS: readonly { readonly generator: string; readonly title: RegExp; readonly version: RegExp }[] = [
  { generator: 'FastAPI', title: /^FastAPI$/, version: /^0\.1\.0$/ },
  { generator: 'springdoc', title: /^OpenAPI definition$/, version: /^v0$/ },
  { generator: 'springfox', title: /^Api Documentation$/i, version: /^1\.0$/ },
  { generator: SAMPLE_WRITER, title: /^(?:Swagger|OpenAPI) Petstore|^(?:Sample|Simple) API$/i, version: /./ },
  { generator: 'hapi-swagger', title: /^API documentation$/i, version: /^0\.0\.1$/ },
  { generator: 'Quarkus', title: /^Generated API$/, version: /^1\.0$/ },
  { generator: 'Fastify', title: /^Test swagger$|^fastify-swagger/i, version: /./ },
  { generator: 'swagger-autogen', title: /^REST API$/, version: /^1\.0\.0$/ },
  { generator: 'LoopBack', title: /^LoopBack Application$/, version: /^1\.0\.0$/ },
  { generator: 'NestJS', title: /^Cats example$/i, version: /./ },
];

/** The generator that chose both; undefined when somebody chose. */
export const generatorBehind = (title: string | undefined, version: string | undefined): string | undefined =>
  DEFAULTS.find((known) => known.title.test(title ?? '') && known.version.test(version ?? ''))?.generator;

/** Versions that stand for none: empty, all zeros, what grpc-gateway writes, blanks of templates. */
const NO_VERSION =
  /^(?:v?0(?:\.0)*|version not set|todo|tbd|n\/a|none|null|undefined|unknown|unversioned|x\.y\.z|\$\{.*\}|\{\{.*\}\}|@.*@|%.*%)?$/i;
export const isNoVersion = (version: string): boolean => NO_VERSION.test(version.trim());
