import type { OrgFinding, OrgRepository, Transition } from '../org-report.ts';
import { type Html, html, told } from './html.ts';
import { repositoryLink, ruleLink, severityTag } from './names.ts';
import { placeOf } from './place.ts';
import type { Site } from './site.ts';

/** Characters of a message that are shown; rules write sentences, and names in them may be of any length. */
const MAX_MESSAGE = 600;

/** What a rule says, with what stands between backticks as code. */
export function message({ message: text }: OrgFinding): Html {
  const parts = (text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)} ...` : text).split('`');
  // A backtick without a partner is one that people see.
  const paired = parts.length % 2 === 1 ? parts.length : parts.length - 1;
  return html`<bdi>${parts.map((part, index) => {
    if (index >= paired) return `\`${part}`;
    return index % 2 === 1 ? html`<code>${part}</code>` : part;
  })}</bdi>`;
}

/** `×3`, with words for those who listen. */
export const times = ({ count }: OrgFinding): Html | undefined =>
  count > 1 ? html` <span class="soft">×${count}</span>` : undefined;

/** A finding on the page of its repository. */
export function findingItem(
  site: Site,
  from: string,
  repository: OrgRepository,
  finding: OrgFinding,
  isNew: boolean,
): Html {
  const component = finding.component === undefined ? '' : html` · in ${told(finding.component)}`;
  return html`<li><p>${message(finding)}${times(finding)}${isNew ? html` <span class="tag new">new</span>` : ''}</p><div class="where">${placeOf(finding, repository)} · ${ruleLink(site, from, finding.rule)}${component}</div></li>
`;
}

/** What came or went, named with its repository where the page is not the repository's own. */
export function transitionItem(
  site: Site,
  from: string,
  { repository, finding }: Transition,
  { gone, named }: { readonly gone: boolean; readonly named: boolean },
): Html {
  const place = placeOf(finding, gone ? undefined : site.repositories.get(repository));
  const name = named ? html`${repositoryLink(site, from, repository)} · ` : '';
  return html`<li><p>${severityTag(finding.severity)} ${message(finding)}${times(finding)}</p><div class="where">${name}${place} · ${ruleLink(site, from, finding.rule)}</div></li>
`;
}
