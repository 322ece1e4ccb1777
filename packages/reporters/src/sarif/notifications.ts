import type { AuditedOutcome } from '@shipworthy/model';
import { groupBy } from '../text/group.ts';
import { counted } from '../text/wrap.ts';
import { MAX_LOCATIONS, MAX_NOTIFICATIONS } from './limits.ts';
import { locationOf } from './locations.ts';
import { messageOf } from './message.ts';

/** What the tool says about its own run. */
export const NOTIFICATIONS = [
  { id: 'unknown', shortDescription: { text: 'The repository cannot tell' } },
  { id: 'broken', shortDescription: { text: 'A rule broke while it ran' } },
  { id: 'cut', shortDescription: { text: 'Something is left out of this file' } },
] as const;

const descriptor = (id: (typeof NOTIFICATIONS)[number]['id']) => ({
  id,
  index: NOTIFICATIONS.findIndex((each) => each.id === id),
});

/** One notification for each rule that broke and each rule and reason that hides something; rules that broke first. */
export function notificationsOf(
  outcomes: readonly AuditedOutcome[],
  rules: ReadonlyMap<string, number>,
  leftOut: number,
) {
  const grouped = [...groupsOf(outcomes, 'error'), ...groupsOf(outcomes, 'unknown')];
  const shown = grouped.slice(0, MAX_NOTIFICATIONS).map((same) => {
    const [{ rule, result }] = same;
    const index = rules.get(rule);
    const broke = result.outcome === 'error';
    const places = distinct(same.flatMap(({ evidence }) => evidence.slice(0, 1)).map(locationOf)).slice(
      0,
      MAX_LOCATIONS,
    );
    const times = same.length > 1 ? ` (${counted(same.length, 'time')})` : '';
    return {
      descriptor: descriptor(broke ? 'broken' : 'unknown'),
      level: broke ? 'error' : 'note',
      message: messageOf(`${rule}: ${'why' in result ? (result.why ?? '') : ''}${times}`),
      ...(index !== undefined && { associatedRule: { id: rule, index } }),
      ...(places.length > 0 && { locations: places }),
    };
  });
  const hidden = grouped.length - shown.length;
  return [
    ...shown,
    ...(hidden > 0 ? [cut(`${counted(hidden, 'further notification')} left out`)] : []),
    ...(leftOut > 0 ? [cut(`${counted(leftOut, 'further finding')} left out`)] : []),
  ];
}

/** SARIF forbids a location twice. */
const distinct = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

const cut = (what: string) => ({
  descriptor: descriptor('cut'),
  level: 'warning',
  message: { text: `${what}, so that the file is not too large to be taken: --format json has all of them` },
});

type Group = [AuditedOutcome, ...AuditedOutcome[]];

function groupsOf(outcomes: readonly AuditedOutcome[], name: 'error' | 'unknown'): Group[] {
  const asked = outcomes.filter(({ result }) => result.outcome === name);
  const groups = groupBy(asked, ({ rule, result }) => JSON.stringify([rule, 'why' in result ? result.why : '']));
  return [...groups.values()].flatMap(([first, ...others]): Group[] => (first ? [[first, ...others]] : []));
}
