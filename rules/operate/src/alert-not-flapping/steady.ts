import type { AlertFacts } from '@shipworthy/rule-kit';

type Expression = NonNullable<AlertFacts['expression']>;

/** A range of this many seconds holds several scrapes even of slow targets, so no single sample decides. */
export const SMOOTHING_SECONDS = 300;
/** Metrics that move slowly by nature: ages, expiries, times of the last success. */
const SLOW_METRIC =
  /(?:^|_)(?:ttl|expir\w*|not_after|notafter|validity|timestamp|last_\w+|age|lag_days|uptime|schedule_time|\w*_time)(?:_|$)/;
/** Longer names of metrics are not judged by their words. */
const MAX_METRIC = 200;
/** A recorded series that holds a rate or ratio over a window: `job:errors:rate5m`, `requests:1h_failure_ratio`. */
const WINDOWED_SERIES = /(?:rate|ratio|increase|avg|sum|max|min|_|:)\d+[smhdw](?:_|:|$)/;
/** Counters only grow, so comparing one with a number cannot flap. */
const COUNTER = /_(?:total|count)$/;
/** What these count has happened: one event is one event, however short the window. */
const EVENTS: ReadonlySet<string> = new Set(['increase', 'changes', 'resets', 'count_over_time']);
const BURN_RATE = /burn/i;

/** Why one sample cannot make the alert fire and resolve again, although it has no waiting time. */
export function steadyBecause(alert: AlertFacts, expression: Expression, smoothing: number): string | undefined {
  const { absence, ranges, functions, metrics } = expression;
  if (absence) return 'it waits for a series to stay away';
  if (isBurnRate(alert, expression)) return 'it compares two windows of a burn rate';
  const longest = Math.max(0, ...ranges);
  if (longest >= smoothing) return `it looks at the last ${Math.round(longest / 60)} minutes`;
  if (longest > 0 && functions.some((name) => EVENTS.has(name))) return 'it counts events, which do not unhappen';
  if (functions.includes('time') || metrics.some((metric) => metric.length <= MAX_METRIC && SLOW_METRIC.test(metric)))
    return 'it compares a time or an age, which does not jump';
  if (metrics.some((metric) => WINDOWED_SERIES.test(metric))) return 'its series is recorded over a window';
  if (ranges.length === 0 && metrics.length > 0 && metrics.every((metric) => COUNTER.test(metric)))
    return 'a counter only grows';
  return undefined;
}

const isBurnRate = (alert: AlertFacts, { ranges }: Expression): boolean =>
  new Set(ranges).size >= 2 ||
  BURN_RATE.test(alert.name) ||
  (alert.labels.long !== undefined && alert.labels.short !== undefined);
