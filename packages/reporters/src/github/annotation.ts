import type { Finding, Location } from '@shipworthy/model';
import type { Anchors } from '../page/anchors.ts';
import { clip } from '../page/clip.ts';
import { visible } from '../text/visible.ts';
import { type AnnotationProperties, command } from './command.ts';
import { MAX_MESSAGE, MAX_TITLE } from './limits.ts';

/** A finding as an annotation; its severity is the level. */
export function annotation(finding: Finding, level: 'error' | 'warning', anchors: Anchors): string {
  const { rule, message, location, count, related } = finding;
  const missing = isMissing(location);
  const more = Math.max(related.length, count - 1);
  const said = [
    missing && location.path !== '' && !message.includes(location.path) ? `Expected at ${location.path}.` : '',
    count > 1 && !message.startsWith(`${count} `) ? `×${count}` : '',
    message,
    more > 0 && !missing ? `(And in ${more} more ${more === 1 ? 'place' : 'places'}.)` : '',
  ];
  const advice = ` More: shipworthy explain ${rule.id}`;
  const what = clip(visible(said.filter((part) => part !== '').join(' ')), MAX_MESSAGE - advice.length);
  const place = missing ? anchorOf(finding, anchors) : location;
  return command(level, { ...placeOf(place), title: clip(visible(rule.id), MAX_TITLE) }, what + advice);
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

/** The runner drops columns of what spans several lines, and a path that is not what it looks like leads nowhere. */
function placeOf(location: Location | undefined): AnnotationProperties {
  if (location === undefined || visible(location.path) !== location.path) return {};
  const { path, line, column, endLine } = location;
  const spans = endLine !== undefined && endLine !== line;
  return { file: path, line, endLine: line === undefined ? undefined : endLine, col: spans ? undefined : column };
}
