import { Budget } from '@shipworthy/reporters/markdown/budget';
import { number } from '../words.ts';
import { type Html, html } from './html.ts';

/** What a browser opens and searches without a pause; the frame of a page and its lesser parts stay outside of it. */
export const PAGE_BYTES = 1_400_000;

/** Room for the lists of one page. */
export const pageBudget = (): Budget => new Budget(PAGE_BYTES);

export interface Fitted {
  readonly items: readonly Html[];
  /** How many found no room. */
  readonly left: number;
}

/** As many items, in order, as there is room for, and at most `limit`. */
export function fit<T>(
  items: readonly T[],
  budget: Budget,
  render: (item: T) => Html,
  limit = Number.POSITIVE_INFINITY,
): Fitted {
  const fitted: Html[] = [];
  for (const item of items) {
    if (fitted.length >= limit) break;
    const shown = render(item);
    if (!budget.take(shown.text)) break;
    fitted.push(shown);
  }
  return { items: fitted, left: items.length - fitted.length };
}

/** Says what is not on the page and where it is. */
export const leftOut = (left: number, where: Html): Html | undefined =>
  left === 0 ? undefined : html`<p class="soft small">${number(left)} more: ${where}.</p>\n`;
