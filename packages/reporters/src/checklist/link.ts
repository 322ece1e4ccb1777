import type { Location } from '@shipworthy/model';
import { encodedPath } from '../markdown/encoded-path.ts';
import { code } from '../markdown/escape.ts';

/** A place as Markdown, linked where the page that is written can lead there. */
export type LinkTo = (location: Location) => string;

/** Relative to the root of the repository. What is gone is only named. */
export function relativeLink({ path, line, absent }: Location): string {
  if (absent) return `${code(path)} (gone)`;
  const at = line === undefined || line === 1 ? '' : `:${line}`;
  return `[${code(`${path}${at}`)}](${encodedPath(path)}${line === undefined ? '' : `#L${line}`})`;
}
