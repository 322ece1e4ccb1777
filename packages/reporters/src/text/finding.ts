import type { Finding, Location } from '@shipworthy/model';
import { markedLine } from './excerpt.ts';
import type { Style } from './style.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

/** How many of the other places of a joined finding are listed. */
const RELATED_SHOWN = 3;
/** `warning`, the longest severity word, and what is around it. */
const INDENT = '  ';
const SEVERITY_WIDTH = 'warning'.length;
/** The narrowest gutter, so that excerpts of one file line up up to line 9999. */
const GUTTER = 4;

/** One finding below the header of its file. */
export function findingLines(finding: Finding, style: Style): string[] {
  const word = style.severity(finding.severity, finding.severity.padEnd(SEVERITY_WIDTH));
  const hanging = ' '.repeat(INDENT.length + SEVERITY_WIDTH + 2);
  // A joined message most often begins with the number itself.
  const times =
    finding.count > 1 && !finding.message.startsWith(`${finding.count} `)
      ? `${style.strong(`×${finding.count}`)}  `
      : '';
  const message = wrap(times + visible(finding.message), style.width, hanging, hanging);
  const where = finding.excerpt === undefined ? positionWords(finding.location) : '';
  return [
    `${INDENT}${word}  ${(message[0] ?? '').trimStart()}`,
    ...message.slice(1),
    `${hanging}${style.dim(finding.rule.id + where)}`,
    ...excerptLines(finding, style),
    ...relatedLines(finding, style, hanging),
  ];
}

function positionWords({ line, absent }: Location): string {
  return line === undefined || absent ? '' : `, line ${line}`;
}

function excerptLines({ excerpt, location, severity }: Finding, style: Style): string[] {
  const { line, column, endLine, endColumn } = location;
  if (excerpt === undefined || line === undefined) return [];
  const gutter = Math.max(GUTTER, String(line).length) + INDENT.length;
  const start = column === undefined ? undefined : column - 1;
  // What goes on below the first line is marked to its end; a mark without an end is one character.
  const end =
    endLine !== undefined && endLine > line ? excerpt.length : Math.max(endColumn ?? 0, (column ?? 0) + 1) - 1;
  const { line: text, marks } = markedLine(excerpt, start, end, style.width - gutter - ' │ '.length);
  const lines = [`${style.dim(`${String(line).padStart(gutter)} │`)} ${text}`];
  if (marks) lines.push(`${style.dim(`${' '.repeat(gutter)} │`)} ${style.severity(severity, marks)}`);
  return lines;
}

function relatedLines({ related, count }: Finding, style: Style, hanging: string): string[] {
  const shown = related.slice(0, RELATED_SHOWN);
  const lines = shown.flatMap(({ location, message }) => {
    const place = `${style.dim('also')} ${placeText(location, style)}`;
    return message === undefined
      ? [hanging + place]
      : wrap(`${place}: ${visible(message)}`, style.width, hanging, hanging);
  });
  const rest = Math.max(related.length, count - 1) - shown.length;
  return rest > 0 ? [...lines, hanging + style.dim(`and ${rest} more`)] : lines;
}

/** `path:12`, `expected at path`; linked where the terminal can. */
export function placeText({ path, line, absent }: Location, style: Style): string {
  if (path === '' || path === '.') return 'the root of the repository';
  if (absent) return `expected at ${visible(path)}`;
  return style.path(path, line === undefined ? path : `${path}:${line}`);
}
