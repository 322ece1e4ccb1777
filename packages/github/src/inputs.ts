import { UsageError } from '@shipworthy/audit/usage-error';
import type { FailOn } from '@shipworthy/audit/verdict';
import { PRESETS, type Preset } from '@shipworthy/model';

/** What the step of the workflow asks for (`with:`). */
export interface Inputs {
  /** Folder of a monorepo; `''` is the whole repository. */
  readonly path: string;
  readonly failOn: FailOn;
  readonly preset?: Preset;
  readonly strictUnknown: boolean;
  /** Never printed. */
  readonly token?: string;
  /** A revision to compare with instead of the one that the event names. */
  readonly base?: string;
  readonly checkRun: boolean;
  readonly comment: boolean;
  readonly uploadSarif: boolean;
}

const FAIL_ON: readonly FailOn[] = ['error', 'warning', 'never'];

/**
 * The inputs of `action.yml`. A runner hands each in as a variable `INPUT_<NAME>`, upper case, with `_` for blanks and
 * hyphens as they are (https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs).
 * @throws UsageError for a value that means nothing
 */
export function readInputs(env: NodeJS.ProcessEnv): Inputs {
  const given = (name: string): string => (env[`INPUT_${name.toUpperCase().replaceAll(' ', '_')}`] ?? '').trim();
  const preset = given('preset') === '' ? undefined : oneOf('preset', given('preset'), PRESETS);
  const token = given('token');
  const base = given('base');
  return {
    path: folderOf(given('path')),
    failOn: given('fail-on') === '' ? 'error' : oneOf('fail-on', given('fail-on'), FAIL_ON),
    ...(preset === undefined ? {} : { preset }),
    strictUnknown: flagOf('strict-unknown', given('strict-unknown')),
    ...(token === '' ? {} : { token }),
    ...(base === '' ? {} : { base }),
    checkRun: flagOf('check-run', given('check-run')),
    comment: flagOf('comment', given('comment')),
    uploadSarif: flagOf('upload-sarif', given('upload-sarif')),
  };
}

function oneOf<Value extends string>(name: string, given: string, known: readonly Value[]): Value {
  const found = known.find((value) => value === given);
  if (found !== undefined) return found;
  throw new UsageError(
    `the input ${name} cannot be ${JSON.stringify(given)}`,
    `Write one of ${known.join(', ')} in the step's \`with:\`, or leave ${name} out.`,
  );
}

/** As YAML 1.2 spells them, which is what actions/core takes. */
function flagOf(name: string, given: string): boolean {
  if (/^(?:true|True|TRUE)$/.test(given)) return true;
  if (given === '' || /^(?:false|False|FALSE)$/.test(given)) return false;
  throw new UsageError(
    `the input ${name} cannot be ${JSON.stringify(given)}`,
    `Write true or false in the step's \`with:\`, or leave ${name} out.`,
  );
}

function folderOf(given: string): string {
  const path = given.replaceAll('\\', '/');
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (path.startsWith('/') || parts.includes('..'))
    throw new UsageError(
      `the input path leads out of the repository: ${JSON.stringify(given)}`,
      'Give a folder of the repository, from its root: services/billing.',
    );
  return parts.join('/');
}
