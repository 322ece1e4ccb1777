import { type Answer, ok } from './answer.ts';
import type { ApiRequest } from './route.ts';

const DEFAULT_PAGE = 30;
const MAX_PAGE = 100;

/** One page of a list as `page` and `per_page` ask for it, with GitHub's `Link` header. */
export function paged<T>(request: ApiRequest, all: readonly T[]): Answer {
  const { items, links } = pageOf(request, all);
  return ok(items, links === '' ? {} : { link: links });
}

/** The items of a page, and the `Link` header (empty when there is one page only). */
export function pageOf<T>(request: ApiRequest, all: readonly T[]): { readonly items: T[]; readonly links: string } {
  const size = Math.min(number(request.query.get('per_page')) ?? DEFAULT_PAGE, MAX_PAGE);
  const page = number(request.query.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, name: string, origin?: string): string => {
    const address = new URL(request.address);
    address.searchParams.set('page', String(to));
    const text = origin === undefined ? address.href : `${origin}${address.pathname}${address.search}`;
    return `<${text}>; rel="${name}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next', request.faults.foreignNext), link(last, 'last')] : []),
  ];
  return { items: all.slice((page - 1) * size, page * size), links: links.join(', ') };
}

function number(text: string | null): number | undefined {
  const value = Number(text);
  return text !== null && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
