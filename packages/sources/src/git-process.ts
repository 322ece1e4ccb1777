import { type ChildProcessWithoutNullStreams, type ExecFileException, execFile, spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, parse } from 'node:path';
import { SourceError } from '@shipworthy/model';
import { systemCode } from './audited-folder.ts';

/** A listing that takes longer is stuck (a pipe named in a configuration, a dead network disk). */
const GIT_TIMEOUT_MS = 120_000;
/** About two million paths; more is not a repository this tool can hold in memory. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;
/** Only the first lines of what git complains about are ever looked at. */
const MAX_COMPLAINT_BYTES = 16 * 1024;

/**
 * Settings that win over those of the scanned repository, so that nothing it configures is started. An empty
 * `core.fsmonitor` is off in every version of git; `false` would be run as a command by those before 2.36.
 */
const OVERRIDES: readonly string[] = [
  'core.fsmonitor=',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.untrackedCache=false',
  'core.sshCommand=false',
  'core.gitProxy=',
  'core.askPass=',
  'core.alternateRefsCommand=',
  'credential.helper=',
  'diff.external=',
  'protocol.allow=never',
  'submodule.recurse=false',
  'gc.auto=0',
  'maintenance.auto=false',
];

/**
 * Variables of the caller that describe the machine or the person, not a repository. All others (`GIT_DIR`,
 * `GIT_INDEX_FILE`, `GIT_EXTERNAL_DIFF`, ...) would point git elsewhere or start something, and are removed.
 */
const KEPT_VARIABLES =
  /^GIT_(?:EXEC_PATH|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|SSL_CA(?:INFO|PATH))$/;

const FIXED_VARIABLES: Readonly<Record<string, string>> = {
  // An empty list allows no transport at all, whatever protocol.<name>.allow says in the repository.
  GIT_ALLOW_PROTOCOL: '',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_PAGER: 'cat',
  // Complaints are recognised by their English wording.
  LC_ALL: 'C',
  LANGUAGE: '',
};

/** What git is given as environment: the caller's, without what could redirect it or make it start a program. */
export function gitEnvironment(caller: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(caller))
    if (!/^GIT_/i.test(name) || KEPT_VARIABLES.test(name)) environment[name] = value;
  return { ...environment, ...FIXED_VARIABLES };
}

/** git itself, from the absolute entries of PATH: a relative one would let a folder that is audited provide it. */
function findGit(): string | undefined {
  const names = process.platform === 'win32' ? ['git.exe', 'git.cmd'] : ['git'];
  const path = process.env.PATH ?? process.env.Path ?? '';
  for (const folder of path.split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    for (const name of names) {
      const candidate = join(folder, name);
      try {
        accessSync(candidate, constants.X_OK);
        if (statSync(candidate).isFile()) return candidate;
      } catch {
        // Not here; the next entry may have it.
      }
    }
  }
  return undefined;
}

/** Is git installed where this process would find it? */
export function hasGit(): boolean {
  return findGit() !== undefined;
}

/** What one git command may do beyond reading a repository on this machine. */
export interface GitReach {
  /** The transports it may use. Default: none. */
  readonly protocols?: readonly string[];
  /**
   * Settings that are handed over by the environment: others see the arguments of a process, so a token is only here.
   * They win over those of the repository; of a setting with many values they are added.
   */
  readonly settings?: readonly (readonly [name: string, value: string])[];
  /** A folder (absolute path) that holds the objects instead of the repository's own. */
  readonly objects?: string;
  /** A file (absolute path) that is read in the place of the repository's index. */
  readonly index?: string | undefined;
  /** Milliseconds until it is given up. */
  readonly timeoutMs?: number;
}

/** The environment of git with what this command may do beyond the usual. Settings of the caller's environment stay. */
function reachingEnvironment({ protocols, settings = [], objects, index: indexFile }: GitReach): NodeJS.ProcessEnv {
  const environment = gitEnvironment(process.env);
  if (protocols) environment.GIT_ALLOW_PROTOCOL = protocols.join(':');
  if (objects !== undefined) environment.GIT_OBJECT_DIRECTORY = objects;
  if (indexFile !== undefined) environment.GIT_INDEX_FILE = indexFile;
  const first = Number(environment.GIT_CONFIG_COUNT ?? 0) || 0;
  for (const [index, [name, value]] of settings.entries()) {
    environment[`GIT_CONFIG_KEY_${first + index}`] = name;
    environment[`GIT_CONFIG_VALUE_${first + index}`] = value;
  }
  if (settings.length > 0) environment.GIT_CONFIG_COUNT = String(first + settings.length);
  return environment;
}

/** How git is called for a folder (absolute path), hardened. Throws `SourceError` when git is not installed. */
function invocation(folder: string, args: readonly string[], reach: GitReach = {}) {
  const file = findGit();
  if (file === undefined)
    throw new SourceError('git is not installed', 'environment', 'Install git, or put it on the PATH.');
  const settings = OVERRIDES.flatMap((setting) => ['-c', setting]);
  return {
    file,
    args: [...settings, '--no-pager', '--literal-pathspecs', '-C', folder, ...args],
    options: {
      // Not the scanned folder: nothing in it may be found as a program or a library by accident.
      cwd: parse(folder).root,
      env: reachingEnvironment(reach),
      windowsHide: true,
    },
  };
}

/** Starts git, hardened, for output that is taken as it comes. The caller ends it. Throws like `runGit`. */
export function startGit(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  const { file, options, args: all } = invocation(folder, args);
  return spawn(file, all, options);
}

/** What a finished git command said. */
export interface GitAnswer {
  readonly ok: boolean;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * Runs one git command to its end. A failing command is an answer, not an exception; rejects with `SourceError` when git
 * cannot be started.
 */
export function runGit(folder: string, args: readonly string[], input = '', reach: GitReach = {}): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const { file, options, args: all } = invocation(folder, args, reach);
    const timeout = reach.timeoutMs ?? GIT_TIMEOUT_MS;
    const limits = { timeout, killSignal: 'SIGKILL', maxBuffer: MAX_OUTPUT_BYTES } as const;
    const git = execFile(file, all, { ...options, ...limits, encoding: 'buffer' }, (error, stdout, stderr) => {
      if (git.pid === undefined) reject(notStarted(error));
      else
        resolve({
          ok: error === null,
          stdout,
          stderr: gaveUp(error, timeout) ?? stderr.toString('utf8', 0, MAX_COMPLAINT_BYTES),
        });
    });
    // A command that does not read its input may be gone before all of it is written.
    git.stdin?.on('error', () => {});
    git.stdin?.end(input);
  });
}

function notStarted(cause: unknown): SourceError {
  return new SourceError('git could not be started', 'environment', 'Check the installation of git.', { cause });
}

/** What stopped a command that was not left to end by itself. */
function gaveUp(error: ExecFileException | null, timeout: number): string | undefined {
  if (systemCode(error) === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
    return `fatal: more than ${MAX_OUTPUT_BYTES} bytes of output`;
  return error?.killed ? `fatal: no answer within ${timeout / 1000} seconds` : undefined;
}
