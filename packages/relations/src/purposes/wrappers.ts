/** What stands before the command that matters, and how it is taken off. */
export type Unwrapped =
  | { readonly words: readonly string[]; readonly folder?: string }
  /** A script of its own: `bash -c "…"`. */
  | { readonly script: string };

const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;
/** Programs that run the words after their options. The options listed take a value. */
const RUNNERS: Readonly<Record<string, RegExp>> = {
  env: /^-(?:u|C|S)$/,
  sudo: /^-(?:u|g|h|p|C)$/,
  time: /^-(?:f|o)$/,
  gtime: /^-(?:f|o)$/,
  exec: /^-a$/,
  command: /^$/,
  builtin: /^$/,
  nohup: /^$/,
  nice: /^-n$/,
  ionice: /^-(?:c|n)$/,
  stdbuf: /^-[ioe]$/,
  unbuffer: /^$/,
  'xvfb-run': /^-(?:n|s|e|f|p|w)$|^--(?:server-args|server-num|error-file)$/,
  'dbus-run-session': /^$/,
  timeout: /^-(?:s|k)$|^--(?:signal|kill-after)$/,
  gtimeout: /^-(?:s|k)$/,
  'cross-env': /^$/,
  'cross-env-shell': /^$/,
  dotenv: /^-(?:e|f|p|v)$|^--file$/,
  dotenvx: /^-(?:f|e)$/,
  'env-cmd': /^-(?:f|e|r)$/,
  'op-run': /^$/,
  retry: /^-(?:\w|-\w+)$/,
  npx: /^(?:-p|--package|-w|--workspace|-c)$/,
  bunx: /^(?:-p|--package)$/,
  uvx: /^--(?:from|with|python)$|^-p$/,
  nyc: /^--?(?:r|reporter|report-dir|require|include|exclude|extension|x|n)$/,
  c8: /^--?(?:r|reporter|reports-dir|include|exclude|x|n|config|c|all)$/,
  'start-server-and-test': /^$/,
  nodemon: /^-(?:e|w|-ext|-watch)$/,
  'wait-for-it': /^$/,
  catchsegv: /^$/,
  strace: /^-(?:o|e)$/,
  valgrind: /^$/,
  arch: /^$/,
  setarch: /^$/,
  winpty: /^$/,
  faketime: /^$/,
  'gh-actions-exec': /^$/,
  'opentelemetry-instrument': /^--\w+$/,
  'aws-vault': /^$/,
  chronic: /^$/,
  xargs: /^-(?:n|P|I|L|d|a|s|E)$|^--(?:max-args|max-procs|replace|delimiter|arg-file)$/,
  ts: /^$/,
};
/** Words between a manager and the command it runs: `poetry run pytest`. The options listed take a value. */
const SUBCOMMANDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:npm|pnpm) (?:exec|dlx|x)$/, /^(?:-w|--workspace|-p|--package|--filter|-F|-C)$/],
  [/^(?:yarn|bun) (?:exec|dlx|x)$/, /^(?:-p|--package)$/],
  [
    /^(?:uv|poetry|pdm|pipenv|rye|pixi) run$/,
    /^(?:--(?:with|extra|group|python|package|directory|project|env-file|only-group|with-requirements|no-group|environment|manifest-path)|-(?:p|e|m|C))$/,
  ],
  [/^(?:pipx run|uv tool)$/, /^--(?:spec|python)$/],
  [/^bundle exec$/, /^$/],
  // A tool that go.mod pins, since Go 1.24.
  [/^go tool$/, /^-(?:modfile|C)$/],
  [
    /^(?:mise|asdf|rbenv|pyenv|nodenv|direnv|volta|rustup|conda|mamba|micromamba|devenv|doppler|op|teller|infisical|chamber|aws-vault|dotenvx|nvm|fnm) (?:exec|x|run|e)$/,
    /^(?:-n|--name|-e|-p|--env|-f|--env-file|--using|--config|--project)$/,
  ],
  [/^(?:coverage|kcov) run$/, /^--(?:source|rcfile|omit|include|data-file|concurrency|context|branch)$/],
  [/^(?:nix) (?:develop|shell)$/, /^(?:--option|-f|--impure)$/],
  [/^devbox run$/, /^(?:-c|--config|-e|--env)$/],
];
const DURATION = /^\d+(?:\.\d+)?[smhd]?$/;
/** How many wrappers may stand around one command. */
const MAX_LAYERS = 12;

