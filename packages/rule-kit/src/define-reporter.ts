import type { Reporter } from '@shipworthy/model';
import { API_VERSION } from './api-version.ts';

/** A reporter as a package hands it over. */
export interface PackagedReporter extends Reporter {
  readonly api: number;
}

const REPORTER_NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/**
 * Declares a reporter: an output format that `--format NAME` chooses.
 * @throws TypeError when the name is not lower-case words with `-` between them.
 */
export function defineReporter(reporter: Reporter): PackagedReporter {
  if (!REPORTER_NAME.test(reporter.name))
    throw new TypeError(`'${reporter.name}' is not a reporter name: write lower-case words with - between them`);
  return { ...reporter, api: API_VERSION };
}
