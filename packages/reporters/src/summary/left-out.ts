import { code } from '../markdown/escape.ts';
import { counted } from '../text/wrap.ts';
import type { Limit } from './options.ts';

/**
 * Said in place of what did not fit; '' when everything did.
 * @param most findings that a page shows, when that is why
 */
export const leftOut = (count: number, { size, of }: Limit, most = Number.POSITIVE_INFINITY): string =>
  count === 0
    ? ''
    : `\n**${counted(count, 'further finding')} left out** ${most < Number.POSITIVE_INFINITY ? `(a page shows ${most})` : `to stay below ${size} ${of}`}: ${code('shipworthy lint --format json')} lists all.\n`;