/** Takes variables and wrappers off: `FOO=1 time npx -y jest` is `jest`. */
export function unwrapped(words: readonly string[], isProgram: (word: string) => boolean = () => false): Unwrapped {
  let left = words;
  let folder: string | undefined;
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const next = step(left, isProgram);
    if (next === undefined) break;
    if ('script' in next) return next;
    if (next.folder !== undefined) folder = next.folder;
    left = next.words;
  }
  return { words: left, ...(folder === undefined ? {} : { folder }) };
}

function step(words: readonly string[], isProgram: (word: string) => boolean): Unwrapped | undefined {
  const [first, second = ''] = words;
  if (first === undefined) return undefined;
  if (ASSIGNMENT.test(first)) return { words: words.slice(1) };
  // A variable that holds `@`, a wrapper or nothing: `$(Q) go test`, `${{ env.IN_DOCKER }} make test`.
  if (/^(?:\$\{\{.*\}\}|\$[({]?[A-Z]\w*[)}]?)$/.test(first) && isProgram(second)) return { words: words.slice(1) };
  const program = programName(first);
  if (/^(?:ba|z|da|k|fi|pw)?sh$/.test(program) && words.length > 1) return shell(words.slice(1));
  if (/^(?:python[\d.]*|py|pypy\d?)$/.test(program)) return pythonModule(words);
  if (program === 'docker-compose') return composed(words.slice(1));
  if (program === 'docker' && second === 'compose') return composed(words.slice(2));
  if (program === 'docker' || program === 'podman') return container(words, isProgram);
  if (program === 'nix-shell') return nixShell(words.slice(1));
  if (program === 'find' || program === 'fd') return executed(words);
  const managed = SUBCOMMANDS.find(([pattern]) => pattern.test(`${program} ${second}`));
  if (managed) return afterOptions(words.slice(2), managed[1], /^(?:-c|--command|--)$/, program);
  const options = RUNNERS[program];
  if (options === undefined || words.length < 2) return undefined;
  if (program === 'start-server-and-test') return { script: words.at(-1) ?? '' };
  const rest = afterOptions(words.slice(1), options, /^--$/, program);
  if ('words' in rest && /timeout$/.test(program) && DURATION.test(rest.words[0] ?? ''))
    return { words: rest.words.slice(1) };
  return rest;
}

/** Words after the options; `end` is what a command is announced with. */
function afterOptions(words: readonly string[], takesValue: RegExp, end: RegExp, program: string): Unwrapped {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (end.test(word)) return oneOrMany(words.slice(at + 1));
    if ((program === 'npx' || program === 'cross-env-shell') && (word === '-c' || word === '--call'))
      return { script: words[at + 1] ?? '' };
    // `poetry run -m pytest` and `uv run -m pytest` run a module.
    if (word === '-m') return { words: words.slice(at + 1) };
    if (takesValue.test(word)) at++;
    else if (!word.startsWith('-')) {
      // `nix develop .#ci -c make`: what it opens stands before the command.
      const announced =
        program === 'nix' || program === 'op' ? words.findIndex((one, index) => index > at && end.test(one)) : -1;
      return oneOrMany(words.slice(announced >= 0 ? announced + 1 : at));
    }
  }
  return { words: [] };
}

const oneOrMany = (words: readonly string[]): Unwrapped =>
  words.length === 1 && /\s/.test(words[0] ?? '')
    ? { script: words[0] ?? '' }
    : { words: words.map((word, index) => (index === 0 ? word.replace(/(?<=.)@[\w.^~-]+$/, '') : word)) };

function shell(words: readonly string[]): Unwrapped | undefined {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (/^-\w*c$/.test(word) || word === '-Command') return { script: words[at + 1] ?? '' };
    if (/^[-+]\w*o$/.test(word)) at++;
    else if (!/^[-+]/.test(word)) return { words: [/\//.test(word) ? word : `./${word}`, ...words.slice(at + 1)] };
  }
  return undefined;
}

function pythonModule(words: readonly string[]): Unwrapped | undefined {
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? '';
    if (/^-\w*m$/.test(word)) return { words: words.slice(at + 1) };
    if (/^-[WX]$/.test(word)) at++;
    else if (!word.startsWith('-')) return undefined;
  }
  return undefined;
}

const COMPOSE_VALUE =
  /^(?:-(?:f|p|e|u|w|v|l|T)|--(?:file|project-name|profile|env-file|env|user|workdir|volume|name|entrypoint|label|publish|project-directory))$/;

