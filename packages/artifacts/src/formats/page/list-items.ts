import type { Span } from '@shipworthy/model';
import { linesOf } from './lines.ts';

/** An item of a list together with the lines that continue it. */
export interface ListItem {
  /** Without its mark and its check box; continuing lines are joined with a space. */
  readonly text: string;
  readonly at: Span;
  readonly indent: number;
  /** Set when the item has a check box: is it ticked? */
  readonly checked?: boolean;
}

const MARK = /^(?:[-*+•]|\d{1,4}[.)]|\.{1,4}(?=\s)|#\.)\s+/;
const BOX = /^(?:\[([ xX✓✔])\]|[⬜☐])\s*/u;

/** Items of the lists in a stretch of a page, nested ones included. */
export function listItemsIn(text: string, [start, end]: Span): ListItem[] {
  const items: { text: string; at: [number, number]; readonly indent: number; readonly checked?: boolean }[] = [];
  let open: (typeof items)[number] | undefined;
  for (const line of linesOf(text.slice(start, end))) {
    const content = line.text.trimStart();
    const mark = MARK.exec(content)?.[0];
    if (mark !== undefined) {
      const box = BOX.exec(content.slice(mark.length));
      open = {
        text: content.slice(mark.length + (box?.[0].length ?? 0)),
        at: [start + line.start + line.indent, start + line.start + line.text.length],
        indent: line.indent,
        ...(box ? { checked: box[1] !== undefined && box[1] !== ' ' } : {}),
      };
      items.push(open);
    } else if (content === '') open = undefined;
    else if (open && line.indent > open.indent) {
      open.text = `${open.text} ${content}`;
      open.at[1] = start + line.start + line.text.length;
    } else open = undefined;
  }
  return items;
}
