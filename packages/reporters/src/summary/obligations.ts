import {
  type Checklist,
  type ChecklistLine,
  type Location,
  OBLIGATION_TERMS,
  type ObligationName,
} from '@shipworthy/model';
import type { LinkTo } from '../checklist/link.ts';
import { evidenceOf, isMigrationFine, migrationSaid, waysOf } from '../checklist/markdown.ts';
import { code, prose } from '../markdown/escape.ts';
import { groupBy } from '../text/group.ts';
import { counted } from '../text/wrap.ts';
import { MARKS } from './marks.ts';

/** Places, and pieces of evidence, that are named in a line: the checklist has all. */
const SHOWN = 1;

/** An obligation of the change, and whether it is met. */
export interface ObligationRow {
  readonly state: ChecklistLine['state'];
  readonly text: string;
  /** Of an interface or of infrastructure alone, of which not every edit needs an answer: it is worth a look, not a place in the open. */
  readonly light?: true;
}

/** The area of migrations. */
const OF_MIGRATIONS = 'data';

/** Areas whose files change every day; where the configuration names one, somebody wants to be asked. */
const LIGHT: ReadonlySet<string> = new Set(['contract', 'infrastructure']);

/** What the change touches asks for, one line for each: open, met, not seen. Empty: nothing is asked. */
export function obligationRows(checklist: Checklist, to: LinkTo): readonly ObligationRow[] {
  const rows = [
    ...areaRows(checklist, to),
    ...contractRows(checklist, to),
    ...migrationRows(checklist, to),
    ...alertRows(checklist, to),
  ];
  return ORDER.flatMap((wanted) => rows.filter(({ state }) => state === wanted));
}

const ORDER = ['open', 'met', 'unknown'] as const;

function areaRows(checklist: Checklist, to: LinkTo): ObligationRow[] {
  const { areas } = checklist;
  const lines = areas.flatMap(({ name, configured, lines }) =>
    // That there is no filled checklist yet is what the checklist below is for.
    lines.flatMap((line) =>
      line.obligation === 'checklist' && line.state !== 'met'
        ? []
        : [{ name, line, isLight: LIGHT.has(name) && !configured }],
    ),
  );
  return [...groupBy(lines, ({ line }) => JSON.stringify(line)).values()].flatMap((same) => {
    const [first] = same;
    const names = [...new Set(same.map(({ name }) => name))];
    if (!first) return [];
    const because = becauseOf(first.line.obligation, names, checklist, to);
    const row = areaRow(first.line, areas.length > 1 ? names : [], to, because);
    return [because === '' && same.every(({ isLight }) => isLight) ? { ...row, light: true as const } : row];
  });
}

/** What an obligation is about, where the change shows it; else ''. */
function becauseOf(obligation: ObligationName, names: readonly string[], checklist: Checklist, to: LinkTo): string {
  const { migrations, contracts } = checklist;
  if (obligation === 'migration-plan') return roughOf(migrations, to);
  if (obligation === 'way-back' && names.includes(OF_MIGRATIONS) && !asksFor(checklist, 'migration-plan'))
    return roughOf(migrations, to);
  if (obligation !== 'release-note') return '';
  const breaks = contracts.flatMap((contract) => contract.breaks ?? []);
  const [first] = breaks;
  if (!first) return '';
  const more = breaks.length > 1 ? `; and ${counted(breaks.length - 1, 'more break')}` : '';
  return `${first.level === 'risky' ? 'may break: ' : ''}${prose(first.what)} (${to(first.at)})${more}`;
}

/** @param area in this one alone */
const asksFor = ({ areas }: Checklist, wanted: ObligationName, area?: string): boolean =>
  areas.some(
    ({ name, lines }) => (area === undefined || name === area) && lines.some(({ obligation }) => obligation === wanted),
  );

/**
 * @param areas what it is asked for, where that is not clear
 * @param because what it is asked about; may be ''
 */
