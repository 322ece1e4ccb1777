import { SEVERITIES, type Severity } from '@shipworthy/model';
import type { Budget } from '@shipworthy/reporters/markdown/budget';
import type { OrgFinding, OrgRepository } from '../../org-report.ts';
import { byName, capital, counted, day, number, PLURALS } from '../../words.ts';
import type { Page } from '../document.ts';
import { exemptionsSection } from '../exemptions.ts';
import { findingItem } from '../findings.ts';
import { countFacts, hero } from '../headline.ts';
import { heatmap, heatRow } from '../heatmap.ts';
import { type Html, html, told } from '../html.ts';
import { teamLink } from '../names.ts';
import { webAddress } from '../place.ts';
import { fit, leftOut, pageBudget } from '../room.ts';
import { relative, type Site } from '../site.ts';
import { transitionSection } from '../transitions.ts';

/** Digits of a commit that people read. */
const SHORT_COMMIT = 10;
/** Fixed findings that are listed. */
const FIXED_SHOWN = 20;
/** Refused settings that are listed. */
const REFUSED_SHOWN = 20;

/** What is open in a repository, the worst first, each with its place. */
export function repositoryPage(site: Site, path: string, repository: OrgRepository): Page {
  const { id, name, met, stages, counts, unknown, exempt, state, why } = repository;
  const budget = pageBudget();
  const fixed = site.fixed.get(id) ?? [];
  const fresh = new Set((site.regressions.get(id) ?? []).map(({ finding }) => keyOf(finding)));
  const asides = [
    ...(unknown > 0 ? [html`<b>${number(unknown)}</b> could not be seen`] : []),
    ...(exempt > 0 ? [html`<b>${number(exempt)}</b> exempt`] : []),
  ];
  const audited = state === 'audited' || repository.auditedOn !== undefined;
  const failed =
    state === 'failed'
      ? html`<div class="banner" role="note"><p><strong>Could not be audited this time:</strong> ${told(why ?? 'no reason was given')}. ${audited ? 'What follows is from before.' : ''}</p></div>\n`
      : '';
  const exceptions = html`${notCounted(path, repository)}${exemptionsSection(site, path, { due: site.exemptions.get(id) ?? [], named: 'nothing' }, budget)}`;
  const body = html`<h1>${told(name)}</h1>
<p class="sub">${describe(site, path, repository)}</p>
${failed}${
  audited
    ? html`${hero(met, html`of what was asked is met: ${number(met.met)} of ${number(met.applicable)}.`, [...countFacts(counts), ...asides])}${exceptions}${
        fixed.length > 0
          ? transitionSection(
              site,
              path,
              { id: 'better', heading: 'Fixed', transitions: fixed, gone: true, named: 'nothing', nothing: '' },
              budget,
              FIXED_SHOWN,
            )
          : ''
      }${open(site, path, repository, fresh, budget)}<section aria-labelledby="stages-heading">
<h2 id="stages-heading">Stages</h2>
${heatmap('stages', 'What is met, by stage', 'Of', [
  heatRow({ name: html`This repository`, stages }),
  heatRow({ name: html`All`, stages: site.report.stages }),
])}</section>
`
    : exceptions
}`;
  return { path, title: name, scripted: false, body };
}

/** What the organisation's policy does not let the repository say of itself. */
function notCounted(path: string, { refused = [] }: OrgRepository): Html | '' {
  if (refused.length === 0) return '';
  return html`<section aria-labelledby="refused"><h2 id="refused">Does not count under the policy <span class="soft">${number(refused.length)}</span></h2>
<ul class="list">
${refused.slice(0, REFUSED_SHOWN).map((clause) => html`<li>${told(clause)}</li>\n`)}</ul>
${leftOut(Math.max(0, refused.length - REFUSED_SHOWN), html`in <a href="${relative(path, 'report.json')}">report.json</a>`)}</section>
`;
}

const keyOf = ({ rule, fingerprint }: OrgFinding): string => `${rule} ${fingerprint}`;

/** Whose it is, what it is, which commit was looked at and when. */
function describe(site: Site, path: string, { url, team, archetypes, commit, auditedOn }: OrgRepository): Html {
  const home = webAddress(url);
  const parts = [
    html`Team: ${teamLink(site, path, team)}`,
    ...(archetypes.length > 0 ? [told(archetypes.join(', '))] : []),
    ...(commit === undefined ? [] : [html`commit <code>${commit.slice(0, SHORT_COMMIT)}</code>`]),
    ...(auditedOn === undefined ? [] : [html`audited on ${day(auditedOn)}`]),
    ...(home === undefined ? [] : [html`<a href="${home}" rel="noreferrer">open the repository</a>`]),
  ];
  return html`${parts.map((part, index) => html`${index > 0 ? ' · ' : ''}${part}`)}`;
}

function open(site: Site, path: string, repository: OrgRepository, fresh: ReadonlySet<string>, budget: Budget): Html {
  if (repository.findings.length === 0)
    return html`<section aria-labelledby="open"><h2 id="open">Open</h2><p class="good">No gaps were seen.</p></section>\n`;
  return html`${SEVERITIES.map((severity) => {
    const own = repository.findings.filter((finding) => finding.severity === severity).sort(inOrder(fresh));
    return own.length === 0 ? '' : section(site, path, repository, severity, own, fresh, budget);
  })}`;
}

/** New ones first, then as the folder shows them. */
const inOrder =
  (fresh: ReadonlySet<string>) =>
  (a: OrgFinding, b: OrgFinding): number =>
    Number(fresh.has(keyOf(b))) - Number(fresh.has(keyOf(a))) ||
    byName(a.rule, b.rule) ||
    byName(a.path, b.path) ||
    (a.line ?? 0) - (b.line ?? 0);

function section(
  site: Site,
  path: string,
  repository: OrgRepository,
  severity: Severity,
  own: readonly OrgFinding[],
  fresh: ReadonlySet<string>,
  budget: Budget,
): Html {
  const { items, left } = fit(own, budget, (finding) =>
    findingItem(site, path, repository, finding, fresh.has(keyOf(finding))),
  );
  return html`<section aria-labelledby="${severity}">
<h2 id="${severity}">${capital(PLURALS[severity])} <span class="soft">${counted(own.length, 'finding')}</span></h2>
<ul class="list">
${items}</ul>
${leftOut(left, html`in <a href="${relative(path, 'findings.csv')}">findings.csv</a>`)}</section>
`;
}
