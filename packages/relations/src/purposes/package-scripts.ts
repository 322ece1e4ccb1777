import type { ScriptCall } from './script-call.ts';

/** Words of npm, pnpm, yarn and bun that are no scripts of a package. */
const NPM_VERBS =
  /^(?:install|i|ci|add|remove|rm|uninstall|up|upgrade|update|exec|dlx|create|init|link|unlink|publish|pack|why|list|ls|outdated|audit|cache|config|store|set|global|node|npm|x|info|login|version|versions|dedupe|import|patch|plugin|self-update|env|help|fetch|rebuild|deploy|prune|root|bin|licenses|setup|approve-builds|policies|view|whoami|token|dist-tag|doctor|pkg|query|get|install-ci-test|cit|install-test|it|--version|-v)$/;
/** Options behind which a value stands. */
export const WITH_VALUE =
  /^(?:--prefix|-C|--cwd|--dir|-w|--workspace|-F|--filter|--scope|--ignore|--exclude|--concurrency|--workspace-concurrency|--reporter|--stream-to|--jobs|-j|--include|--from|--since|--loglevel|--node-options)$/;

/** Scripts of `package.json`: `npm run test -- --ci`, `yarn workspace api build`, `pnpm -r --filter ./apps/* lint`. */
export function packaged(program: string, words: readonly string[]): ScriptCall | undefined {
  const plain: string[] = [];
  let folder: string | undefined;
  let packages: 'all' | string[] | undefined;
  let ifPresent = false;
  let args: readonly string[] = [];
  const chosen = (name: string) => {
    packages = packages === 'all' || packages === undefined ? [name] : [...packages, name];
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const [option = '', value] = word.startsWith('-') ? word.split(/=(.*)/s, 2) : [];
    if (word === '--') {
      args = words.slice(at + 1);
      break;
    }
    if (/^(?:--prefix|-C|--cwd|--dir)$/.test(option)) folder = value ?? words[++at] ?? '';
    else if (/^(?:-w|--workspace|-F|--filter)$/.test(option) && !(program === 'pnpm' && option === '-w')) {
      if (program === 'bun' && option === '-w') continue;
      chosen(value ?? words[++at] ?? '');
    } else if (/^(?:-r|--recursive|-ws|--workspaces)$/.test(option)) packages ??= 'all';
    else if (option === '--if-present') ifPresent = true;
    else if (WITH_VALUE.test(word)) at++;
    else if (plain.length === 0 && word === 'workspace') chosen(words[++at] ?? '');
    else if (plain.length === 0 && word === 'workspaces') {
      packages ??= 'all';
      if (words[at + 1] === 'foreach') at++;
    } else if (!word.startsWith('-')) {
      plain.push(word);
      const explicit = /^(?:run|run-script|rum)$/.test(plain[0] ?? '');
      if (
        plain.length === (explicit ? 2 : 1) &&
        !(explicit && plain.length === 1) &&
        !/^(?:run|run-script|rum)$/.test(word)
      ) {
        // What follows the name of a script is handed to it.
        const rest = words.slice(at + 1);
        if (program !== 'npm') {
          args = rest.filter((one) => one !== '--');
          break;
        }
      }
    }
  }
  const explicit = /^(?:run|run-script|rum)$/.test(plain[0] ?? '');
  const verb = explicit ? plain[1] : plain[0];
  if (verb === undefined) return undefined;
  const name = verb === 't' || verb === 'tst' ? 'test' : verb;
  if (!explicit && (program === 'npm' ? !/^(?:test|start|stop|restart)$/.test(name) : NPM_VERBS.test(name)))
    return undefined;
  if (program === 'bun' && !explicit && /^(?:test|build)$/.test(name)) return undefined;
  return {
    to: 'targets',
    tool: 'npm',
    names: [name],
    args,
    ...(folder === undefined ? {} : { folder }),
    ...(packages === undefined ? {} : { packages }),
    ...(ifPresent ? { ifPresent: true } : {}),
    ...(program === 'npm' ? {} : { orProgram: [name, ...args] }),
  };
}