function areaRow(line: ChecklistLine, areas: readonly string[], to: LinkTo, because: string): ObligationRow {
  const asks = `**${titleOf(line.obligation)}**${areas.length === 0 ? '' : `, for ${areas.map(prose).join(', ')}`}`;
  if (line.state === 'met') {
    const shown = line.evidence.slice(0, SHOWN).map((each) => evidenceOf(each, to));
    const rest = line.evidence.length - shown.length;
    return {
      state: 'met',
      text: `- ${MARKS.fine} ${asks}: ${shown.join('; ')}${rest > 0 ? ` and ${rest} more` : ''}\n`,
    };
  }
  if (line.state === 'unknown')
    return { state: 'unknown', text: `- ${MARKS.unknown} ${asks}: not seen, ${prose(line.why ?? '')}\n` };
  return {
    state: 'open',
    text: `- ${MARKS.open} ${asks}${waysOf(line.obligation)}${because === '' ? '' : `: ${because}`}\n`,
  };
}

const titleOf = (obligation: ObligationName): string => OBLIGATION_TERMS[obligation].title;

const openRow = (text: string): ObligationRow => ({ state: 'open', text: `- ${MARKS.open} ${text}\n` });

/** What breaks is told beside the note for callers, where one is asked for. */
function contractRows(checklist: Checklist, to: LinkTo): ObligationRow[] {
  const { contracts } = checklist;
  const breaking = asksFor(checklist, 'release-note')
    ? []
    : contracts.flatMap(({ path, breaks }) => (breaks === undefined ? [] : [{ path }]));
  const unseen = contracts.flatMap(({ path, breaks }) => (breaks === undefined ? [{ path }] : []));
  return [
    ...(breaking.length > 0 ? [openRow(`**Callers know of what breaks**, for ${placesOf(breaking, to)}`)] : []),
    ...(unseen.length > 0
      ? [
          {
            state: 'unknown' as const,
            text: `- ${MARKS.unknown} **Whether callers break**: not seen, for ${placesOf(unseen, to)}\n`,
          },
        ]
      : []),
  ];
}

/** Where a plan or a way back is asked for, it is for these, and is told there. */
function migrationRows(checklist: Checklist, to: LinkTo): ObligationRow[] {
  const { migrations } = checklist;
  if (asksFor(checklist, 'migration-plan') || asksFor(checklist, 'way-back', OF_MIGRATIONS)) return [];
  const rough = migrations.filter((migration) => !isMigrationFine(migration));
  if (rough.length === 0) return [];
  return [openRow(`**${counted(rough.length, 'migration')} to look at**: ${roughOf(migrations, to)}`)];
}

/** What is the matter with the first of the migrations, and how many more there are. */
function roughOf(migrations: Checklist['migrations'], to: LinkTo): string {
  const [first, ...others] = migrations.filter((migration) => !isMigrationFine(migration));
  if (!first) return '';
  const said = migrationSaid({ ...first, at: first.dangerous[0] ?? first.at }, to, '');
  return `${said}${others.length > 0 ? `; and ${counted(others.length, 'more migration')}` : ''}`;
}

function alertRows({ alerts }: Checklist, to: LinkTo): ObligationRow[] {
  const asks = '**Whoever is paged knows what to do**';
  const open = alerts.filter(({ runbook }) => runbook === undefined);
  const [first] = open.length > 0 ? open : alerts;
  if (!first) return [];
  const others = (open.length > 0 ? open : alerts).length - 1;
  const more = others > 0 ? ` and ${counted(others, 'more new alert')}` : '';
  if (open.length > 0) return [openRow(`${asks} about ${code(first.name)} (${to(first.at)})${more}`)];
  const runbook = first.runbook ? to(first.runbook) : '';
  return [{ state: 'met', text: `- ${MARKS.fine} ${asks}: ${code(first.name)} has a runbook (${runbook})${more}\n` }];
}

function placesOf(places: readonly Location[], to: LinkTo): string {
  const left = places.length - SHOWN;
  return `${places.slice(0, SHOWN).map(to).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}
