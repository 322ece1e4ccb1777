import { isAngleBlank } from '../page/placeholder.ts';
import { unescapeDestination } from './destination.ts';
import { HtmlTagReader } from './html-tag.ts';
import { takeAttributes } from './inline.ts';

/** What a block of HTML holds, in order. Offsets are into the page. */
export type HtmlPart =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly text: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'link'; readonly target: string; readonly start: number; readonly end: number }
  | { readonly kind: 'id'; readonly value: string };

const SILENT: ReadonlySet<string> = new Set(['script', 'style']);

/** Reads a block of HTML: text without tags, headings, links and named places. Comments, scripts and styles say nothing. */
export function readHtml(text: string, base: number, jsx: boolean): HtmlPart[] {
  const parts: HtmlPart[] = [];
  const tags = new HtmlTagReader(text, jsx);
  let heading: { level: number; start: number; text: string } | undefined;
  let silent: string | undefined;
  let at = 0;
  const say = (end: number) => {
    if (end <= at || silent) return;
    const said = text.slice(at, end);
    if (heading) heading.text += said;
    else if (said.trim() !== '') parts.push({ kind: 'text', text: said, start: base + at });
  };
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', Math.max(open + 1, at))) {
    const tag = tags.read(open);
    if (!tag || (tag.name !== '' && isAngleBlank(text.slice(open, tag.end)))) continue;
    say(open);
    at = tag.end;
    if (silent) {
      if (tag.closing && tag.name === silent) silent = undefined;
      continue;
    }
    if (!tag.closing && SILENT.has(tag.name)) silent = tag.name;
    const ids: string[] = [];
    takeAttributes(tag, ids, ({ value, at: offset }) => {
      const start = base + offset;
      parts.push({ kind: 'link', target: unescapeDestination(value.trim()), start, end: start + value.length });
    });
    for (const value of ids) parts.push({ kind: 'id', value });
    const level = /^h([1-6])$/.exec(tag.name)?.[1];
    if (level && !tag.closing) heading = { level: Number(level), start: base + open, text: '' };
    else if (level && heading) {
      const said = heading.text.replace(/\s+/g, ' ').trim();
      if (said) parts.push({ kind: 'heading', level: heading.level, text: said, start: heading.start, end: base + at });
      heading = undefined;
    }
  }
  say(text.length);
  return parts;
}
