import { MIN_REPORT_LIMIT, type Preset, type RepositorySource, type Stage } from '@shipworthy/model';
import { visible } from '@shipworthy/reporters/visible';
import { openSource } from '@shipworthy/sources';
import { configOnDisk } from '../config-on-disk.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { cacheTiming, openCache, openReports } from '../facts-cache.ts';
import { TEXT } from '../formats.ts';
import { deliver, print } from '../output.ts';
import { questionOf } from '../recall/question.ts';
import { ReportMemory, type Told } from '../recall/report-memory.ts';
import { Witness } from '../recall/witness.ts';
import { Stopwatch } from '../stopwatch.ts';
import { UsageError } from '../usage-error.ts';
import type { FailOn } from './verdict.ts';

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
  readonly color: boolean | undefined;
  /** False: `--no-cache`. */
  readonly cache: boolean;
  readonly timing: boolean;
  readonly verbose: boolean;
  readonly showExempt: boolean;
}

/** @param begun source of the path, when whoever calls has begun to open it */
export async function lint(
  asked: LintArguments,
  context: Context,
  begun?: Promise<RepositorySource>,
): Promise<ExitCode> {
  const { path, untracked, revision } = asked;
  if (untracked && revision !== undefined)
    throw new UsageError('--untracked and --revision exclude each other', 'A revision holds tracked files only.');
  checkLimit(asked);
  const source = begun ?? openSource(path, { untracked, ...(revision !== undefined && { revision }) });
  // Whatever is wrong with it is said when it is needed.
  source.catch(() => {});
  const watch = new Stopwatch();
  const witness = asked.cache ? source.then((found) => new Witness(found, configOnDisk(path))) : undefined;
  witness?.catch(() => {});
  const memory = witness && memoryOf(asked, context, witness);
  const known = await memory?.recall();
  if (known) {
    watch.lap('list and compare');
    await tell(known, asked);
    watch.lap('report');
    if (asked.timing)
      await print(process.stderr, `${watch.report()}the report of an earlier run: nothing has changed\n`);
    return known.code;
  }
  // The code that reads and asks is loaded when it is needed: that takes as long as comparing.
  const { freshReport } = await import('./fresh-report.ts');
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

/** Packages bring code, and a configuration that is named text, which no digest of this build or of the repository covers. */
function memoryOf(asked: LintArguments, context: Context, witness: Promise<Witness>): ReportMemory | undefined {
  if (asked.loadPackages.length > 0 || typeof asked.config === 'string') return undefined;
  const reports = openReports(asked, context);
  return reports && new ReportMemory(reports, questionOf(asked, context.env), witness);
}

async function tell({ notes, text }: Told, { output }: LintArguments): Promise<void> {
  for (const note of notes) await print(process.stderr, `shipworthy: ${visible(note)}\n`);
  await deliver(text, output);
}

/** The formats of this build that have no use for `--limit`. */
const WITHOUT_LIMIT: readonly string[] = [TEXT, 'json', 'sarif'];

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
