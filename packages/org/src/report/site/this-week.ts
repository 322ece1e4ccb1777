import type { Budget } from '@shipworthy/reporters/markdown/budget';
import type { OrgAction, Transition } from '../org-report.ts';
import { actionsSection } from './actions.ts';
import type { Named } from './findings.ts';
import { type Html, html } from './html.ts';
import type { Site } from './site.ts';
import { transitionSection } from './transitions.ts';

/** Shown of what moved, each: with them the first screen ends. */
const SHOWN = 4;

interface Week {
  readonly regressions: readonly Transition[];
  readonly fixed: readonly Transition[];
  readonly actions: readonly OrgAction[];
  readonly named: Named;
}

/** What got worse and what got better by a change, and what to do first, side by side where there is room. */
export function thisWeek(site: Site, from: string, { regressions, fixed, actions, named }: Week, budget: Budget): Html {
  const first = site.report.previous === undefined ? 'Nothing to compare with yet.' : undefined;
  const worse = { id: 'worse', heading: 'Got worse', transitions: regressions, gone: false, named };
  const better = { id: 'better', heading: 'Fixed', transitions: fixed, gone: true, named };
  return html`<div class="three">
${transitionSection(site, from, { ...worse, nothing: first ?? 'Nothing got worse by a change.' }, budget, SHOWN)}${transitionSection(site, from, { ...better, nothing: first ?? 'Nothing was fixed by a change.' }, budget, SHOWN)}${actionsSection(site, from, actions)}</div>
`;
}
