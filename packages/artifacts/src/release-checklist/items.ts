import type { ChecklistItemFacts } from '@shipworthy/model';

/** Items kept of one page. */
const MAX_ITEMS = 500;
/** Characters kept of an item. */
const MAX_TEXT = 300;
/** `- [ ] text`, `1. text`, `* text`, `#. text`, `.. text` of AsciiDoc, `- label: text` of an issue form. */
const ITEM =
  /^[ \t>]{0,40}(?:[-*+•]|\.{1,3}|\d{1,3}[.)]|[a-z][.)]|#\.)[ \t]+(?:(\[[ xX]?\])[ \t]*)?(?:(label:)[ \t]*)?(\S.*)$/;
const FENCE = /^[ \t>]*(```|~~~|----$|\.\.\.\.$)/;

/** List items of a page outside of fenced code. */
export function itemsOf(text: string): ChecklistItemFacts[] {
  const items: ChecklistItemFacts[] = [];
  let at = 0;
  let fence: string | undefined;
  for (const raw of text.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark === fence) fence = undefined;
    } else if (mark !== undefined) fence = mark;
    else {
      const item = line.length > 4000 ? null : ITEM.exec(line);
      const content = item?.[3];
      if (content !== undefined && items.length < MAX_ITEMS) {
        const start = at + line.length - content.length;
        items.push({
          text: content.slice(0, MAX_TEXT).trim(),
          box: item?.[1] !== undefined || item?.[2] !== undefined,
          at: [start, start + content.length],
        });
      }
    }
    at += raw.length + 1;
  }
  return items;
}
