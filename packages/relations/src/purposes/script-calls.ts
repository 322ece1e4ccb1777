import type { BuildTool } from '@shipworthy/model';
import { monorepo, nx } from './monorepo-tasks.ts';
import { packaged } from './package-scripts.ts';
import { plainWords, type ScriptCall } from './script-call.ts';
import { programName } from './wrappers.ts';

/** What the words call; undefined when they call a program. */
export function scriptCallOf(words: readonly string[]): ScriptCall | undefined {
  const [first = '', ...rest] = words;
  const program = programName(first);
  switch (program) {
    case 'make':
    case 'gmake':
    case 'remake':
      return made(rest);
    case 'npm':
    case 'pnpm':
    case 'yarn':
    case 'bun':
      return packaged(program, rest);
    case 'just':
      return named('just', rest, /^(?:-f|--justfile|-d|--working-directory|--set|--shell)$/);
    case 'task':
    case 'go-task':
      return named('task', rest, /^(?:-t|--taskfile|-d|--dir|-o|--output|-C|--concurrency)$/);
    case 'tox':
      return environments('tox', rest, /^(?:-e|--env|-m|--label)$/);
    case 'nox':
      return environments('nox', rest, /^(?:-s|--sessions?|-e|-t|--tags|-k|-p)$/);
    case 'rake':
      return named('rake', rest, /^(?:-f|--rakefile|-I|-r)$/);
    case 'inv':
    case 'invoke':
      return named('invoke', rest, /^(?:-c|-r|--collection|--search-root)$/);
    case 'mage':
      return named('mage', rest, /^(?:-d|-w|-t)$/);
    case 'composer':
      return composer(rest);
    case 'deno':
      return rest[0] === 'task' ? named('deno', rest.slice(1), /^(?:-c|--config|--cwd|-f|--filter)$/) : undefined;
    case 'poe':
    case 'taskipy':
      return named('python', rest, /^(?:-C|--root)$/);
    case 'pdm':
    case 'hatch':
    case 'rye':
    case 'pixi':
    case 'uv':
      return rest[0] === 'run' ? named('python', rest.slice(1), /^(?:-e|--env|-p|--project)$/) : undefined;
    case 'turbo':
    case 'lerna':
    case 'wsrun':
    case 'lage':
    case 'ultra':
    case 'rush':
    case 'rushx':
    case 'wireit':
    case 'moon':
      return monorepo(program, rest);
    case 'nx':
      return nx(rest);
    case 'run-s':
    case 'run-p':
    case 'npm-run-all':
    case 'npm-run-all2':
      return { to: 'targets', tool: 'npm', names: plainWords(rest), args: [] };
    case 'parallel':
      return rest.includes(':::') ? { to: 'scripts', scripts: rest.slice(rest.indexOf(':::') + 1) } : undefined;
    case 'concurrently':
      return {
        to: 'scripts',
        scripts: plainWords(rest, /^(?:-[ncpkis]|--(?:names|kill-others-on-fail|prefix|success|prefix-colors))$/).map(
          (one) => one.replace(/^(?:npm|pnpm|yarn|bun):/, 'npm run '),
        ),
      };
    case 'node':
    case 'tsx':
    case 'ts-node':
    case 'python':
    case 'python3':
    case 'ruby':
    case 'php':
    case 'deno-run':
    case 'pwsh':
    case 'powershell':
      return interpreted(rest);
    default:
      return /^\.{1,2}\/|^[\w.-]+\/[\w./-]+$|\.(?:sh|bash|zsh|ps1)$/.test(first) &&
        !/^(?:gradlew|mvnw|sbtx?|millw?)$/.test(program)
        ? { to: 'file', path: first, args: rest }
        : undefined;
  }
}

