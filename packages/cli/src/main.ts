#!/usr/bin/env node
import { runCommandLine } from './command-line.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { explainError } from './explain-error.ts';

/** Set by the build. */
declare const SHIPWORTHY_VERSION: string;

// Errors of these streams arrive where they are written to; a listener keeps a closed pipe from ending the process.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
process.once('SIGINT', () => process.exit(EXIT.interrupted));

const context: Context = {
  version: SHIPWORTHY_VERSION,
  pages: new URL('./rules/', import.meta.url),
  env: process.env,
};

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), context);
} catch (error) {
  const { code, text } = explainError(error, process.env);
  process.exitCode = code;
  process.stderr.write(text);
}
