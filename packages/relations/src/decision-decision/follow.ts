import type { Link, RecordReference, RelationContext } from '@shipworthy/model';
import { followLink } from '../pages/resolve-target.ts';
import { type Record, recordIndex } from '../records/record-index.ts';
import { filesNamed } from '../tree/files-named.ts';

const PAGE_ENDING = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|html)$/i;

/** Where a reference of a record leads: to a page by its link, to a record by its number or file name. */
export function referenceFollower(context: RelationContext): (reference: RecordReference, from: Record) => Link {
  const follow = followLink(context);
  const index = recordIndex(context);
  const { tree } = context;
  const pagesNamed = filesNamed(tree);

  return (reference, from) => {
    const at = { path: from.path, span: reference.at };
    switch (reference.form) {
      case 'placeholder':
        return { state: 'dangling', at, wanted: reference.target, lacks: 'placeholder' };
      case 'page':
        return page(reference.target);
      case 'number':
        return one(index.numbered(reference.key ?? '', from), `number ${reference.target}`);
      case 'name':
        return named(reference.target);
    }

    function page(target: string): Link {
      const fromRoot = target.replace(/^\//, '').replace(/\/$/, '');
      // Front matter gives paths from the root of the repository; links on a page begin at the page.
      if (tree.hasFile(fromRoot)) return { state: 'resolved', to: { path: fromRoot }, how: 'path' };
      const entrance = `${fromRoot}/README.md`;
      if (tree.hasFile(entrance)) return { state: 'resolved', to: { path: entrance }, how: 'path' };
      const link = follow({ target, at, form: 'inline' }) ?? { state: 'unknown', why: 'it leads elsewhere', at };
      if (link.state !== 'resolved' || index.byPath.has(link.to.path)) return link;
      const opened = `${link.to.path}/README.md`;
      return index.byPath.has(opened) ? { ...link, to: { path: opened } } : link;
    }

    /** A page that is not read as a record is there all the same. */
    function named(target: string): Link {
      const records = index.named(target.replace(PAGE_ENDING, ''));
      const [page] = records.length > 0 || !PAGE_ENDING.test(target) ? [] : pagesNamed(target);
      return page === undefined
        ? one(records, 'file name')
        : { state: 'resolved', to: { path: page }, how: 'file name' };
    }

    function one(found: readonly Record[], how: string): Link {
      const others = found.filter(({ path }) => path !== from.path);
      const [first] = others.length > 0 ? others : found;
      if (first) {
        const several = others.length > 1 ? { note: `${others.length} records have it` } : {};
        return { state: 'resolved', to: { path: first.path }, how, ...several };
      }
      if (reference.form === 'number' && !index.countsIn(from.facts.log))
        return { state: 'unknown', why: 'the records of this log have no numbers', at };
      return { state: 'dangling', at, wanted: reference.target, lacks: 'file' };
    }
  };
}
