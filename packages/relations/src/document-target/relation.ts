import type { DocumentFacts, LinkFacts, PageLink, RelationContext, RelationModule } from '@shipworthy/model';
import { edgeOfLink } from '../graph/edge-of-link.ts';
import { type FollowLink, followLink } from '../pages/resolve-target.ts';
import { mentionFinder } from './mentions.ts';
import { leadsBackToItself } from './self-reference.ts';

/** Where the links of a page lead. Links to other hosts and template expressions are left out. */
export const documentTarget: RelationModule<'document -> target'> = {
  name: 'document -> target',
  graph: {
    from: 'document',
    edges: (links) =>
      links.flatMap(({ link, target, at }) => edgeOfLink(link, target).map((edge) => ({ at, ...edge }))),
  },
  build(context: RelationContext) {
    const follow = followLink(context);
    const findMention = mentionFinder(context.tree);
    return (subject) => {
      const { page } = subject;
      const links = page.links.flatMap((link) => pageLink(subject.path, page, link, follow));
      const mentions = page.mentions.flatMap((mention) => findMention(subject.path, page, mention));
      return [...links, ...mentions].sort((a, b) => (a.at.span?.[0] ?? 0) - (b.at.span?.[0] ?? 0));
    };
  },
};

function pageLink(path: string, page: DocumentFacts, written: LinkFacts, follow: FollowLink): PageLink[] {
  const at = { path, span: written.at };
  const link = follow({ target: written.target, at, form: written.form });
  if (!link) return [];
  const itself = leadsBackToItself(path, page, written, link) ? { selfReferential: true as const } : {};
  return [{ link, target: written.target, at, form: 'link', ...itself }];
}
