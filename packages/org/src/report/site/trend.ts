import { SEVERITIES } from '@shipworthy/model';
import type { TrendPoint } from '../org-report.ts';
import { capital, counted, day, number, PLURALS, percent, tenths } from '../words.ts';
import { type Html, html, told } from './html.ts';

/** Units of the drawing; about a phone's width, so that its letters stay readable there. */
const WIDTH = 340;
const HEIGHT = 170;
const LEFT = 40;
const RIGHT = 326;
const TOP = 14;
const BOTTOM = 140;
/** Lines across. */
const TICKS = 4;
/** Runs in the table; a year and a half of weeks. */
const ROWS = 80;

interface Series {
  readonly name: string;
  readonly label: string;
  readonly points: readonly { readonly asOf: string; readonly value: number; readonly changed: boolean }[];
  readonly show: (value: number) => string;
  /** Least distance between the lowest and the highest line: small moves stay small. */
  readonly span: number;
  readonly ceiling?: number;
}

/**
 * How it went: two drawings, and the same as a table.
 * @param begins said while there is one point at most
 */
export function trendSection(trend: readonly TrendPoint[], begins = 'The trend begins with the second report.'): Html {
  const changes = trend.filter(({ changed }) => changed !== undefined);
  const body =
    trend.length < 2
      ? html`<p class="soft">${begins}</p>\n`
      : html`<div class="two">${chart(shareOf(trend))}${chart(errorsOf(trend))}</div>
${
  changes.length > 0
    ? html`<p class="soft small">The line is broken where not the repositories but what is asked of them changed: ${changes.map(({ asOf, changed = '' }, index) => html`${index > 0 ? '; ' : ''}${day(asOf)}, ${told(changed)}`)}.</p>\n`
    : ''
}${audited(trend)}<details><summary>The same as a table</summary>
${table(trend)}</details>
`;
  return html`<section aria-labelledby="trend">\n<h2 id="trend">Trend</h2>\n${body}</section>\n`;
}

/** A line that falls since less was looked at is no better week. */
function audited(trend: readonly TrendPoint[]): Html | '' {
  const counts = trend.map((point) => point.audited);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (least === most) return '';
  return html`<p class="soft small">Each time ${number(least)} to ${counted(most, 'repository', 'repositories')} could be audited; what could not is in neither line.</p>\n`;
}

const shareOf = (trend: readonly TrendPoint[]): Series => ({
  name: 'Share met',
  label: 'Share of what was asked that is met',
  points: trend.flatMap(({ asOf, met, changed }) => {
    const value = tenths(met);
    return value === undefined ? [] : [{ asOf, value: value / 10, changed: changed !== undefined }];
  }),
  show: (value) => `${value.toFixed(1).replace(/\.0$/, '')}%`,
  span: 10,
  ceiling: 100,
});

const errorsOf = (trend: readonly TrendPoint[]): Series => ({
  name: 'Errors',
  label: 'Findings that are errors',
  points: trend.map(({ asOf, counts, changed }) => ({ asOf, value: counts.error, changed: changed !== undefined })),
  show: number,
  span: 4,
});

