import type { Budget } from '@shipworthy/reporters/markdown/budget';
import { dueInWords } from '../exemptions.ts';
import type { DueExemption } from '../org-report.ts';
import { day } from '../words.ts';
import { type Html, html, told } from './html.ts';
import { repositoryLink, ruleLink, teamLink } from './names.ts';
import { fit, leftOut } from './room.ts';
import { relative, type Site } from './site.ts';

/** Exemptions that one page names. */
const SHOWN = 20;

interface Due {
  readonly due: readonly DueExemption[];
  /** What of each the page is not about. */
  readonly named: 'nothing' | 'repository' | 'repository and team';
}

/** Exemptions that have expired or soon do; nothing where there is none. */
export function exemptionsSection(site: Site, from: string, { due, named }: Due, budget: Budget): Html | '' {
  if (due.length === 0) return '';
  const { items, left } = fit(due, budget, (one) => exemptionItem(site, from, one, named), SHOWN);
  return html`<section aria-labelledby="exemptions">
<h2 id="exemptions">Exemptions that run out <span class="soft">${dueInWords(due)}</span></h2>
<ul class="list">
${items}</ul>
${leftOut(left, html`in <a href="${relative(from, 'exceptions.csv')}">exceptions.csv</a>`)}</section>
`;
}

function exemptionItem(site: Site, from: string, exemption: DueExemption, named: Due['named']): Html {
  const { repository, rule, paths, reason, owner, expires, expired } = exemption;
  const parts = [
    ...(named === 'nothing' ? [] : [repositoryLink(site, from, repository)]),
    ...(named === 'repository and team' ? [teamLink(site, from, site.repositories.get(repository)?.team)] : []),
    ruleLink(site, from, rule),
    ...(paths ? [html`<span class="path">${told(paths.join(', '))}</span>`] : []),
    html`owner: ${told(owner)}`,
  ];
  const until = expired
    ? html`<span class="tag error">expired</span> after ${day(expires)}`
    : html`<span class="tag warning">until</span> ${day(expires)}`;
  return html`<li><p>${until}: ${told(reason)}</p><div class="where">${parts.map((part, index) => html`${index > 0 ? ' · ' : ''}${part}`)}</div></li>
`;
}