function made(words: readonly string[]): ScriptCall | undefined {
  const names: string[] = [];
  let folder: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const joined = /^(?:-C|--directory=)(.+)$/.exec(word)?.[1];
    if (word === '-C' || word === '--directory') folder = words[++at] ?? '';
    else if (joined !== undefined) folder = joined;
    else if (/^(?:-f|--file|--makefile)$/.test(word)) at++;
    else if (/^(?:-[jloI]|--jobs)$/.test(word)) {
      if (/^\d|^\$/.test(words[at + 1] ?? '')) at++;
    } else if (!word.startsWith('-') && !/^\w+[:?+]?=/.test(word)) names.push(word);
  }
  if (words.some((word) => /^(?:-n|--dry-run|-p|--version|-v)$/.test(word))) return undefined;
  return { to: 'targets', tool: 'make', names, args: [], ...(folder === undefined ? {} : { folder }) };
}

function named(tool: BuildTool, words: readonly string[], takesValue: RegExp): ScriptCall | undefined {
  const names: string[] = [];
  let folder: string | undefined;
  let args: readonly string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') {
      args = words.slice(at + 1);
      break;
    }
    if (takesValue.test(word)) {
      const value = words[++at] ?? '';
      if (/dir|root|cwd|^-d$|^-C$/.test(word)) folder = value;
    } else if (/^(?:-l|--list|--summary|--tasks|-T|--version|--help)$/.test(word)) return undefined;
    else if (!word.startsWith('-') && !/^\w+=/.test(word)) names.push(word);
  }
  const several = tool === 'task' || tool === 'rake' || tool === 'just' || tool === 'mage' || tool === 'invoke';
  const shown = tool === 'rake' ? names.map((name) => name.replace(/\[.*$/, '')) : names;
  return {
    to: 'targets',
    tool,
    names: several ? shown : shown.slice(0, 1),
    args: several ? args : [...shown.slice(1), ...args],
    ...(folder === undefined ? {} : { folder }),
    ...(tool === 'python' ? { orProgram: words.filter((word) => word !== '--') } : {}),
  };
}

/** `tox -e lint,py312 -- -x`: names are lists. */
function environments(tool: 'tox' | 'nox', words: readonly string[], chooses: RegExp): ScriptCall {
  const names: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') break;
    const joined = /^(?:-e|-s|--env=|--session=)(.+)$/.exec(word)?.[1];
    if (chooses.test(word)) {
      while (at + 1 < words.length && !words[at + 1]?.startsWith('-')) {
        names.push(...(words[++at] ?? '').split(','));
        if (tool === 'tox') break;
      }
    } else if (joined !== undefined) names.push(...joined.split(','));
  }
  return { to: 'targets', tool, names: names.filter((name) => name !== ''), args: [] };
}

function composer(words: readonly string[]): ScriptCall | undefined {
  const plain = words.filter((word) => !word.startsWith('-'));
  const explicit = /^(?:run-script|run|exec)$/.test(plain[0] ?? '');
  if (plain[0] === 'exec') return undefined;
  const name = explicit ? plain[1] : plain[0];
  if (
    name === undefined ||
    (!explicit &&
      /^(?:install|i|update|u|require|validate|dump-autoload|dumpautoload|config|global|self-update|audit|show|diagnose|outdated|remove|create-project|archive|bump|check-platform-reqs|licenses)$/.test(
        name,
      ))
  )
    return undefined;
  return { to: 'targets', tool: 'composer', names: [name], args: [] };
}

/** A program of the repository, in a language that is not followed, or a script of it that is. */
function interpreted(words: readonly string[]): ScriptCall | undefined {
  const file = words.find(
    (word, at) =>
      !word.startsWith('-') && !/^(?:-r|--require|--import|--loader|-I|-e|-c|-W)$/.test(words[at - 1] ?? ''),
  );
  return file !== undefined &&
    /\.(?:[cm]?[jt]sx?|py|rb|php|ps1|sh)$/.test(file) &&
    !/(?:^|\/)(?:manage|setup)\.py$/.test(file)
    ? { to: 'file', path: file, args: words.slice(words.indexOf(file) + 1) }
    : undefined;
}
