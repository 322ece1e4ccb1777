import type { MigrationFacts, MigrationOperation, SeriesStanding, Span } from '@shipworthy/model';

/**
 * What is asked of a migration that a change adds, as pure questions of its facts. Without a change to look at only the
 * newest migration of a series is asked: those before it are history, and nobody rewrites what ran in production.
 */
export type MigrationJudgement =
  | { readonly verdict: 'pass'; readonly at?: Span | undefined; readonly note?: string }
  | {
      readonly verdict: 'gap';
      readonly what: string;
      readonly at?: Span | undefined;
      readonly steps: readonly MigrationOperation[];
    }
  | { readonly verdict: 'skip'; readonly why: string }
  | { readonly verdict: 'unknown'; readonly why: string };

/** Why a migration of today's tree is not asked; undefined when it is the newest of its series. */
export function whyHistory(facts: MigrationFacts, series: SeriesStanding): string | undefined {
  if (facts.holds === 'down') return 'holds the way back of another file';
  if (series.latest === undefined)
    return 'which migration of the series is the newest cannot be told; judged when a change adds it';
  return series.latest ? undefined : 'not the newest of its series; judged when a change adds it';
}

const unread = (facts: MigrationFacts): MigrationJudgement | undefined =>
  facts.read === 'operations'
    ? undefined
    : { verdict: 'unknown', why: facts.unseen ?? `what a migration of ${facts.tool} does is not read` };

/**
 * Steps that change what programs find. Rows alone can be put right again by another migration, and what a column may
 * hold besides hurts no program before it.
 */
const OF_SCHEMA: ReadonlySet<MigrationOperation['deed']> = new Set([
  'create-table',
  'drop-table',
  'rename-table',
  'add-column',
  'drop-column',
  'rename-column',
  'change-type',
  'require-value',
  'add-constraint',
  'drop-constraint',
]);

/** Is there a way back, or a word that there is none? */
export function judgeWayBack(facts: MigrationFacts, series: Pick<SeriesStanding, 'partner'>): MigrationJudgement {
  const closed = unread(facts);
  if (closed) return closed;
  const { back, backAt, up, remarks } = facts;
  const said = remarks.find(({ what }) => what === 'way-back');
  const steps = up.filter(({ deed }) => OF_SCHEMA.has(deed));
  if (back === 'written' || back === 'automatic') return { verdict: 'pass', at: backAt };
  if (series.partner === 'here') return { verdict: 'pass', note: 'by the file beside it' };
  if (back === 'refused') return { verdict: 'pass', at: backAt, note: 'it says that there is no way back' };
  if (said) return { verdict: 'pass', at: said.at, note: 'a comment says how' };
  if (back === 'unread') return { verdict: 'unknown', why: 'where this tool keeps the way back is not known' };
  if (back === 'by-design') {
    const [meant] = up.some(({ destroys }) => destroys) ? remarks : [];
    // What nobody reads any more is not missed after going back.
    if (meant) return { verdict: 'pass', at: meant.at, note: `what it drops goes by a plan: ${excerpt(meant.text)}` };
    const lost = up.filter(({ destroys }) => destroys);
    return lost.length > 0
      ? { verdict: 'gap', what: 'lost', at: lost[0]?.at, steps: lost }
      : { verdict: 'skip', why: 'its tool knows no way back, and nothing is lost' };
  }
  // Django and Rails refuse to go back past such a step, whatever it does.
  if (back === 'absent' && backAt) return { verdict: 'gap', what: 'blocked', at: backAt, steps: up };
  if (steps.length === 0)
    return { verdict: 'skip', why: 'changes rows or indexes only, which another migration can put right' };
  return { verdict: 'gap', what: back === 'empty' ? 'empty' : 'absent', at: backAt, steps };
}

/** Does what is dropped go by a plan? */
export function judgePlan(facts: MigrationFacts): MigrationJudgement {
  const closed = unread(facts);
  if (closed) return closed;
  const steps = facts.up.filter(({ destroys }) => destroys);
  const [first] = steps;
  if (!first) return { verdict: 'skip', why: 'drops nothing that is stored' };
  const [remark] = facts.remarks;
  if (remark) return { verdict: 'pass', at: remark.at, note: `it says ${excerpt(remark.text)}` };
  return { verdict: 'gap', what: 'unplanned', at: first.at, steps };
}

