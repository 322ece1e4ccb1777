import type { Met, Severity, Stage } from '@shipworthy/model';
import { SEVERITIES } from '@shipworthy/model';
import type { SeverityCounts, Transition } from './org-report.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2026-11-22` as `22 November 2026`; what is no such day stays as it is. */
export function day(iso: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(date)} ${name} ${year}`;
}

/** `12,412` */
export const number = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `1 finding`, `2,000 findings` */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${number(count)} ${count === 1 ? noun : plural}`;

/** In tenths of a percent, rounded down: only what is whole is 100%. Undefined where nothing is asked. */
export const tenths = ({ met, applicable }: Met): number | undefined =>
  applicable === 0 ? undefined : Math.floor((met * 1000) / applicable);

/** `68.2%`, or `none asked`. */
export function percent(met: Met): string {
  const value = tenths(met);
  return value === undefined ? 'none asked' : `${(value / 10).toFixed(1).replace(/\.0$/, '')}%`;
}

/** `up 1.1 points`, from what is shown, so that a reader can check it. Undefined where one of the two asks nothing. */
export function difference(now: Met, before: Met): { readonly words: string; readonly sign: -1 | 0 | 1 } | undefined {
  const [to, from] = [tenths(now), tenths(before)];
  if (to === undefined || from === undefined) return undefined;
  const moved = to - from;
  if (moved === 0) return { words: 'as before', sign: 0 };
  const points = (Math.abs(moved) / 10).toFixed(1);
  return {
    words: `${moved > 0 ? 'up' : 'down'} ${points} ${points === '1.0' ? 'point' : 'points'}`,
    sign: moved > 0 ? 1 : -1,
  };
}

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  discovery: 'Discovery',
  design: 'Design',
  build: 'Build',
  test: 'Test',
  deploy: 'Deploy',
  operate: 'Operate',
  improve: 'Improve',
};

/** Of a severity, in words. */
export const PLURALS: Readonly<Record<Severity, string>> = { error: 'errors', warning: 'warnings', info: 'info' };

/** `2 errors, 14 warnings, 3 info`; nothing where there is none. */
export const countsInWords = (counts: SeverityCounts): string =>
  SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => counted(counts[severity], severity, PLURALS[severity]))
    .join(', ');

/** Of transitions, by the severity of their findings. */
export function movedBySeverity(transitions: readonly Pick<Transition, 'finding'>[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { finding } of transitions) counts[finding.severity]++;
  return counts;
}

/**
 * `21, 40 hints more`: what is only advice does not make a number look grave. `40 hints` where there is nothing else.
 * @param verb said behind the number: `21 got worse, 40 hints more`
 */
export function movedInWords(transitions: readonly Pick<Transition, 'finding'>[], verb = ''): string {
  const said = verb === '' ? '' : ` ${verb}`;
  const { error, warning, info } = movedBySeverity(transitions);
  const grave = error + warning;
  if (info === 0) return `${number(grave)}${said}`;
  return grave === 0 ? `${counted(info, 'hint')}${said}` : `${number(grave)}${said}, ${counted(info, 'hint')} more`;
}

/** Order that is the same on every machine: without case first, then with it. */
export function byName(a: string, b: string): number {
  const [low, high] = [a.toLowerCase(), b.toLowerCase()];
  return compare(low, high) || compare(a, b);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
