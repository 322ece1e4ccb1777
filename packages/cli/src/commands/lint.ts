import {
  type Audit,
  MIN_REPORT_LIMIT,
  type Preset,
  type Reporter,
  type RepositorySource,
  type Stage,
} from '@shipworthy/model';
import { visible } from '@shipworthy/reporters/visible';
import { auditPath } from '../audit.ts';
import { type Catalogue, catalogueOf } from '../catalogue-of.ts';
import { todayOf } from '../configuration.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { cacheTiming, openCache } from '../facts-cache.ts';
import { reporterOf, TEXT, WITHOUT_EVIDENCE } from '../formats.ts';
import { deliver, print } from '../output.ts';
import { auditedRepository, report } from '../report.ts';
import { rulePage } from '../rule-page.ts';
import { showStatus } from '../status.ts';
import { Stopwatch } from '../stopwatch.ts';
import { UsageError } from '../usage-error.ts';
import { textOptions } from './text-options.ts';
import { type FailOn, verdict } from './verdict.ts';

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

/** @param source of the path, when whoever calls has begun to open it */
export async function lint(
  asked: LintArguments,
  context: Context,
  source?: Promise<RepositorySource>,
): Promise<ExitCode> {
  if (asked.untracked && asked.revision !== undefined)
    throw new UsageError('--untracked and --revision exclude each other', 'A revision holds tracked files only.');
  checkLimit(asked);
  const catalogue = await catalogueOf(asked.loadPackages);
  const reporter = await reporterOf(asked.format, catalogue.packages);
  const watch = new Stopwatch();
  const cache = openCache(asked, context);
  const done = showStatus(process.stderr, 'reading the repository');
  const notes: string[] = [];
  let audit: Audit;
  try {
    audit = await auditPath(
      {
        path: asked.path,
        rules: catalogue.rules,
        packages: asked.loadPackages,
        note: (sentence) => notes.push(sentence),
        version: context.version,
        preset: asked.preset,
        config: asked.config,
        today: todayOf(context.env),
        locateEvidence: !WITHOUT_EVIDENCE.includes(asked.format) || asked.verbose,
        untracked: asked.untracked,
        ...(asked.rule.length > 0 && { only: asked.rule }),
        ...(asked.stage !== undefined && { stage: asked.stage }),
        ...(asked.revision !== undefined && { revision: asked.revision }),
        ...(source && { source }),
        ...(cache && { cache }),
      },
      watch,
    );
  } finally {
    done();
  }
  for (const note of notes) await print(process.stderr, `shipworthy: ${visible(note)}\n`);
  await deliver(await render(audit, reporter, asked, catalogue, context), asked.output);
  watch.lap('report');
  cache?.save();
  watch.lap('keep facts');
  if (asked.timing) await print(process.stderr, watch.report() + cacheTiming(cache));
  return verdict(audit, asked);
}

/** Text is laid out for where it goes; every other format is one reporter's. */
async function render(
  audit: Audit,
  reporter: Reporter | undefined,
  asked: LintArguments,
  { rules }: Catalogue,
  { env, pages }: Context,
): Promise<string> {
  if (reporter) {
    const { limit } = asked;
    const repository = auditedRepository(audit, env);
    return report(reporter, audit, {
      page: (id) => {
        const rule = rules.find((each) => each.id === id);
        return rule && rulePage(rule, pages);
      },
      ...(limit !== undefined && { limit }),
      ...(repository !== undefined && { repository }),
    });
  }
  const { renderText } = await import('@shipworthy/reporters/text');
  const { color, output, verbose, showExempt, revision, path } = asked;
  return renderText(
    audit,
    textOptions({ color, env, output, verbose, showExempt, folder: revision === undefined ? path : undefined }),
  );
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
