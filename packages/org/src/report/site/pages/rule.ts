import { sectionOf } from '@shipworthy/reporters/rule-page';
import MarkdownIt from 'markdown-it';
import type { OrgRule } from '../../org-report.ts';
import { byName, number, STAGE_NAMES } from '../../words.ts';
import type { Page } from '../document.ts';
import { hero } from '../headline.ts';
import { type Html, html, told, trusted } from '../html.ts';
import { repositoryLink, severityTag, teamLink } from '../names.ts';
import { placeOf } from '../place.ts';
import { fit, leftOut, pageBudget } from '../room.ts';
import { relative, type Site } from '../site.ts';
import { type Column, rowOf, tableOf } from '../table.ts';

const SECTIONS = ['Why', 'How to fix', 'What counts'] as const;
/** HTML in a rule's page is shown, not made part of ours; nor are its links followed, which lead to files of the rule. */
const markdown = new MarkdownIt({ html: false, linkify: false }).disable(['image', 'link', 'autolink']);

const COLUMNS: readonly Column[] = [
  { name: 'Repository' },
  { name: 'Team' },
  { name: 'Findings', numeric: true },
  { name: 'The first' },
];

/** What a rule asks, why, how to answer it, and who does not yet. */
export function rulePage(site: Site, path: string, rule: OrgRule): Page {
  const { id, title, stage, severity, met, findings, repositories, unknown } = rule;
  const said = html`of the repositories it applies to meet it: ${number(met.met)} of ${number(met.applicable)}.`;
  const facts = [
    html`<b>${number(findings)}</b> open`,
    ...(unknown > 0 ? [html`<b>${number(unknown)}</b> could not be seen`] : []),
  ];
  const body = html`<h1>${told(title)}</h1>
<p class="sub"><code>${id}</code> · ${STAGE_NAMES[stage]} · ${severityTag(severity)}</p>
${hero(met, said, facts)}${explanation(site, id)}${failing(site, path, id, repositories)}`;
  return { path, title, scripted: repositories.length > 0, body };
}

/** Its page as far as one needs it here, and the command for all of it. */
function explanation(site: Site, id: string): Html {
  const page = site.page(id);
  const sections = SECTIONS.flatMap((name) => {
    const text = page === undefined ? undefined : sectionOf(page, name);
    if (text === undefined) return [];
    const shown = html`<div class="prose">${trusted(markdown.render(text))}</div>\n`;
    const heading = name.toLowerCase().replaceAll(' ', '-');
    return name === 'What counts'
      ? [html`<details><summary>${name}</summary>\n${shown}</details>\n`]
      : [html`<section aria-labelledby="${heading}">\n<h2 id="${heading}">${name}</h2>\n${shown}</section>\n`];
  });
  return html`${sections}<p class="soft small">The whole page with examples: <code>shipworthy explain ${id}</code></p>\n`;
}

function failing(site: Site, path: string, id: string, repositories: readonly string[]): Html {
  if (repositories.length === 0)
    return html`<section aria-labelledby="failing"><h2 id="failing">Repositories</h2><p class="good">Nothing is open.</p></section>\n`;
  const nameOf = (repository: string): string => site.repositories.get(repository)?.name ?? repository;
  const ordered = [...repositories].sort((a, b) => byName(nameOf(a), nameOf(b)));
  const { items, left } = fit(ordered, pageBudget(), (key) => {
    const repository = site.repositories.get(key);
    const own = repository?.findings.filter(({ rule }) => rule === id) ?? [];
    const first = own[0];
    return rowOf(COLUMNS, [
      repositoryLink(site, path, key),
      teamLink(site, path, repository?.team),
      number(own.length),
      first === undefined ? '' : placeOf(first, repository),
    ]);
  });
  return html`<section aria-labelledby="failing">
<h2 id="failing">Where it is open</h2>
${tableOf({ id: 'open', caption: 'Repositories with findings of this rule', columns: COLUMNS, rows: items, search: 'Find a repository or a team' })}${leftOut(left, html`in <a href="${relative(path, 'findings.csv')}">findings.csv</a>`)}</section>
`;
}
