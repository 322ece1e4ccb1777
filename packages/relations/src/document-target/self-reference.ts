import type { DocumentFacts, Link, LinkFacts } from '@shipworthy/model';

/**
 * Does a link promise further help and lead back to the very place it stands on? It names its own page in full (not a
 * mere `#anchor`, as tables of contents do) and its anchor is either the section it stands in or does not exist.
 */
export function leadsBackToItself(path: string, page: DocumentFacts, written: LinkFacts, link: Link): boolean {
  if (written.target.startsWith('#') || !written.target.includes('#')) return false;
  if (link.state === 'dangling') return link.lacks === 'anchor' && link.target?.path === path;
  if (link.state !== 'resolved' || link.to.path !== path || !link.to.span) return false;
  return link.to.span[0] === page.sections[written.section]?.at[0];
}
