import type { Finding, Location } from '@shipworthy/model';
import type { Anchors } from '../page/anchors.ts';

/** A finding as an annotation tells it, whichever way it gets to GitHub. Not yet escaped. */
export interface Told {
  readonly title: string;
  readonly message: string;
  /** In how many more places it is so, in brackets; empty where there are none. */
  readonly elsewhere: string;
  /** Where it is shown: a file that is there; undefined where there is none that would do. */
  readonly at?: Location;
  /** What is missing is shown beside something else. */
  readonly missing: boolean;
}

/** What is missing and why, and what to do, in one paragraph. */
export function toldOf(finding: Finding, anchors: Anchors): Told {
  const { rule, location } = finding;
  const missing = isMissing(location);
  const at = missing ? anchorOf(finding, anchors) : location;
  return {
    title: rule.id,
    message: messageOf(finding, missing),
    elsewhere: missing ? '' : elsewhereOf(finding),
    ...(at === undefined ? {} : { at }),
    missing,
  };
}

/** Names the page that says more; behind a message that is cut it must stay. */
export const adviceOf = ({ rule }: Finding): string => ` More: shipworthy explain ${rule.id}`;

function messageOf({ message, location, count }: Finding, missing: boolean): string {
  const said = [
    missing && location.path !== '' && !message.includes(location.path) ? `Expected at ${location.path}.` : '',
    count > 1 && !message.startsWith(`${count} `) ? `×${count}` : '',
    message,
  ];
  return said.filter((part) => part !== '').join(' ');
}

function elsewhereOf({ count, related }: Finding): string {
  const more = Math.max(related.length, count - 1);
  return more > 0 ? `(And in ${more} more ${more === 1 ? 'place' : 'places'}.)` : '';
}

const isMissing = ({ path, absent }: Location): boolean => absent === true || path === '';

/**
 * What is missing has no line and no file, and GitHub would show the annotation on a file `.github` that nobody knows. So
 * it stands where the question comes from, and if that is nowhere, on the nearest readme as a whole: the same place that
 * the SARIF file names, so that both surfaces agree. No line of the readme is to blame, so none is given.
 */
function anchorOf({ related, location }: Finding, anchors: Anchors): Location | undefined {
  const asking = related.find(({ location: at }) => at.line !== undefined && !isMissing(at));
  if (asking) return asking.location;
  const path = anchors(location.path);
  return path === undefined ? undefined : { path };
}
