#!/usr/bin/env node
import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import type { Context } from './context.ts';
import { readPlainLint } from './plain-lint.ts';
import { beginLint, tellAgain } from './recall/begin-lint.ts';
import { compilePatternsOnce } from './short-run.ts';

/** Set by the build. */
declare const SHIPWORTHY_VERSION: string;
/** Set by the build. */
declare const SHIPWORTHY_BUILD: string;
/** Set by the build. */
declare const SHIPWORTHY_CODE: string;

// Errors of these streams arrive where they are written to; a listener keeps a closed pipe from ending the process.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
process.once('SIGINT', () => process.exit(EXIT.interrupted));

const context: Context = {
  version: SHIPWORTHY_VERSION,
  build: SHIPWORTHY_BUILD,
  code: SHIPWORTHY_CODE,
  pages: new URL('./rules/', import.meta.url),
  env: process.env,
};

/**
 * This file is bundled into one with little code, so that an unchanged repository is soon answered: the rest is loaded when
 * there is something to work out, while git lists the files.
 */
async function run(args: readonly string[]): Promise<ExitCode> {
  const asked = readPlainLint(args);
  if (!asked) return (await import('./full.ts')).runFull(args, context);
  // A change has no report of an earlier run, and what contradicts itself is refused there.
  const { untracked, staged, revision, base, bodyFile } = asked;
  if (staged || base !== undefined || bodyFile !== undefined || (untracked && revision !== undefined))
    return (await import('./full.ts')).runFull(args, context, { asked });
  const begun = beginLint(asked, context);
  const again = await tellAgain(begun, asked);
  if (again !== undefined) return again;
  compilePatternsOnce();
  return (await import('./full.ts')).runFull(args, context, { asked, begun });
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const { explainError } = await import('./full.ts');
  const { code, text } = explainError(error, process.env);
  process.exitCode = code;
  process.stderr.write(text);
}
