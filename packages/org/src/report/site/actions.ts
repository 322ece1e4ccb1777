import { SEVERITIES } from '@shipworthy/model';
import type { OrgAction, OrgRepository } from '../org-report.ts';
import { byName, counted, number } from '../words.ts';
import { type Html, html } from './html.ts';
import { repositoryLink, ruleLink, severityTag } from './names.ts';
import type { Site } from './site.ts';

/** More than three is a list that nobody begins. */
const SHOWN = 3;
/** Repositories that are named with an action. */
const NAMED = 3;

/** What to do first, each with where. */
export function actionsSection(site: Site, from: string, actions: readonly OrgAction[]): Html {
  const shown = actions.slice(0, SHOWN);
  return html`<section aria-labelledby="actions">
<h2 id="actions">What to do first</h2>
${shown.length === 0 ? html`<p class="soft">Nothing is open.</p>\n` : html`<ol class="actions">\n${shown.map((action) => actionItem(site, from, action))}</ol>\n`}</section>
`;
}

function actionItem(site: Site, from: string, { rule, title, severity, repositories, findings }: OrgAction): Html {
  const named = repositories.slice(0, NAMED);
  const left = repositories.length - named.length;
  const of = html`${counted(findings, 'finding')} in ${counted(repositories.length, 'repository', 'repositories')}`;
  return html`<li><p class="what">${ruleLink(site, from, rule, title)}</p><p>${severityTag(severity)} ${of}</p><div class="where">${named.map((id, index) => html`${index > 0 ? ', ' : ''}${repositoryLink(site, from, id)}`)}${left > 0 ? html` and ${number(left)} more` : ''}</div></li>
`;
}

/** The same for some of the repositories, of each rule its gravest findings: the worst first, then what is open in most of them. */
export function actionsOf(site: Site, repositories: readonly OrgRepository[]): OrgAction[] {
  const open = new Map<string, { severity: number; repositories: Set<string>; findings: number }>();
  for (const { id, findings } of repositories)
    for (const { rule, severity } of findings) {
      const worth = SEVERITIES.indexOf(severity);
      const known = open.get(rule);
      if (known && known.severity < worth) continue;
      const action =
        known?.severity === worth ? known : { severity: worth, repositories: new Set<string>(), findings: 0 };
      action.repositories.add(id);
      action.findings++;
      open.set(rule, action);
    }
  return [...open]
    .sort(
      ([a, one], [b, other]) =>
        one.severity - other.severity ||
        other.repositories.size - one.repositories.size ||
        other.findings - one.findings ||
        byName(a, b),
    )
    .map(([rule, { severity, repositories: where, findings }]) => ({
      rule,
      title: site.rules.get(rule)?.title ?? rule,
      severity: SEVERITIES[severity] ?? 'info',
      repositories: [...where],
      findings,
    }));
}
