import type { Finding, Location } from '@shipworthy/model';
import type { Anchors } from '../page/anchors.ts';
import { clip } from '../page/clip.ts';
import { visible } from '../text/visible.ts';
import { type AnnotationProperties, command } from './command.ts';
import { MAX_MESSAGE, MAX_TITLE } from './limits.ts';
import { adviceOf, toldOf } from './told.ts';

/** A finding as an annotation; its severity is the level. */
export function annotation(finding: Finding, level: 'error' | 'warning', anchors: Anchors): string {
  const { title, message, elsewhere, at } = toldOf(finding, anchors);
  const advice = visible(adviceOf(finding));
  const said = clip(visible([message, elsewhere].filter((part) => part !== '').join(' ')), MAX_MESSAGE - advice.length);
  return command(level, { ...placeOf(at), title: clip(visible(title), MAX_TITLE) }, said + advice);
}

/** The runner drops columns of what spans several lines, and a path that is not what it looks like leads nowhere. */
function placeOf(location: Location | undefined): AnnotationProperties {
  if (location === undefined || visible(location.path) !== location.path) return {};
  const { path, line, column, endLine } = location;
  const spans = endLine !== undefined && endLine !== line;
  return { file: path, line, endLine: line === undefined ? undefined : endLine, col: spans ? undefined : column };
}
