import type { Budget } from '@shipworthy/reporters/markdown/budget';
import type { Transition } from '../org-report.ts';
import { worstFirst } from '../standing.ts';
import { movedInWords } from '../words.ts';
import { type Named, transitionItem } from './findings.ts';
import { type Html, html } from './html.ts';
import { fit, leftOut } from './room.ts';
import { CHANGES, relative, type Site } from './site.ts';

export interface TransitionList {
  readonly id: string;
  readonly heading: string;
  readonly transitions: readonly Transition[];
  readonly gone: boolean;
  readonly named: Named;
  /** When there is nothing. */
  readonly nothing: string;
}

/** The first few, and where the others are. */
export function transitionSection(site: Site, from: string, list: TransitionList, budget: Budget, limit: number): Html {
  const { id, heading, transitions, gone, named, nothing } = list;
  const { items, left } = fit(
    worstFirst(transitions),
    budget,
    (transition) => transitionItem(site, from, transition, { gone, named }),
    limit,
  );
  const others = leftOut(left, html`<a href="${relative(from, CHANGES)}#${id}">all of them</a>`);
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${heading} <span class="soft">${movedInWords(transitions)}</span></h2>
${items.length > 0 ? html`<ul class="list">\n${items}</ul>\n${others}` : html`<p class="soft">${nothing}</p>\n`}</section>
`;
}
