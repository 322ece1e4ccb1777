import { configOnDisk } from '@shipworthy/audit/config-on-disk';
import type { ExitCode } from '@shipworthy/audit/exit-codes';
import { Stopwatch } from '@shipworthy/audit/stopwatch';
import type { RepositorySource } from '@shipworthy/model';
import { visible } from '@shipworthy/reporters/visible';
import { openSource } from '@shipworthy/sources';
import type { LintArguments } from '../commands/lint.ts';
import type { Context } from '../context.ts';
import { openReports } from '../facts-cache.ts';
import { deliver, print } from '../output.ts';
import { questionOf } from './question.ts';
import { ReportMemory, type Told } from './report-memory.ts';
import { Witness } from './witness.ts';

/** A run of `lint` on its way: the source is being opened. */
export interface Begun {
  readonly source: Promise<RepositorySource>;
  /** The source, when what it shows is to be remembered. */
  readonly witness: Promise<Witness> | undefined;
  readonly memory: ReportMemory | undefined;
}

/** Opens the source; whoever needs it is told what is wrong with it. */
export function beginLint(asked: LintArguments, context: Context): Begun {
  const { path, untracked, revision, staged, base, cache } = asked;
  const source = openSource(path, {
    untracked,
    staged,
    blobs: base !== undefined,
    ...(revision !== undefined && { revision }),
  });
  source.catch(() => {});
  const witness =
    cache && base === undefined ? source.then((found) => new Witness(found, configOnDisk(path))) : undefined;
  witness?.catch(() => {});
  return { source, witness, memory: witness && memoryOf(asked, context, witness) };
}

/** Packages bring code, and a configuration that is named text, which no digest of this build or of the repository covers. */
function memoryOf(asked: LintArguments, context: Context, witness: Promise<Witness>): ReportMemory | undefined {
  if (asked.loadPackages.length > 0 || typeof asked.config === 'string') return undefined;
  const reports = openReports(asked, context);
  return reports && new ReportMemory(reports, questionOf(asked, context.env), witness);
}

/** Tells the report of an earlier run, if it still is the answer; undefined when it has to be worked out. */
export async function tellAgain({ memory }: Begun, asked: LintArguments): Promise<ExitCode | undefined> {
  const watch = new Stopwatch();
  const known = await memory?.recall();
  if (!known) return undefined;
  watch.lap('list and compare');
  await tell(known, asked);
  watch.lap('report');
  if (asked.timing) await print(process.stderr, `${watch.report()}the report of an earlier run: nothing has changed\n`);
  return known.code;
}

export async function tell({ notes, text }: Told, { output }: LintArguments): Promise<void> {
  for (const note of notes) await print(process.stderr, `shipworthy: ${visible(note)}\n`);
  await deliver(text, output);
}
