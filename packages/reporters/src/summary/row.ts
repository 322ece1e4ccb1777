import type { Finding } from '@shipworthy/model';
import type { LinkTo } from '../checklist/link.ts';
import { code, prose } from '../markdown/escape.ts';
import { clip } from '../page/clip.ts';

/** Characters of a message that are shown: rules say less, names of a repository can be of any length. */
const MAX_MESSAGE = 1_000;
/** Other places of one finding that are listed. */
const RELATED_SHOWN = 3;

/** A finding in one line: where, what, and in how many other places. */
export function rowOf(finding: Finding, to: LinkTo, rule: 'named' | 'told'): string {
  const { message, location, count, related, change } = finding;
  const times = count > 1 && !message.startsWith(`${count} `) ? `×${count} ` : '';
  // Of a finding that stands for several places, only those that the change adds are here.
  const worse = change === 'worsened' ? ' (adds to what was there before)' : '';
  const name = rule === 'named' ? ` (${code(finding.rule.id)})` : '';
  return `- ${to(location)}${worse}: ${times}${prose(clip(message, MAX_MESSAGE))}${name}${alsoOf(related, count, to)}\n`;
}

function alsoOf(related: Finding['related'], count: number, to: LinkTo): string {
  const shown = related.slice(0, RELATED_SHOWN).map(({ location }) => to(location));
  const rest = Math.max(related.length, count - 1) - shown.length;
  if (shown.length === 0) return '';
  return ` Also ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}
