import { clip } from '@shipworthy/reporters/clip';
import { visible } from '@shipworthy/reporters/visible';
import type { CheckAnnotation } from '../../check-result.ts';
import { MAX_MESSAGE, MAX_TITLE } from '../limits.ts';

/** An annotation as the API takes it. */
export interface RunAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** GitHub's word for an error is failure. */
const LEVELS = { error: 'failure', warning: 'warning' } as const;

/**
 * A finding beside its lines; undefined where no file can be named. A run takes no annotation without a line, so a file as a
 * whole, and what is missing, stands on the first line of the file that the result names for it.
 */
export function runAnnotation(of: CheckAnnotation): RunAnnotation | undefined {
  const { path } = of;
  // A path that is not what it looks like leads nowhere.
  if (path === undefined || path === '' || visible(path) !== path) return undefined;
  const start = of.line ?? 1;
  const end = Math.max(start, of.line === undefined ? start : (of.endLine ?? start));
  return {
    path,
    start_line: start,
    end_line: end,
    ...(start === end && of.line !== undefined ? columnsOf(of) : {}),
    annotation_level: LEVELS[of.level],
    title: clip(visible(of.title), MAX_TITLE),
    message: clip(visible(of.message), MAX_MESSAGE),
  };
}

/** GitHub takes columns of one line only. Ours end behind the last one, and GitHub does not say whether its do. */
function columnsOf({ column, endColumn }: CheckAnnotation): Pick<RunAnnotation, 'start_column' | 'end_column'> {
  if (column === undefined) return {};
  return { start_column: column, end_column: Math.max(column, (endColumn ?? column + 1) - 1) };
}
