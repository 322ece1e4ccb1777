import {
  type Checklist,
  type ChecklistArea,
  type ChecklistContract,
  type ChecklistEvidence,
  type ChecklistLine,
  type ChecklistMigration,
  type Location,
  OBLIGATION_TERMS,
} from '@shipworthy/model';
import { code, prose } from '../markdown/escape.ts';
import { counted } from '../text/wrap.ts';
import { type LinkTo, relativeLink } from './link.ts';

/** Files, breaks and alerts that are listed one by one: a checklist that is long is ticked without reading. */
const MOST = 5;
/** Characters of a commit's id that people are shown. */
const SHORT = 9;

/** The checklist as a list of tasks of GitHub, to be pasted into a pull request. */
export function renderChecklistMarkdown(checklist: Checklist): string {
  const groups = checklistGroups(checklist);
  return [headOf(checklist, groups.length > 0), ...groups].join('\n');
}

/** The tasks, each group below a heading of the third level. Empty: nothing is asked. */
export const checklistGroups = (checklist: Checklist, to: LinkTo = relativeLink): readonly string[] => [
  ...groupsOf(checklist.areas, to),
  ...contractGroup(checklist.contracts, to),
  ...migrationGroup(checklist.migrations, to),
  ...alertGroup(checklist.alerts, to),
];

function headOf({ base, since, files, exempt, unheard, areas, forms }: Checklist, asks: boolean): string {
  const said = [
    `${counted(files, 'file')} changed since ${code(since?.slice(0, SHORT) ?? base)}.`,
    areas.length === 0 ? 'No sensitive area is touched.' : '',
    exempt === undefined ? '' : `Nothing is asked of it: ${prose(exempt)}.`,
    unheard === undefined ? '' : `Not all that was said of it can be seen: ${prose(unheard)}.`,
    asks ? 'Tick what holds; answer what is open here, or in a trailer of a commit.' : '',
  ].filter((part) => part !== '');
  return `## Release checklist\n\n${said.join(' ')}\n${asks ? formLines(forms) : ''}`;
}

/** Where the repository itself asks for such a list. */
function formLines(forms: Checklist['forms']): string {
  const form = forms.find(({ what }) => what === 'change-template');
  const list = forms.find(({ what }) => what === 'release-checklist');
  const said = [
    form?.heading === undefined ? '' : `It belongs below “${prose(form.heading)}” of ${relativeLink(form.at)}.`,
    list ? `Releases as a whole: ${relativeLink(list.at)}.` : '',
  ].filter((part) => part !== '');
  return said.length === 0 ? '' : `\n${said.join(' ')}\n`;
}

/** Areas of which the same is asked are one group: a line is ticked once. */
function groupsOf(areas: readonly ChecklistArea[], to: LinkTo): string[] {
  const groups = new Map<string, { areas: ChecklistArea[]; lines: readonly ChecklistLine[] }>();
  for (const area of areas) {
    const lines = area.lines.filter(isWorthALine);
    const key = JSON.stringify(lines);
    const known = groups.get(key);
    if (known) known.areas.push(area);
    else groups.set(key, { areas: [area], lines });
  }
  const told = new Set<string>();
  return [...groups.values()].map((group) => {
    const fresh = group.lines.filter((line) => !told.has(JSON.stringify(line)));
    for (const line of group.lines) told.add(JSON.stringify(line));
    const left = group.lines.length - fresh.length;
    const more = left > 0 ? `- and ${counted(left, 'line')} as above\n` : '';
    return `${group.areas.map((area) => areaLine(area, to)).join('\n')}\n\n${fresh.map((line) => taskOf(line, to)).join('')}${more}`;
  });
}

/** The list itself is the checklist: that there is none yet is no line of it. */
const isWorthALine = ({ obligation, state }: ChecklistLine): boolean => obligation !== 'checklist' || state === 'met';

const areaLine = ({ name, files }: ChecklistArea, to: LinkTo): string => `### ${prose(name)}: ${linksOf(files, to)}`;

function taskOf({ obligation, state, why, evidence }: ChecklistLine, to: LinkTo): string {
  const { title, question } = OBLIGATION_TERMS[obligation];
  if (state === 'met') return `- [x] ${title}: ${evidence.map((each) => evidenceOf(each, to)).join('; ')}\n`;
  const reason = why === undefined ? '' : ` (not seen: ${prose(why)})`;
  return `- [ ] ${title}: ${question}${reason}${waysOf(obligation)}\n`;
}

