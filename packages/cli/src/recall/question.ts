import { createHash } from 'node:crypto';
import { todayOf } from '@shipworthy/audit/today';
import { textOptions } from '../commands/text-options.ts';
import { REPOSITORY_VARIABLES } from '../report.ts';

/** Decide where the report goes and what is said beside it, never what it says. */
const BESIDE = ['output', 'cache', 'timing'] as const;
/** What the functions of JavaScript for people's languages go by. */
const LANGUAGE_VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG', 'LANGUAGE'] as const;

export interface Asked {
  readonly path: string;
  readonly revision: string | undefined;
  readonly color: boolean | undefined;
  readonly output: string | undefined;
  readonly verbose: boolean;
  readonly showExempt: boolean;
}

/**
 * Hexadecimal digest of all that is asked besides the repository itself: every argument, the day, how text is laid out where
 * it goes, what the environment says of the repository, and the JavaScript that runs.
 */
export function questionOf(asked: Asked, env: NodeJS.ProcessEnv): string {
  const { path, revision, color, output, verbose, showExempt } = asked;
  const folder = revision === undefined ? path : undefined;
  const question = {
    asked: Object.entries(asked).filter(([name]) => !(BESIDE as readonly string[]).includes(name)),
    today: todayOf(env),
    layout: textOptions({ color, env, output, verbose, showExempt, folder }),
    env: [...REPOSITORY_VARIABLES, ...LANGUAGE_VARIABLES].map((name) => env[name] ?? null),
    versions: process.versions,
    platform: process.platform,
  };
  return createHash('sha256').update(JSON.stringify(question)).digest('hex');
}
