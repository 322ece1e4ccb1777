import { type Met, STAGES } from '@shipworthy/model';
import type { MetByStage } from '../org-report.ts';
import { percent, STAGE_NAMES, tenths } from '../words.ts';
import { type Html, html, trusted } from './html.ts';

/** Lower ends of the shades, in tenths of a percent: what is below the first is the warmest. The last is all met. */
const STEPS = [400, 600, 750, 900, 1000] as const;

export interface HeatRow {
  readonly name: Html;
  readonly stages: MetByStage;
}

/** A number in every cell, and the warmer its ground the less is met. */
export const heatRow = ({ name, stages }: HeatRow): Html =>
  html`<tr><th scope="row">${name}</th>${STAGES.map((stage) => cell(stages[stage]))}</tr>\n`;

/** Readiness by stage; the rows come from `heatRow`. */
export function heatmap(id: string, caption: string, of: string, rows: readonly Html[]): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-caption">
<table id="${id}" class="heat">
<caption id="${id}-caption"><span>${caption}</span></caption>
<thead><tr><th scope="col">${of}</th>${STAGES.map((stage) => html`<th scope="col">${STAGE_NAMES[stage]}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
`;
}

function cell(met: Met | undefined): Html {
  const share = met && tenths(met);
  if (met === undefined || share === undefined) return html`<td class="none">–<small>none asked</small></td>`;
  const shade = STEPS.filter((step) => share >= step).length;
  return html`<td class="h${shade}">${whole(met)}<small>${met.met} of ${met.applicable}</small></td>`;
}

/** Without the tenth: a grid of them is for the eye. */
const whole = (met: Met): string => percent(met).replace(/\.\d%$/, '%');

export const LEGEND = trusted(
  '<p class="soft small">Each cell: the share of what was asked that is met, and the two numbers it is made of. The warmer the ground, the less is met; green is 90% and more.</p>\n',
);
