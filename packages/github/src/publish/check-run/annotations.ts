import type { CheckRunAnnotation } from '@shipworthy/github-client';
import { visible } from '@shipworthy/reporters/visible';
import type { CheckAnnotation } from '../../check-result.ts';

/** GitHub's word for an error is failure. */
const LEVELS = { error: 'failure', warning: 'warning' } as const;

/**
 * A finding beside its lines; undefined where no file can be named. A check run takes no annotation without a line, so a file
 * as a whole, and what is missing, stands on the first line of the file that the result names for it.
 */
export function runAnnotation(of: CheckAnnotation): CheckRunAnnotation | undefined {
  const { path, line } = of;
  // A path that is not what it looks like leads nowhere.
  if (path === undefined || path === '' || visible(path) !== path) return undefined;
  const startLine = line ?? 1;
  const endLine = line === undefined ? startLine : Math.max(line, of.endLine ?? line);
  return {
    path,
    startLine,
    endLine,
    ...(startLine === endLine && line !== undefined ? columnsOf(of) : {}),
    level: LEVELS[of.level],
    title: visible(of.title),
    message: visible(of.message),
  };
}

/** Our end is behind the last column; whether GitHub's is, it does not say, so that the last one is never passed. */
function columnsOf({ column, endColumn }: CheckAnnotation): Pick<CheckRunAnnotation, 'startColumn' | 'endColumn'> {
  if (column === undefined) return {};
  return { startColumn: column, endColumn: Math.max(column, (endColumn ?? column + 1) - 1) };
}