/** `compose run --rm web pytest`: the command after the service. */
function composed(words: readonly string[]): Unwrapped | undefined {
  const verb = words.findIndex((word) => word === 'run' || word === 'exec');
  if (
    verb < 0 ||
    words.slice(0, verb).some((word, at) => !word.startsWith('-') && !COMPOSE_VALUE.test(words[at - 1] ?? ''))
  )
    return undefined;
  const inner = afterName(words.slice(verb + 1), COMPOSE_VALUE, /^-T$/);
  return inner && 'words' in inner && inner.words.length > 0 ? inner : undefined;
}

const CONTAINER_VALUE =
  /^(?:-(?:e|v|w|u|p|h|l|m|a)|--(?:env|env-file|volume|workdir|user|name|network|net|mount|entrypoint|publish|platform|label|memory|cpus|link|hostname|add-host|ulimit|cap-add|security-opt|shm-size|group-add|gpus|userns|ipc|pid|restart|log-driver|tmpfs|pull|cidfile))$/;

/** `docker run --rm -v "$PWD:/src" image make test`: the command after the image, or the program that an image is named for. */
function container(words: readonly string[], isProgram: (word: string) => boolean): Unwrapped | undefined {
  if (words[1] !== 'run' && words[1] !== 'exec') return undefined;
  const found = afterName(words.slice(2), CONTAINER_VALUE, /^$/);
  const rest = found && 'words' in found ? found.words : [];
  const [first] = rest;
  const image = imageOf(words.slice(2));
  const name = (image?.split('/').at(-1) ?? '').replace(/[:@].*$/, '');
  // `docker run ghcr.io/acme/gitleaks dir .`: the words are those of the program, unless they name one themselves.
  const isEntry =
    first === undefined || first.startsWith('-') || (isProgram(name) && !isProgram(first) && !/[/.]/.test(first));
  if (!isEntry) return { words: rest };
  if (name !== '' && !name.startsWith('$')) return { words: [name, ...rest] };
  // `$(LYCHEE_IMAGE)`
  const variable = programName(image ?? '').replace(IMAGE_WORD, '');
  return isProgram(variable) ? { words: [variable, ...rest] } : undefined;
}

const IMAGE_WORD = /^docker[-_]?|[-_]?(?:docker[-_]?)?(?:image|img|container)$/g;

function imageOf(words: readonly string[]): string | undefined {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (CONTAINER_VALUE.test(word)) at++;
    else if (!word.startsWith('-')) return word;
  }
  return undefined;
}

function afterName(words: readonly string[], takesValue: RegExp, flag: RegExp): Unwrapped | undefined {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (takesValue.test(word) && !flag.test(word)) at++;
    else if (!word.startsWith('-')) return { words: words.slice(at + 1) };
  }
  return undefined;
}

/** `find . -name Chart.yaml -exec helm lint {} +` */
function executed(words: readonly string[]): Unwrapped | undefined {
  const run = words.findIndex((word) => /^(?:-exec(?:dir)?|-x|-X|--exec(?:-batch)?)$/.test(word));
  return run < 0 ? undefined : { words: words.slice(run + 1) };
}

function nixShell(words: readonly string[]): Unwrapped | undefined {
  const run = words.findIndex((word) => word === '--run' || word === '--command');
  return run < 0 ? undefined : { script: words[run + 1] ?? '' };
}

/** The name of a program, without the folder it lies in; of a variable the name it stands for (`$(GOLANGCI_LINT)`). */
export function programName(word: string): string {
  const found = /^\$\((?:shell )?(?:command -v|which) ([\w.-]+)/.exec(word)?.[1];
  if (found !== undefined) return found;
  const variable = /^\$[({]{0,2}([A-Za-z_]\w*)[)}]{0,2}$/.exec(word)?.[1];
  if (variable !== undefined)
    return variable
      .toLowerCase()
      .replaceAll('_', '-')
      .replace(/-(?:bin|cmd|exe|path)$/, '');
  // `@redocly/cli` is called by the name of its owner.
  const scoped = /^@([\w-]+)\/cli(?:@.*)?$/.exec(word)?.[1];
  if (scoped !== undefined) return scoped;
  return (word.split(/[\\/]/).at(-1) ?? word)
    .replace(/^([^(]*)\)+$/, '$1')
    .replace(/\.(?:exe|cmd|bat)$/i, '')
    .replace(/(?<=[a-z])@[\w.^~-]+$/, '');
}
