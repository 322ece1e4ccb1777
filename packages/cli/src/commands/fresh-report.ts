import { type AuditRequest, auditChange, auditPath } from '@shipworthy/audit';
import { rulePage } from '@shipworthy/audit/rule-page';
import type { Stopwatch } from '@shipworthy/audit/stopwatch';
import { todayOf } from '@shipworthy/audit/today';
import { verdict } from '@shipworthy/audit/verdict';
import type { DiskCache } from '@shipworthy/cache';
import type { Audit, Reporter, RepositorySource } from '@shipworthy/model';
import { type Catalogue, catalogueOf } from '../catalogue-of.ts';
import type { Context } from '../context.ts';
import { openReports } from '../facts-cache.ts';
import { reporterOf, WITHOUT_EVIDENCE } from '../formats.ts';
import { bodyOf } from '../pull-request-text.ts';
import type { Told } from '../recall/report-memory.ts';
import type { Witness } from '../recall/witness.ts';
import { auditedRepository, report } from '../report.ts';
import { expectShortRun } from '../short-run.ts';
import { showStatus } from '../status.ts';
import type { LintArguments } from './lint.ts';
import { textOptions } from './text-options.ts';

interface Means {
  readonly source: Promise<RepositorySource>;
  /** The source, when what it shows is to be remembered. */
  readonly witness: Promise<Witness> | undefined;
  readonly cache: DiskCache | undefined;
  readonly watch: Stopwatch;
}

/**
 * Audits and renders.
 * @throws what `auditPath` throws, and UsageError for packages and formats that cannot be had.
 */
export async function freshReport(
  asked: LintArguments,
  context: Context,
  { source, witness, cache, watch }: Means,
): Promise<Told> {
  expectShortRun();
  const catalogue = await catalogueOf(asked.loadPackages);
  const reporter = await reporterOf(asked.format, catalogue.packages);
  const done = showStatus(process.stderr, 'reading the repository');
  const notes: string[] = [];
  try {
    const request: AuditRequest = {
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
      source,
      ofDisk: (await witness)?.ofDisk,
      ...(asked.rule.length > 0 && { only: asked.rule }),
      ...(asked.stage !== undefined && { stage: asked.stage }),
      staged: asked.staged,
      revision: asked.revision,
      ...(cache && { cache }),
      ...(asked.base !== undefined && { reports: openReports(asked, context) }),
    };
    const audit =
      asked.base === undefined
        ? await auditPath(request, watch)
        : await auditChange(request, { base: asked.base, body: await bodyOf(asked.bodyFile) }, watch);
    const text = await render(audit, reporter, asked, catalogue, context);
    return { text, notes, code: verdict(audit, asked) };
  } finally {
    done();
  }
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
  const { color, output, verbose, showExempt, revision, staged, path } = asked;
  return renderText(
    audit,
    textOptions({
      color,
      env,
      output,
      verbose,
      showExempt,
      folder: revision === undefined && !staged ? path : undefined,
    }),
  );
}
