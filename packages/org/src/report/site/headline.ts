import { type Met, SEVERITIES } from '@shipworthy/model';
import { missingFrom, wanted } from '../coverage.ts';
import type { OrgReport, SeverityCounts } from '../org-report.ts';
import { counted, day, difference, number, PLURALS, percent, tenths } from '../words.ts';
import { type Html, html, type Part, told } from './html.ts';

/** Failed repositories that are named. */
const FAILED_SHOWN = 10;

/** The one number of a page, its denominator, and what there is to do about it. */
export function hero(met: Met, said: Part, facts: readonly Part[]): Html {
  return html`<div class="hero"><p class="big">${met.applicable === 0 ? '–' : percent(met)}</p><p class="said">${said}</p></div>
${gauge(met)}<ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
`;
}

/** The number again as a bar; what it says is beside it. */
const gauge = (met: Met): Html =>
  html`<svg class="gauge" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="all" width="1000" height="10"/><rect class="met" width="${tenths(met) ?? 0}" height="10"/></svg>
`;

/** `of what was asked is met: 12,412 of 18,190` and how that moved. */
export function metInWords({ met, previousMet, previous }: Pick<OrgReport, 'met' | 'previousMet' | 'previous'>): Html {
  const moved = previousMet && difference(met, previousMet);
  const sign = moved?.sign === 1 ? 'good' : moved?.sign === -1 ? 'bad' : 'soft';
  const delta =
    moved === undefined
      ? html`<span class="soft">the first report</span>`
      : html`<b class="${sign}">${moved.sign === 1 ? '▲ ' : moved.sign === -1 ? '▼ ' : ''}${moved.words}</b>${previous === undefined ? '' : html` since ${day(previous)}`}`;
  return html`of what was asked is met: ${number(met.met)} of ${number(met.applicable)}.<br>${delta}`;
}

/** `12 errors`, `40 warnings`, `7 info`, each a fact. */
export const countFacts = (counts: SeverityCounts): Html[] =>
  SEVERITIES.map(
    (severity) => html`<b>${number(counts[severity])}</b> ${counts[severity] === 1 ? severity : PLURALS[severity]}`,
  );

/** What a reader has to know before believing the numbers: too much is missing, or there is no history. */
export function banners({ coverage, stateLost }: OrgReport): Html {
  const missing = missingFrom(coverage);
  const named = coverage.failed.slice(0, FAILED_SHOWN);
  const left = coverage.failed.length - named.length;
  return html`${
    missing > 0
      ? html`<div class="banner" role="note"><p><strong>Not the whole picture:</strong> ${missing} of ${counted(wanted(coverage), 'repository', 'repositories')} could not be audited this time, and the numbers leave them out.</p>
${
  named.length > 0
    ? html`<details><summary>Which, and why</summary><ul>${named.map(({ name, why }) => html`<li>${told(name)}: ${told(why)}</li>`)}${left > 0 ? html`<li>and ${left} more</li>` : ''}</ul></details>\n`
    : ''
}</div>
`
      : ''
  }${
    stateLost
      ? html`<div class="banner" role="note"><p><strong>The history was lost.</strong> What earlier runs had stored could not be found, so everything is counted as if seen for the first time.</p></div>
`
      : ''
  }`;
}
