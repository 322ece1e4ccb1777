/** Where the plugin of OpenAPI Generator is told what to make: its own block, and further tasks of its sort. */
const TASK = /\bGenerateTask\b[^\n{]{0,80}\{|\bopenApiGenerate\s*\{/g;
/** Settings of one task, in characters; what follows belongs to another. */
const MAX_TASK = 3_000;
const SETTING = (name: string) =>
  new RegExp(`\\b${name}(?:\\.set)?[ \\t]*[=(][ \\t]*(?:file\\()?["']([^"'\\n]{1,300})["']`);
const INPUT = SETTING('inputSpec');
const LIBRARY = SETTING('library');
const PACKAGE = SETTING('(?:model|api|invoker|package)(?:Package|Name)');
/** Libraries that send requests: https://openapi-generator.tech/docs/generators/java and kotlin. */
const SENDS =
  /^(?:jvm-(?!.*server)[\w-]+|native|resttemplate|restclient|webclient|feign(?:-hc5)?|okhttp-gson|retrofit2?|jersey[23]?|google-api-client|rest-assured|apache-httpclient|spring-http-interface|spring-cloud|multiplatform)$/;
const OF_CLIENT = /(?:^|\.)clients?(?:\.|$)/i;
/** The folder of the script, as scripts spell it. */
const OWN_FOLDER =
  /^\$\{?(?:rootDir|projectDir|project\.projectDir|rootProject\.projectDir|layout\.projectDirectory)\}?\//;

/** Descriptions that a Gradle script makes clients of, as paths from its folder; those it makes servers of are left out. */
export function clientDescriptions(text: string): string[] {
  const found = [...text.matchAll(TASK)].flatMap((task, index, all) => {
    const start = task.index + task[0].length;
    const next = all[index + 1]?.index ?? text.length;
    const settings = text.slice(start, Math.min(next, start + MAX_TASK));
    const input = INPUT.exec(settings)?.[1]?.replace(OWN_FOLDER, '');
    const calls = SENDS.test(LIBRARY.exec(settings)?.[1] ?? '') || OF_CLIENT.test(PACKAGE.exec(settings)?.[1] ?? '');
    return input === undefined || !calls || input.includes('$') || input.includes('://') ? [] : [input];
  });
  return [...new Set(found)].sort();
}
