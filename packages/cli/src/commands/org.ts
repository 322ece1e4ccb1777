import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { configOnDisk } from '@shipworthy/audit/config-on-disk';
import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import { rulePage } from '@shipworthy/audit/rule-page';
import { todayOf } from '@shipworthy/audit/today';
import { UsageError } from '@shipworthy/audit/usage-error';
import { type Preset, SourceError } from '@shipworthy/model';
import {
  assembleReport,
  type Discovery,
  dueInWords,
  fromFolder,
  fromGitHub,
  fromList,
  movedInWords,
  type OrgPolicy,
  type OrgReport,
  type OrgStore,
  openFileStore,
  type Reach,
  type RunHeader,
  reachGitHub,
  readPolicy,
  refusedInWords,
  reportFiles,
  runAudits,
} from '@shipworthy/org';
import { visible } from '@shipworthy/reporters/visible';
import { systemCode } from '@shipworthy/sources';
import { allRules } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { gitHubAccess } from '../github-access.ts';
import { print } from '../output.ts';
import { showLook, showProgress } from '../progress.ts';
import { writeReportFiles } from '../report-folder.ts';
import { type IssueArguments, issueKeeper, type KeepIssue } from '../report-issue.ts';
import { boundHeapGrowth } from '../short-run.ts';

export interface OrgArguments extends IssueArguments {
  readonly out: string;
  /** The folder of the store; absent: beside the report. */
  readonly state: string | undefined;
  /** `2026-12-31` */
  readonly asOf: string | undefined;
}

export interface OrgRunArguments extends OrgArguments {
  /** A folder of clones. */
  readonly from: string | undefined;
  /** Organisations or people on GitHub. */
  readonly org: readonly string[];
  /** A file with one `owner/name` a line. */
  readonly list: string | undefined;
  readonly forks: boolean;
  /** There were runs before: where the store has none, the report says that the history is lost. */
  readonly expectHistory: boolean;
  readonly preset: Preset | undefined;
  /** A file of what the organisation asks. */
  readonly policy: string | undefined;
}

/** Repositories that are audited at once: while one waits for git, another computes. */
const AT_ONCE = 4;

/** Discovers, audits what changed, stores and reports. */
export async function orgRun(asked: OrgRunArguments, context: Context): Promise<ExitCode> {
  boundHeapGrowth();
  const today = dayOf(asked, context);
  const keep = issueKeeper(asked, context, tell);
  const policy = await policyOf(asked);
  const { discovery, budget, end } = await discover(asked, context);
  const { version } = context;
  try {
    return await withStore(asked, async (store) => {
      const progress = showProgress(process.stderr, discovery.repositories.length, { budget });
      try {
        await runAudits({
          discovery,
          store,
          header: {
            ...headerOf(discovery.title, { ...asked, policy }, today, context),
            ...(asked.expectHistory && !store.last() ? { stateLost: true } : {}),
          },
          means: { rules: allRules, version, today, ...(asked.preset === undefined ? {} : { preset: asked.preset }) },
          policy,
          atOnce: AT_ONCE,
          progress: progress.show,
        });
      } finally {
        progress.end();
      }
      return writeReport(store, asked.out, context, keep);
    });
  } finally {
    end();
  }
}

interface Discovered {
  readonly discovery: Discovery;
  /** What is left of GitHub's limit; absent where nothing is asked of it. */
  readonly budget?: Reach['budget'];
  /** Removes what was made to reach the repositories. */
  readonly end: () => void;
}

/** @throws UsageError unless exactly one place is named. */
async function discover({ from, org, list, forks }: OrgRunArguments, { env, version }: Context): Promise<Discovered> {
  const named = [from !== undefined, org.length > 0, list !== undefined].filter(Boolean).length;
  if (named !== 1)
    throw new UsageError(
      named === 0 ? 'which repositories the report is of is not said' : '--from, --org and --list exclude each other',
      'Give one: --from a folder of clones, --org an organisation on GitHub, --list a file of owner/name lines.',
    );
  if (from !== undefined) return { discovery: await clonesIn(from), end: () => {} };
  const access = gitHubAccess(env, 'read the repositories (contents: read, metadata: read)');
  const reach = reachGitHub({ ...access, version, note: tell });
  try {
    const discovery =
      list === undefined
        ? await fromGitHub(org, reach, { forks: !forks })
        : await fromList(basename(list), textOf(list), reach);
    return { discovery, budget: reach.budget, end: reach.end };
  } catch (error) {
    reach.end();
    throw error;
  }
}

