import type { Severity } from '@shipworthy/model';
import { type Html, html, told, toldInParts } from './html.ts';
import { relative, type Site, UNOWNED } from './site.ts';

/** The name of a repository, linked to its page; what the report does not hold stays the id it is known by. */
export function repositoryLink(site: Site, from: string, id: string): Html {
  const name = nameOf(site.repositories.get(id)?.name ?? id);
  const page = site.repositoryPages.get(id);
  return page === undefined ? name : html`<a href="${relative(from, page)}">${name}</a>`;
}

export function teamLink(site: Site, from: string, team: string | undefined): Html {
  if (team === undefined) return html`<a href="${relative(from, UNOWNED)}">nobody named</a>`;
  const page = site.teamPages.get(team);
  return page === undefined ? nameOf(team) : html`<a href="${relative(from, page)}">${nameOf(team)}</a>`;
}

export function ruleLink(site: Site, from: string, rule: string, words = rule): Html {
  const page = site.rulePages.get(rule);
  return page === undefined ? told(words) : html`<a href="${relative(from, page)}">${nameOf(words)}</a>`;
}

/** A link has to be called something; where there is little room, it is broken after its owner first. */
const nameOf = (name: string): Html => (name.trim() === '' ? html`(no name)` : toldInParts(name));

export const severityTag = (severity: Severity): Html => html`<span class="tag ${severity}">${severity}</span>`;
