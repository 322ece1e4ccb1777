import {
  type Checklist,
  type ChecklistLine,
  type Location,
  OBLIGATION_TERMS,
  type ObligationName,
} from '@shipworthy/model';
import type { LinkTo } from '../checklist/link.ts';
import { evidenceOf, isMigrationFine, waysOf } from '../checklist/markdown.ts';
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
}

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

function areaRows({ areas }: Checklist, to: LinkTo): ObligationRow[] {
  const lines = areas.flatMap(({ name, lines }) =>
    // That there is no filled checklist yet is what the checklist below is for.
    lines.flatMap((line) => (line.obligation === 'checklist' && line.state !== 'met' ? [] : [{ name, line }])),
  );
  return [...groupBy(lines, ({ line }) => JSON.stringify(line)).values()].flatMap((same) => {
    const [first] = same;
    const names = areas.length > 1 ? [...new Set(same.map(({ name }) => name))] : [];
    return first ? [areaRow(first.line, names, to)] : [];
  });
}

/** @param areas what it is asked for, where that is not clear */
function areaRow(line: ChecklistLine, areas: readonly string[], to: LinkTo): ObligationRow {
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
  return { state: 'open', text: `- ${MARKS.open} ${asks}${waysOf(line.obligation)}\n` };
}

const titleOf = (obligation: ObligationName): string => OBLIGATION_TERMS[obligation].title;

const openRow = (text: string): ObligationRow => ({ state: 'open', text: `- ${MARKS.open} ${text}\n` });

function contractRows({ contracts }: Checklist, to: LinkTo): ObligationRow[] {
  const breaking = contracts.flatMap(({ path, breaks }) => (breaks === undefined ? [] : [{ path }]));
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

/** Those that can be taken back answer for the way back above. */
function migrationRows({ migrations }: Checklist, to: LinkTo): ObligationRow[] {
  const rough = migrations.flatMap((migration) => (isMigrationFine(migration) ? [] : [migration.at]));
  if (rough.length === 0) return [];
  return [openRow(`**${counted(rough.length, 'migration')} to look at**: ${placesOf(rough, to)}`)];
}

function alertRows({ alerts }: Checklist, to: LinkTo): ObligationRow[] {
  if (alerts.length === 0) return [];
  const shown = alerts.slice(0, SHOWN).map(({ name, at }) => `${code(name)} (${to(at)})`);
  const left = alerts.length - shown.length;
  const more = left > 0 ? ` and ${counted(left, 'more new alert')}` : '';
  return [openRow(`**Whoever is paged knows what to do** about ${shown.join(', ')}${more}`)];
}

function placesOf(places: readonly Location[], to: LinkTo): string {
  const left = places.length - SHOWN;
  return `${places.slice(0, SHOWN).map(to).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}
