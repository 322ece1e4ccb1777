#!/usr/bin/env node
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { readPlainLint } from './plain-lint.ts';

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

/** What a run needs is loaded when it is needed: a third of the time of a small audit is reading code. */
async function run(args: readonly string[]): Promise<ExitCode> {
  const asked = readPlainLint(args);
  if (!asked) {
    const { runCommandLine } = await import('./command-line.ts');
    return runCommandLine(args, context);
  }
  const { openSource } = await import('@shipworthy/sources');
  const { path, untracked, revision } = asked;
  // git lists the files while more code is loaded.
  const source = openSource(path, { untracked, ...(revision !== undefined && { revision }) });
  source.catch(() => {});
  const { lint } = await import('./commands/lint.ts');
  return lint(asked, context, source);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const { explainError } = await import('./explain-error.ts');
  const { code, text } = explainError(error, process.env);
  process.exitCode = code;
  process.stderr.write(text);
}
