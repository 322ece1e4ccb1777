import { spawnSync } from 'node:child_process';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, as a person would in a terminal without colours. */
export function run(command: string, args: readonly string[], cwd: string): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...withoutNpm(process.env), NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

/** `npm test` hands its own settings to everything below it; a user's shell has none of them. */
const withoutNpm = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^npm_(?:package|lifecycle|command|execpath|config_local)/i.test(name) && name !== 'NODE_OPTIONS',
    ),
  );