function chart({ name, label, points, show, span, ceiling }: Series): Html {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return html``;
  const { low, step } = scaleOf(
    points.map(({ value }) => value),
    span,
    ceiling,
  );
  const y = (value: number): number => round(BOTTOM - ((value - low) / (step * TICKS)) * (BOTTOM - TOP));
  const x = positions(points.map(({ asOf }) => asOf));
  const at = points.map(({ value }, index) => ({ x: x[index] ?? LEFT, y: y(value) }));
  const lines = Array.from({ length: TICKS + 1 }, (_, index) => low + step * index);
  const end = at.at(-1) ?? { x: RIGHT, y: TOP };
  const said = `${label}: ${show(first.value)} on ${day(first.asOf)}, ${show(last.value)} on ${day(last.asOf)}. ${counted(points.length, 'report')}.`;
  return html`<figure><figcaption>${name}</figcaption>
<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${said}">${lines.map((value) => html`<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${y(value)}" y2="${y(value)}"/><text x="${LEFT - 6}" y="${y(value) + 4}" text-anchor="end">${show(value)}</text>`)}
${points.map(({ changed }, index) => (changed && index > 0 ? html`<line class="break" x1="${at[index]?.x}" x2="${at[index]?.x}" y1="${TOP}" y2="${BOTTOM}"/>` : ''))}
${segments(points.map(({ changed }) => changed)).map(
  ([from, to]) =>
    html`<polyline points="${at
      .slice(from, to)
      .map((point) => `${point.x},${point.y}`)
      .join(' ')}"/>`,
)}
${at.map((point, index) => html`<circle cx="${point.x}" cy="${point.y}" r="${index === at.length - 1 ? 3.5 : 1.75}"/>`)}
<text class="last" x="${RIGHT}" y="${end.y < TOP + 20 ? end.y + 18 : end.y - 9}" text-anchor="end">${show(last.value)}</text>
<text x="${LEFT}" y="${BOTTOM + 20}">${first.asOf}</text><text x="${RIGHT}" y="${BOTTOM + 20}" text-anchor="end">${last.asOf}</text>
</svg></figure>
`;
}

/** From the point that begins a segment to the one after its end: it begins anew wherever something else changed. */
function segments(changed: readonly boolean[]): [number, number][] {
  const starts = changed.flatMap((is, index) => (is || index === 0 ? [index] : []));
  return starts.map((start, index) => [start, starts[index + 1] ?? changed.length]);
}

/** Lines at round numbers, wide enough for all values. */
function scaleOf(values: readonly number[], span: number, ceiling?: number): { low: number; step: number } {
  const [min, max] = [Math.min(...values), Math.max(...values)];
  for (const step of steps()) {
    const low = Math.max(0, Math.floor(min / step) * step);
    const top = ceiling === undefined ? low : Math.min(low, Math.max(0, ceiling - step * TICKS));
    if (step * TICKS >= span && top + step * TICKS >= max && top <= min) return { low: top, step };
  }
  return { low: 0, step: Math.max(1, max / TICKS) };
}

/** 1, 2, 5, 10, 20, 50 ... up to numbers that no count reaches. */
function* steps(): Generator<number> {
  for (let power = 1; power < 1e12; power *= 10) yield* [power, 2 * power, 5 * power];
}

/** By day, as far apart as the runs were; evenly where a day cannot be read. */
function positions(days: readonly string[]): number[] {
  const times = days.map((iso) => Date.parse(`${iso}T00:00:00Z`));
  const [from, to] = [times[0] ?? 0, times.at(-1) ?? 0];
  const readable = times.every((time, index) => time >= (times[index - 1] ?? from)) && to > from;
  return days.map((_, index) => {
    const share = readable ? ((times[index] ?? from) - from) / (to - from) : index / Math.max(1, days.length - 1);
    return round(LEFT + share * (RIGHT - LEFT));
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;

function table(trend: readonly TrendPoint[]): Html {
  const shown = [...trend].reverse().slice(0, ROWS);
  const left = trend.length - shown.length;
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="trend-caption">
<table id="trend-table"><caption id="trend-caption"><span>Every report, the latest first${left > 0 ? html`; ${left} earlier ones are in report.json` : ''}</span></caption>
<thead><tr><th scope="col">As of</th><th scope="col" class="num">Audited</th><th scope="col" class="num">Met</th><th scope="col" class="num">Share</th>${SEVERITIES.map((severity) => html`<th scope="col" class="num">${capital(PLURALS[severity])}</th>`)}<th scope="col">What else changed</th></tr></thead>
<tbody>
${shown.map(
  ({ asOf, audited, met, counts, changed = '' }) =>
    html`<tr><th scope="row">${asOf}</th><td class="num">${number(audited)}</td><td class="num">${number(met.met)} of ${number(met.applicable)}</td><td class="num">${percent(met)}</td>${SEVERITIES.map((severity) => html`<td class="num">${number(counts[severity])}</td>`)}<td>${told(changed)}</td></tr>\n`,
)}</tbody>
</table></div>
`;
}
