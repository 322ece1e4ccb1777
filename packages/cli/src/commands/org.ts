import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import { rulePage } from '@shipworthy/audit/rule-page';
import { todayOf } from '@shipworthy/audit/today';
import { UsageError } from '@shipworthy/audit/usage-error';
import { type Preset, SourceError } from '@shipworthy/model';
import {
  assembleReport,
  fromFolder,
  type OrgReport,
  type OrgStore,
  openFileStore,
  type RunHeader,
  reportFiles,
  runAudits,
} from '@shipworthy/org';
import { systemCode } from '@shipworthy/sources';
import { allRules } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { print } from '../output.ts';
import { showProgress } from '../progress.ts';

export interface OrgArguments {
  /** A folder of clones. */
  readonly from: string | undefined;
  readonly out: string;
  /** The folder of the store; absent: beside the report. */
  readonly state: string | undefined;
  /** `2026-12-31` */
  readonly asOf: string | undefined;
}

export interface OrgRunArguments extends OrgArguments {
  readonly preset: Preset | undefined;
}

/** Repositories that are audited at once: while one waits for git, another computes. */
const AT_ONCE = 4;

/** Discovers, audits what changed, stores and reports. */
export async function orgRun(asked: OrgRunArguments, context: Context): Promise<ExitCode> {
  if (asked.from === undefined)
    throw new UsageError(
      'which repositories the report is of is not said',
      'Give --from a folder of clones: shipworthy org run --from ~/clones --out report',
    );
  const today = dayOf(asked, context);
  const discovery = await fromFolder(asked.from);
  const { version } = context;
  return withStore(asked, async (store) => {
    const progress = showProgress(process.stderr, discovery.repositories.length);
    try {
      await runAudits({
        discovery,
        store,
        header: headerOf(discovery.title, asked, today, context),
        means: { rules: allRules, version, today, ...(asked.preset === undefined ? {} : { preset: asked.preset }) },
        atOnce: AT_ONCE,
        progress: progress.show,
      });
    } finally {
      progress.end();
    }
    return writeReport(store, asked.out, context);
  });
}

/** Renders the last run of a store again. */
export async function orgReport(asked: OrgArguments, context: Context): Promise<ExitCode> {
  return withStore(asked, (store) => writeReport(store, asked.out, context));
}

async function withStore<T>({ out, state }: OrgArguments, use: (store: OrgStore) => Promise<T>): Promise<T> {
  const store = openFileStore(resolve(state ?? join(out, 'state')), new Date());
  try {
    return await use(store);
  } finally {
    store.close();
  }
}

function dayOf({ asOf }: OrgArguments, { env }: Context): string {
  if (asOf === undefined) return todayOf(env);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf)))
    throw new UsageError(`--as-of cannot be ${asOf}`, 'Give it a day: --as-of 2026-12-31');
  return asOf;
}

/** The digest of the policy names everything that is asked besides the code and the day. */
const headerOf = (title: string, { preset }: OrgRunArguments, asOf: string, { version, code }: Context): RunHeader => ({
  asOf,
  title,
  tool: { name: 'shipworthy', version },
  code,
  policy: createHash('sha256')
    .update(JSON.stringify({ preset: preset ?? null }))
    .digest('base64url'),
  rules: allRules.map(({ id, title: what, stages: [stage], severity }) => ({ id, title: what, stage, severity })),
});

async function writeReport(store: OrgStore, out: string, context: Context): Promise<ExitCode> {
  const run = store.last();
  if (!run)
    throw new SourceError(
      'the store holds no finished run',
      'usage',
      'Run `shipworthy org run` first, or give --state the folder it was given.',
    );
  const report = assembleReport({ run, weeks: store.weeks() });
  for (const [path, text] of reportFiles(report, { page: pageOf(context) })) {
    const file = join(out, path);
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    } catch (cause) {
      throw new SourceError(
        `cannot write ${file} (${systemCode(cause) ?? 'no reason given'})`,
        'environment',
        'Give --out a folder that is writable. What was audited is in the store: `shipworthy org report` renders it again.',
        { cause },
      );
    }
  }
  await print(process.stdout, summaryOf(report, out));
  return EXIT.ok;
}

const pageOf =
  ({ pages }: Context) =>
  (id: string): string | undefined => {
    const rule = allRules.find((each) => each.id === id);
    return rule && rulePage(rule, pages);
  };

function summaryOf({ coverage, met, regressions, fixed }: OrgReport, out: string): string {
  const { audited, discovered, unchanged, failed, excluded } = coverage;
  const left = Object.values(excluded).reduce((sum, count) => sum + count, 0);
  const asides = [
    `${unchanged} unchanged`,
    left > 0 ? `${left} left out` : '',
    failed.length > 0 ? `${failed.length} failed` : '',
  ].filter(Boolean);
  return [
    `${audited} of ${discovered} repositories audited (${asides.join(', ')}).\n`,
    `${met.met} of ${met.applicable} rules met; ${regressions.length} regressions and ${fixed.length} fixed since the run before.\n`,
    `The report: ${join(out, 'index.html')}\n`,
  ].join('');
}
