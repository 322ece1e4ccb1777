import type { ExitCode } from '@shipworthy/audit/exit-codes';
import { Stopwatch } from '@shipworthy/audit/stopwatch';
import { UsageError } from '@shipworthy/audit/usage-error';
import type { FailOn } from '@shipworthy/audit/verdict';
import { MIN_REPORT_LIMIT, type Preset, type Stage } from '@shipworthy/model';
import type { Context } from '../context.ts';
import { cacheTiming, openCache } from '../facts-cache.ts';
import { TEXT } from '../format-names.ts';
import { print } from '../output.ts';
import { type Begun, beginLint, tell, tellAgain } from '../recall/begin-lint.ts';
import { checkRevision } from './asked-source.ts';
import { freshReport } from './fresh-report.ts';

export interface LintArguments {
  readonly path: string;
  /** `text`, or the name of a reporter. */
  readonly format: string;
  readonly output: string | undefined;
  readonly failOn: FailOn;
  readonly strictUnknown: boolean;
  readonly preset: Preset | undefined;
  /** False: `--no-config`. */
  readonly config: string | false | undefined;
  readonly rule: readonly string[];
  readonly stage: Stage | undefined;
  readonly loadPackages: readonly string[];
  /** Bytes. */
  readonly limit: number | undefined;
  readonly untracked: boolean;
  readonly revision: string | undefined;
  readonly staged: boolean;
  /** The revision that the change is judged against. */
  readonly base: string | undefined;
  /** `-`: standard input. */
  readonly bodyFile: string | undefined;
  readonly color: boolean | undefined;
  /** False: `--no-cache`. */
  readonly cache: boolean;
  readonly timing: boolean;
  readonly verbose: boolean;
  readonly showExempt: boolean;
}

/** @param begun what whoever calls has begun for these arguments, and asked for the report of an earlier run */
export async function lint(asked: LintArguments, context: Context, begun?: Begun): Promise<ExitCode> {
  checkSource(asked);
  checkLimit(asked);
  const own = begun ?? beginLint(asked, context);
  const again = begun ? undefined : await tellAgain(own, asked);
  if (again !== undefined) return again;
  const { source, witness, memory } = own;
  const watch = new Stopwatch();
  const cache = openCache(asked, context);
  const fresh = await freshReport(asked, context, { source: witness ?? source, witness, cache, watch });
  await tell(fresh, asked);
  watch.lap('report');
  await memory?.keep(fresh);
  cache?.save();
  watch.lap('keep facts');
  if (asked.timing) await print(process.stderr, watch.report() + cacheTiming(cache, memory?.troubles));
  return fresh.code;
}

function checkSource({ untracked, revision, staged, base, bodyFile }: LintArguments): void {
  const exclude = (one: string, other: string, why: string) =>
    new UsageError(`${one} and ${other} exclude each other`, why);
  checkRevision({ untracked, revision });
  if (staged && revision !== undefined)
    throw exclude('--staged', '--revision', 'A revision is not what is staged; leave one of them out.');
  if (staged && untracked) throw exclude('--staged', '--untracked', 'What is staged is tracked.');
  if (bodyFile !== undefined && base === undefined)
    throw new UsageError('--body-file is of use with --base only', 'Name the revision that the change starts from.');
}

/** The formats of this build that have no use for `--limit`. */
const WITHOUT_LIMIT: readonly string[] = [TEXT, 'json', 'sarif', 'github'];

function checkLimit({ limit, format }: LintArguments): void {
  if (limit === undefined) return;
  if (WITHOUT_LIMIT.includes(format))
    throw new UsageError(`--limit is not for --format ${format}`, 'Leave it out, or ask for --format markdown.');
  if (!Number.isSafeInteger(limit) || limit < MIN_REPORT_LIMIT)
    throw new UsageError(
      `--limit cannot be ${limit}`,
      `Give it a number of bytes, ${MIN_REPORT_LIMIT} or more; an issue takes 65536, a job's summary 1000000.`,
    );
}
