import type { DocumentFacts } from '@shipworthy/model';
import { reportBareUrls } from '../page/bare-links.ts';
import { linesOf } from '../page/lines.ts';
import { PageBuilder } from '../page/page-builder.ts';

/** `Z(1)        User Commands        Z(1)`: the head line of a rendered manual page. */
const MANUAL_HEAD = /^\s*([\w.:+-]+\(\d\w{0,3}\))(?:\s.*)?\s\1\s*$/;
/** Manual pages head their sections with these, in capitals at the margin. */
const MANUAL_SECTIONS =
  /^(?:NAME|SYNOPSIS|DESCRIPTION|OPTIONS|USAGE|EXAMPLES?|BUGS|FILES|AUTHORS?|SEE ALSO|INSTALLATION|COMMANDS|ENVIRONMENT|NOTES|CAVEATS)$/gm;
/** So many of them make a manual page without a head line. */
const MANUAL_SECTION_COUNT = 3;
/** Longest line in capitals that heads a section. */
const MAX_CAPITAL_HEADING = 60;
const CAPITALS = /^[A-Z][A-Z\d /&'()-]*[A-Z\d)]:?$/;
const STARS = /^(\*{1,6})\s+(\S.*)$/;

/** The text is a rendered manual page. */
export function isManualPage(text: string): boolean {
  const head = text.trimStart().split('\n', 1)[0] ?? '';
  if (MANUAL_HEAD.test(head)) return true;
  const names = new Set(text.replaceAll('\r', '').match(MANUAL_SECTIONS) ?? []);
  return names.size >= MANUAL_SECTION_COUNT;
}

/** A page without markup. Lines in capitals at the margin and underlined lines head sections; in Org mode, stars do. */
export function scanPlainText(text: string, org = false): DocumentFacts {
  const builder = new PageBuilder(text, 'plain');
  const lines = linesOf(text);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.text === '') continue;
    const next = lines[i + 1];
    const stars = org ? STARS.exec(line.text) : undefined;
    if (stars) builder.heading(stars[1]?.length ?? 1, stars[2] ?? '', [line.start, line.end]);
    else if (
      line.indent === 0 &&
      next &&
      /^(?:={3,}|-{3,})$/.test(next.text) &&
      next.text.length >= line.text.length - 1
    ) {
      builder.heading(next.text.startsWith('=') ? 1 : 2, line.text, [line.start, next.end]);
      i++;
    } else if (line.indent === 0 && line.text.length <= MAX_CAPITAL_HEADING && CAPITALS.test(line.text))
      builder.heading(1, line.text.replace(/:$/, ''), [line.start, line.end]);
    else {
      const item = /^\s*(?:([-*•+])|(\d{1,3}[.)]))\s+/.exec(line.text);
      if (item) builder.item(item[2] !== undefined);
      builder.prose(line.text, line.start);
      reportBareUrls(line.text, line.start, builder);
    }
  }
  return builder.finish();
}