async function clonesIn(folder: string): Promise<Discovery> {
  const look = showLook(process.stderr);
  try {
    return await fromFolder(folder, look.show);
  } finally {
    look.end();
  }
}

const tell = (sentence: string): void => void process.stderr.write(`shipworthy: ${visible(sentence)}\n`);

function textOf(list: string): string {
  try {
    return readFileSync(list, 'utf8');
  } catch (cause) {
    throw new UsageError(
      `cannot read ${list} (${systemCode(cause) ?? 'no reason given'})`,
      'Give --list a text file.',
      {
        cause,
      },
    );
  }
}

/** Renders the last run of a store again. */
export async function orgReport(asked: OrgArguments, context: Context): Promise<ExitCode> {
  const keep = issueKeeper(asked, context, tell);
  return withStore(asked, (store) => writeReport(store, asked.out, context, keep));
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

/** @throws UsageError for a file that cannot be read, ConfigError for one with mistakes. */
async function policyOf({ policy: file }: OrgRunArguments): Promise<OrgPolicy | undefined> {
  if (file === undefined) return undefined;
  const content = await configOnDisk('')(file);
  if ('text' in content) return readPolicy(file, content.text, allRules);
  throw new UsageError(
    `cannot read the policy ${file} (${'unreadable' in content ? content.unreadable : 'there is no such file'})`,
    'Give --policy a YAML or JSON file.',
  );
}

interface Asked {
  readonly preset: Preset | undefined;
  readonly policy: OrgPolicy | undefined;
}

/** The digest of the policy names everything that is asked besides the code and the day. */
const headerOf = (title: string, { preset, policy }: Asked, asOf: string, { version, code }: Context): RunHeader => ({
  asOf,
  title,
  tool: { name: 'shipworthy', version },
  code,
  policy: createHash('sha256')
    .update(JSON.stringify({ preset: preset ?? null, ...(policy ? { policy } : {}) }))
    .digest('base64url'),
  rules: allRules.map(({ id, title: what, stages: [stage], severity }) => ({ id, title: what, stage, severity })),
});

async function writeReport(
  store: OrgStore,
  out: string,
  context: Context,
  keep: KeepIssue | undefined,
): Promise<ExitCode> {
  const run = store.last();
  if (!run)
    throw new SourceError(
      'the store holds no finished run',
      'usage',
      'Run `shipworthy org run` first, or give --state the folder it was given.',
    );
  const report = assembleReport({ run, weeks: store.weeks() });
  writeReportFiles(out, reportFiles(report, { page: pageOf(context) }));
  await print(process.stdout, summaryOf(report, out));
  // Told last: what is not kept as an issue yet, the same command keeps, and audits nothing again.
  if (keep) await print(process.stdout, `${visible(await keep(report))}\n`);
  store.told();
  return EXIT.ok;
}

const pageOf =
  ({ pages }: Context) =>
  (id: string): string | undefined => {
    const rule = allRules.find((each) => each.id === id);
    return rule && rulePage(rule, pages);
  };

function summaryOf(report: OrgReport, out: string): string {
  const { coverage, met, regressions, fixed, exemptions } = report;
  const refused = refusedInWords(report);
  const since =
    report.previous === undefined
      ? 'the first report'
      : `${movedInWords(regressions, 'got worse')}; ${movedInWords(fixed, 'fixed')} since the run before`;
  const { audited, discovered, unchanged, failed, excluded } = coverage;
  const left = Object.values(excluded).reduce((sum, count) => sum + count, 0);
  const asides = [
    `${unchanged} unchanged`,
    left > 0 ? `${left} left out` : '',
    failed.length > 0 ? `${failed.length} failed` : '',
  ].filter(Boolean);
  return [
    `${audited} of ${discovered} repositories audited (${asides.join(', ')}).\n`,
    `${met.met} of ${met.applicable} rules met; ${since}.\n`,
    refused === undefined ? '' : `${refused}.\n`,
    exemptions.length > 0 ? `Exemptions: ${dueInWords(exemptions)}.\n` : '',
    `The report: ${join(out, 'index.html')}\n`,
  ].join('');
}
