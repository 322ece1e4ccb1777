import { createHash } from 'node:crypto';
import { day } from '../words.ts';
import { type Html, html, type Part, told, trusted } from './html.ts';
import { SCRIPT } from './script.ts';
import { CHANGES, OVERVIEW, REPOSITORIES, RULES, relative, type Site, TEAMS } from './site.ts';
import { STYLE } from './style.ts';

/** One page, without what all of them share. */
export interface Page {
  /** Where it lies under the report's folder: `teams/payments.html`. */
  readonly path: string;
  readonly title: string;
  /** Holds tables that can be searched or sorted. */
  readonly scripted: boolean;
  readonly body: Part;
}

const NAVIGATION = [
  [OVERVIEW, 'Overview'],
  [CHANGES, 'What changed'],
  [TEAMS, 'Teams'],
  [REPOSITORIES, 'Repositories'],
  [RULES, 'Rules'],
] as const;

const ICON =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E%3Crect width=%2216%22 height=%2216%22 rx=%224%22 fill=%22%2317693f%22/%3E%3Cpath d=%22M4 8.5l3 3 5-6.5%22 fill=%22none%22 stroke=%22white%22 stroke-width=%222%22/%3E%3C/svg%3E';

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const STYLE_SOURCE = digest(STYLE);
const SCRIPT_SOURCE = digest(SCRIPT);

/** Nothing is loaded, sent or framed; the one style sheet and the one script are known by their digests. */
const policyFor = (scripted: boolean): string =>
  [
    "default-src 'none'",
    `style-src ${STYLE_SOURCE}`,
    `script-src ${scripted ? SCRIPT_SOURCE : "'none'"}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** The whole page as a file. */
export function documentOf(site: Site, page: Page): string {
  const { report } = site;
  const { title, path, scripted, body } = page;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policyFor(scripted))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${path === OVERVIEW ? '' : `${title} · `}Readiness of ${report.title}</title>
<link rel="icon" href="${trusted(ICON)}">
<style>${trusted(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="bar">
<p>Readiness of ${told(report.title)}</p>
<nav aria-label="Pages"><ul>${NAVIGATION.map(([to, name]) => navigationItem(path, to, name))}</ul></nav>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer>${report.tool.name} ${report.tool.version}, as of <time datetime="${report.asOf}">${day(report.asOf)}</time>. As data: <a href="${relative(path, 'report.json')}">report.json</a>, <a href="${relative(path, 'findings.csv')}">findings.csv</a>, <a href="${relative(path, 'exceptions.csv')}">exceptions.csv</a>.</footer>
${scripted ? html`<script>${trusted(SCRIPT)}</script>\n` : ''}</body>
</html>
`.text;
}

const navigationItem = (path: string, to: string, name: string): Html =>
  html`<li><a href="${relative(path, to)}"${path === to ? trusted(' aria-current="page"') : ''}>${name}</a></li>`;
