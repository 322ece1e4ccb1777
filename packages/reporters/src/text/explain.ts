import type { TextOptions } from './options.ts';
import { type Style, styleFor } from './style.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

const FENCE = /^ {0,3}(?:```|~~~)/;
const COMMENT = /^<!--.*-->$/;
const HEADING = /^(#{1,6}) +(.*)$/;
const BULLET = /^( *)([-*+]|\d{1,4}[.)]) +(.*)$/;

/**
 * A rule's page, written in Markdown, for reading in a terminal: headings set apart, paragraphs and lists wrapped,
 * code kept as it is. Not a Markdown renderer: what it does not know is shown as written.
 */
export function renderPage(markdown: string, options: TextOptions): string {
  const style = styleFor(options);
  const out: string[] = [];
  let paragraph: string[] = [];
  let fenced = false;
  const flush = () => {
    if (paragraph.length > 0) out.push(...block(paragraph.join(' '), style));
    paragraph = [];
  };
  for (const line of markdown.split(/\r?\n/)) {
    const raw = line.replace(/\t/g, '    ');
    if (FENCE.test(raw)) {
      flush();
      fenced = !fenced;
      if (fenced) out.push(...fenceTitle(raw, style));
    } else if (COMMENT.test(raw) && !fenced) flush();
    else if (fenced) out.push(visible(raw) ? `    ${visible(raw)}` : '');
    else if (raw.trim() === '') {
      flush();
      if (out.at(-1) !== '') out.push('');
    } else if (HEADING.test(raw)) {
      flush();
      out.push(style.strong(visible(raw.replace(HEADING, '$2'))));
    } else if (raw.startsWith('|')) {
      flush();
      out.push(visible(raw));
    } else {
      if (BULLET.test(raw)) flush();
      paragraph.push(paragraph.length === 0 ? raw.trimEnd() : raw.trim());
    }
  }
  flush();
  return `${out.join('\n').trim()}\n`;
}

function block(text: string, style: Style): string[] {
  const bullet = BULLET.exec(text);
  if (!bullet) return wrap(prose(text.trim(), style), style.width, '', '');
  const [, indent = '', mark = '', rest = ''] = bullet;
  const first = `${indent}${mark} `;
  return wrap(prose(rest, style), style.width, first, ' '.repeat(first.length));
}

/** Strong words as the terminal shows them; without colour the stars only disturb. */
const prose = (text: string, style: Style): string =>
  visible(text).replace(/\*\*([^*\s][^*]*)\*\*/g, (_, strong: string) => style.strong(strong));

/** The label of an example (` ```yaml alerts.yaml `) says which file it is. */
function fenceTitle(line: string, style: Style): string[] {
  const label = line
    .trim()
    .replace(/^[`~]+/, '')
    .trim();
  return label ? [`  ${style.dim(visible(label))}`] : [];
}
