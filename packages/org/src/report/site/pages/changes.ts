import { Budget } from '@shipworthy/reporters/markdown/budget';
import type { Transition } from '../../org-report.ts';
import { CAUSES, OTHER_CAUSES } from '../../others.ts';
import { worstFirst } from '../../standing.ts';
import { byName, day, movedInWords } from '../../words.ts';
import type { Page } from '../document.ts';
import { transitionItem } from '../findings.ts';
import { type Html, html } from '../html.ts';
import { repositoryLink, teamLink } from '../names.ts';
import { fit, leftOut, PAGE_BYTES } from '../room.ts';
import { byRepository, CHANGES, type Site } from '../site.ts';

/** Parts of the page: what got worse, what was fixed, what came or went otherwise. Each may have an equal share of it. */
const PARTS = 3;
const partBudget = (): Budget => new Budget(PAGE_BYTES / PARTS);
const DATA = html`in <a href="report.json">report.json</a>`;

/** All that came and went since the run before, by repository. */
export function changesPage(site: Site): Page {
  const { previous, regressions, fixed, others } = site.report;
  const since =
    previous === undefined
      ? 'This is the first report: there is nothing to compare with.'
      : `Since ${day(previous)}. What is counted here came or went because somebody changed a repository.`;
  const budget = partBudget();
  const body = html`<h1>What changed</h1>
<p class="sub">${since}</p>
<section aria-labelledby="worse"><h2 id="worse">Got worse <span class="soft">${movedInWords(regressions)}</span></h2>
${listOf(site, regressions, false, partBudget())}</section>
<section aria-labelledby="better"><h2 id="better">Fixed <span class="soft">${movedInWords(fixed)}</span></h2>
${listOf(site, fixed, true, partBudget())}</section>
<section aria-labelledby="others"><h2 id="others">Came or went without anybody's doing <span class="soft">${others.opened.length + others.gone.length}</span></h2>
<p class="soft">Not counted above: rules, policy or the tool changed, a repository became something else and is asked other things, a date passed, something was exempted, or cannot be told any more.</p>
${byCause(site, others.opened, 'Came', false, budget)}${byCause(site, others.gone, 'Went', true, budget)}</section>
`;
  return { path: CHANGES, title: 'What changed', scripted: false, body };
}

function byCause(site: Site, transitions: readonly Transition[], verb: string, gone: boolean, budget: Budget): Html {
  return html`${OTHER_CAUSES.map((cause) => {
    const own = transitions.filter((transition) => transition.cause === cause);
    if (own.length === 0) return '';
    return html`<details><summary>${verb} ${CAUSES[cause]}: ${own.length}</summary>
${listOf(site, own, gone, budget)}</details>
`;
  })}`;
}

/** One item for each repository, its findings inside. */
function listOf(site: Site, transitions: readonly Transition[], gone: boolean, budget: Budget): Html {
  if (transitions.length === 0) return html`<p class="soft">Nothing.</p>\n`;
  const nameOf = (id: string): string => site.repositories.get(id)?.name ?? id;
  const groups = [...byRepository(transitions)].sort(([a], [b]) => byName(nameOf(a), nameOf(b)));
  const { items, left } = fit(groups, budget, ([id, own]) => {
    const room = new Budget(MAX_GROUP_BYTES);
    const shown = fit(worstFirst(own), room, (transition) =>
      transitionItem(site, CHANGES, transition, { gone, named: 'nothing' }),
    );
    return html`<h3>${repositoryLink(site, CHANGES, id)} <span class="soft small">${teamLink(site, CHANGES, site.repositories.get(id)?.team)}</span></h3>
<ul class="list">
${shown.items}</ul>
${leftOut(shown.left, DATA)}`;
  });
  return html`${items}${leftOut(left, html`the other repositories are ${DATA}`)}`;
}

/** Of one repository, so that it does not take the room of the others. */
const MAX_GROUP_BYTES = 100_000;
