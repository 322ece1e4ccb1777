import type { LinkFacts, RunbookEntrySubject } from '@shipworthy/model';

/** Links of an entry that lead somewhere else: neither pictures nor the page's own headings. */
export function helpfulLinks({ page, path, sections }: RunbookEntrySubject): readonly LinkFacts[] {
  const own = new Set(sections);
  return page.links.filter(
    ({ section, form, target }) => own.has(section) && form !== 'image' && !leadsTo(target, path),
  );
}

/** `#heading`, or an address that ends in the page's own path. */
const leadsTo = (target: string, path: string): boolean =>
  /^#/.test(target) || target.replace(/[?#].*$/s, '').endsWith(`/${path}`);
