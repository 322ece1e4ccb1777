import { clip } from '@shipworthy/reporters/page/clip';
import type { OrgFinding, OrgRepository, Transition } from '../org-report.ts';
import { type Html, html, told } from './html.ts';
import { repositoryLink, ruleLink, severityTag, teamLink } from './names.ts';
import { placeOf } from './place.ts';
import type { Site } from './site.ts';

/** Characters of a message that are shown; rules write sentences, and names in them may be of any length. */
const MAX_MESSAGE = 600;

/** The first sentence says what is missing; why and what to do come after it. */
const FIRST_SENTENCE = /^.*?[.!?](?= +["'A-Z])/;
/** Characters of the first sentence where several findings stand side by side. */
const MAX_BRIEF = 160;

const briefly = (text: string): string => clip(FIRST_SENTENCE.exec(clip(text, MAX_MESSAGE))?.[0] ?? text, MAX_BRIEF);

/** What a rule says, with what stands between backticks as code. */
export function message({ message: text }: OrgFinding, brief = false): Html {
  const parts = (brief ? briefly(text) : clip(text, MAX_MESSAGE)).split('`');
  // A backtick without a partner is one that people see.
  const paired = parts.length % 2 === 1 ? parts.length : parts.length - 1;
  return html`<bdi>${parts.map((part, index) => {
    if (index >= paired) return `\`${part}`;
    return index % 2 === 1 ? html`<code>${part}</code>` : part;
  })}</bdi>`;
}

/** `×3` where it stands for several gaps. */
export const times = ({ count }: OrgFinding): Html | undefined =>
  count > 1 ? html` <span class="soft">×${count}</span>` : undefined;

/** How much it was before, where it grew. */
const grown = (was: number | undefined): Html | undefined =>
  was === undefined ? undefined : html` <span class="soft">(was ${was})</span>`;

/** A finding on the page of its repository. */
export function findingItem(
  site: Site,
  from: string,
  repository: OrgRepository,
  finding: OrgFinding,
  isNew: boolean,
): Html {
  // The root is no place worth naming.
  const isPart = finding.component !== undefined && finding.component !== '.';
  const component = isPart ? html` · in ${told(finding.component)}` : '';
  return html`<li><p>${message(finding)}${times(finding)}${isNew ? html` <span class="tag new">new</span>` : ''}</p><div class="where">${placeOf(finding, repository)} · ${ruleLink(site, from, finding.rule)}${component}</div></li>
`;
}

/** What of it the page is not about, and has to be said with each. */
export type Named = 'nothing' | 'repository' | 'repository and team';

/** What came or went; in a list of several repositories only what it is: the rest is on the page of each. */
export function transitionItem(
  site: Site,
  from: string,
  { repository: id, finding, was, removed }: Transition,
  { gone, named }: { readonly gone: boolean; readonly named: Named },
): Html {
  const repository = site.repositories.get(id);
  const parts = [
    ...(named === 'nothing' ? [] : [repositoryLink(site, from, id)]),
    ...(named === 'repository and team' ? [teamLink(site, from, repository?.team)] : []),
    placeOf(finding, gone ? undefined : repository),
    ruleLink(site, from, finding.rule),
    ...(removed ? ['its file is gone'] : []),
  ];
  return html`<li><p>${severityTag(finding.severity)} ${message(finding, named !== 'nothing')}${times(finding)}${grown(was)}</p><div class="where">${parts.map((part, index) => html`${index > 0 ? ' · ' : ''}${part}`)}</div></li>
`;
}
