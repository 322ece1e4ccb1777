import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { SourceError } from '@shipworthy/model';

/** Code of a system error (`ENOENT`), or undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/**
 * The absolute, physical path of the folder to audit. The path that was given may itself lead through links: whoever
 * names it decides that. Throws `SourceError` when it is missing, not a folder, or closed to this user.
 */
export function auditedFolder(given: string): string {
  let real: string;
  let isFolder: boolean;
  // Resolved, it would be this folder; whoever writes it had a variable that is not set.
  if (given === '') throw new SourceError('the path is empty', 'usage', 'Give a folder, or . for this one.');
  try {
    real = realpathSync(resolve(given));
    isFolder = statSync(real).isDirectory();
  } catch (cause) {
    throw fault(given, cause);
  }
  if (!isFolder)
    throw new SourceError(
      `${given} is not a folder`,
      'usage',
      'Give the folder that holds it; files are not audited alone.',
    );
  try {
    accessSync(real, constants.R_OK | constants.X_OK);
  } catch (cause) {
    throw fault(given, cause);
  }
  return real;
}

function fault(given: string, cause: unknown): SourceError {
  switch (systemCode(cause)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new SourceError(`${given} does not exist`, 'usage', 'Check the path.', { cause });
    case 'EACCES':
    case 'EPERM':
      return new SourceError(`${given} cannot be read`, 'environment', 'Check its permissions, or run as its owner.', {
        cause,
      });
    default:
      return new SourceError(`${given} is not a usable path`, 'usage', 'Check the path.', { cause });
  }
}
