import { clip } from '@shipworthy/reporters/page/clip';
import { visible } from '@shipworthy/reporters/visible';

/** Text that is HTML already. Only `html` and `trusted` make it, so nothing else can stand in a page unescaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: texts are escaped, `undefined` and `false` are nothing. */
export type Part = Html | string | number | undefined | false | readonly Part[];

/** HTML with everything filled in escaped, for text and for attributes between double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? '';
  for (const [index, part] of parts.entries()) text += textOf(part) + (strings[index + 1] ?? '');
  return new Html(text);
}

/** HTML that this project wrote itself: a style sheet, a rendered page of a rule. */
export const trusted = (text: string): Html => new Html(text);

function textOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escaped(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Controls, direction marks and what else is not seen are spelled out first, as on a terminal. */
const escaped = (text: string): string => visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Characters of a name, a path or a clause that are shown: no real one is longer, and a made-up one fills no screen. */
const MAX_TOLD = 300;

/** A text of a repository among ours: its letters may run right to left, those around it do not follow. */
export const told = (text: string): Html => html`<bdi>${clip(text, MAX_TOLD)}</bdi>`;

/** The same for names with slashes: where there is little room they are broken there first. */
export const toldInParts = (name: string): Html =>
  html`<bdi>${clip(name, MAX_TOLD)
    .split('/')
    .map((part, index) => (index > 0 ? html`/<wbr>${part}` : part))}</bdi>`;
