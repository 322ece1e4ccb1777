/** Names of environments, by the one they are commonly called. */
const NAMES: Readonly<Record<string, string>> = {
  production: 'production',
  prod: 'production',
  prd: 'production',
  live: 'production',
  staging: 'staging',
  stage: 'staging',
  stg: 'staging',
  preprod: 'staging',
  preproduction: 'staging',
  development: 'dev',
  dev: 'dev',
  test: 'test',
  qa: 'qa',
  uat: 'uat',
  acc: 'acc',
  sandbox: 'sandbox',
  preview: 'preview',
  integration: 'integration',
  demo: 'demo',
  local: 'local',
};

/** The environment that a name is that of, alone or as one of its words: `values-prod`, `my-app-staging`. */
export function environmentIn(name: string): string | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(NAMES, lower)
    ? NAMES[lower]
    : lower
        .split(/[^a-z]+/)
        .map((word) => (Object.hasOwn(NAMES, word) ? NAMES[word] : undefined))
        .find((environment) => environment !== undefined);
}

/** The environment that a file belongs to by its own name or a folder that is named after one, the nearest first. */
export function environmentOf(path: string): string | undefined {
  const segments = path.split('/');
  const own = environmentIn((segments.pop() ?? '').replace(/\.\w+$/, ''));
  if (own !== undefined) return own;
  for (const segment of segments.reverse()) {
    const found = environmentIn(segment);
    if (found !== undefined) return found;
  }
  return undefined;
}