/** Do programs of the release before go on working? What is dropped is asked by `planned`. */
export function judgeCompatibility(facts: MigrationFacts): MigrationJudgement {
  const closed = unread(facts);
  if (closed) return closed;
  const steps = facts.up.filter((step) => step.compatible === 'no' && !step.destroys);
  const [first] = steps;
  const remark = facts.remarks.find(({ what }) => what !== 'way-back');
  if (first && remark) return { verdict: 'pass', at: remark.at, note: `it says ${excerpt(remark.text)}` };
  if (first) return { verdict: 'gap', what: 'breaks', at: first.at, steps };
  const changed = facts.up.find(({ deed }) => OF_SCHEMA.has(deed));
  return changed ? { verdict: 'pass', at: changed.at } : { verdict: 'skip', why: 'changes no table' };
}

/** Do writers go on while it runs? Asked of PostgreSQL alone. */
export function judgeLocks(facts: MigrationFacts, dialect: SeriesStanding['dialect']): MigrationJudgement {
  const closed = unread(facts);
  if (closed) return closed;
  if (dialect === undefined) return { verdict: 'unknown', why: 'nothing in the series says for which database it is' };
  if (dialect !== 'postgresql') return { verdict: 'skip', why: 'not for PostgreSQL' };
  const steps = facts.up.filter(({ locks }) => locks !== undefined);
  const [first] = steps;
  const remark = facts.remarks.find(({ what }) => what === 'permits');
  if (first && remark) return { verdict: 'pass', at: remark.at, note: `it says ${excerpt(remark.text)}` };
  if (first) return { verdict: 'gap', what: 'locks', at: first.at, steps };
  const changed = facts.up.find(
    ({ onNewTable, deed }) => !onNewTable && (OF_SCHEMA.has(deed) || deed === 'create-index'),
  );
  return changed ? { verdict: 'pass', at: changed.at } : { verdict: 'skip', why: 'changes no table that has rows' };
}

const LONGEST = 60;
const excerpt = (text: string): string => `'${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}'`;

/** A step in words: `drops users.email`. */
export function stepInWords({ deed, table, column }: MigrationOperation): string {
  const name = [table, column].filter((part) => part !== undefined).join('.');
  const verb = VERBS[deed];
  return name === '' ? `${verb} something` : `${verb} ${name}`;
}

const VERBS: Readonly<Record<MigrationOperation['deed'], string>> = {
  'create-table': 'creates',
  'drop-table': 'drops',
  'rename-table': 'renames',
  'add-column': 'adds',
  'drop-column': 'drops',
  'rename-column': 'renames',
  'change-type': 'changes the type of',
  'require-value': 'requires a value in',
  'allow-empty': 'allows NULL in',
  'set-default': 'gives a default to',
  'drop-default': 'takes the default from',
  'add-constraint': 'constrains',
  'validate-constraint': 'validates a constraint of',
  'drop-constraint': 'drops a constraint of',
  'create-index': 'indexes',
  'drop-index': 'drops an index of',
  'add-enum-value': 'adds a value to',
  insert: 'inserts into',
  update: 'updates',
  delete: 'deletes all rows of',
  truncate: 'empties',
  'set-timeout': 'sets a timeout for',
  'run-code': 'runs code on',
  other: 'changes',
};

/** `drops users.email`, `drops users.email and 2 more`. */
export function stepsInWords(steps: readonly MigrationOperation[]): string {
  const [first] = steps;
  if (!first) return 'changes something';
  return steps.length === 1 ? stepInWords(first) : `${stepInWords(first)} and ${steps.length - 1} more`;
}

/** How a message names a file: by its folder too where every file of the tool bears the same name. */
export function migrationName(path: string): string {
  const parts = path.split('/');
  return parts.slice(/^(?:up|down|migration)\.sql$/.test(parts.at(-1) ?? '') ? -2 : -1).join('/');
}