/** What would answer an open line besides this list. */
export function waysOf(obligation: ChecklistLine['obligation']): string {
  const { trailers, file } = OBLIGATION_TERMS[obligation];
  const [key = ''] = trailers;
  const trailer = code(`${key.charAt(0).toUpperCase()}${key.slice(1)}: …`);
  return ` (${trailer}${file === undefined ? '' : `, or ${file} in the change`})`;
}

/** Where an obligation is answered. */
export function evidenceOf(evidence: ChecklistEvidence, to: LinkTo): string {
  if (evidence.in === 'file') return `${to(evidence.at)} (${prose(evidence.what)})`;
  const where =
    evidence.in === 'body' ? `pull request, line ${evidence.line}` : `commit ${code(evidence.commit.slice(0, SHORT))}`;
  return `“${prose(evidence.words)}” (${where})`;
}

function contractGroup(contracts: readonly ChecklistContract[], to: LinkTo): string[] {
  if (contracts.length === 0) return [];
  const lines = contracts.flatMap(({ path, breaks, unknown }) => {
    if (breaks === undefined)
      return [`- [ ] ${code(path)} could not be compared (${prose(unknown ?? '')}): does it break those who use it?\n`];
    const shown = breaks
      .slice(0, MOST)
      .map(({ what, level, at }) => `  - ${level === 'risky' ? 'may break: ' : ''}${prose(what)} (${to(at)})\n`);
    const left = breaks.length - shown.length;
    return [
      `- [ ] Those who use ${code(path)} know of this and can follow:\n`,
      ...shown,
      left > 0 ? `  - and ${left} more\n` : '',
    ];
  });
  return [`### Contracts that break\n\n${lines.join('')}`];
}

const BACK: Readonly<Record<ChecklistMigration['back'], string>> = {
  written: 'can be taken back',
  automatic: 'can be taken back by its tool',
  'not-needed': 'only adds, and the release before goes on working',
  empty: 'has a way back with nothing in it',
  refused: 'says that there is no way back',
  absent: 'has no way back',
  'by-design': 'has no way back: its tool knows none',
  unread: 'may have a way back that is not read',
};
const TAKEN_BACK: ReadonlySet<ChecklistMigration['back']> = new Set(['written', 'automatic', 'not-needed']);

/** It can be taken back, and does nothing that cannot. */
export const isMigrationFine = ({ back, dangerous, unread }: ChecklistMigration): boolean =>
  TAKEN_BACK.has(back) && dangerous.length === 0 && !unread;

/**
 * `db/1.sql has no way back; what it does is not read`
 * @param where the steps that are dangerous, behind a colon
 */
export function migrationSaid(
  { at, back, dangerous, unread }: ChecklistMigration,
  to: LinkTo,
  where = `: ${linksOf(dangerous, to)}`,
): string {
  const danger =
    dangerous.length > 0
      ? `; it loses data, or the release before cannot work with it${where}`
      : unread
        ? '; what it does is not read'
        : '';
  return `${to(at)} ${BACK[back]}${danger}`;
}

function migrationGroup(migrations: readonly ChecklistMigration[], to: LinkTo): string[] {
  if (migrations.length === 0) return [];
  const shown = migrations.slice(0, MOST).map((migration) => {
    return `- [${isMigrationFine(migration) ? 'x' : ' '}] ${migrationSaid(migration, to)}\n`;
  });
  const left = migrations.length - shown.length;
  return [`### Migrations\n\n${shown.join('')}${left > 0 ? `- and ${counted(left, 'more migration')}\n` : ''}`];
}

function alertGroup(alerts: Checklist['alerts'], to: LinkTo): string[] {
  const task = (same: Checklist['alerts'], box: ' ' | 'x', what: string): string => {
    if (same.length === 0) return '';
    const names = same.slice(0, MOST).map(({ name, at }) => `${code(name)} (${to(at)})`);
    const left = same.length - names.length;
    return `- [${box}] ${what}: ${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}\n`;
  };
  if (alerts.length === 0) return [];
  const known = alerts.filter(({ runbook }) => runbook !== undefined);
  const open = alerts.filter(({ runbook }) => runbook === undefined);
  return [
    `### New alerts\n\n${task(open, ' ', 'Whoever is paged knows what to do')}${task(known, 'x', 'A runbook is named')}`,
  ];
}

function linksOf(places: readonly Location[], to: LinkTo): string {
  const left = places.length - MOST;
  return `${places.slice(0, MOST).map(to).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}
