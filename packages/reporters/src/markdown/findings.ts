import { type Finding, type Location, SEVERITIES } from '@shipworthy/model';
import { groupBy } from '../text/group.ts';
import { counted } from '../text/wrap.ts';
import type { Budget } from './budget.ts';
import { block, code, prose } from './escape.ts';

/** Related places of one finding that are listed. */
const RELATED_SHOWN = 5;

export interface FindingsPart {
  readonly text: string;
  readonly shown: readonly Finding[];
}

/** Findings by file, as many as there is room for: the least severe are left out first. */
export function findingsPart(findings: readonly Finding[], budget: Budget): FindingsPart {
  const files = new Set<string>();
  const rows = new Map<Finding, string>();
  const bySeverity = findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  for (const finding of bySeverity) {
    const row = rowOf(finding);
    const header = headerOf(finding.location);
    if (!budget.take(row, files.has(header) ? '' : header)) break;
    files.add(header);
    rows.set(finding, row);
  }
  const shown = findings.filter((finding) => rows.has(finding));
  const text = [...groupBy(shown, ({ location }) => headerOf(location))]
    .map(([header, same]) => header + same.map((finding) => rows.get(finding) ?? '').join(''))
    .join('');
  return { text, shown };
}

const headerOf = ({ path, absent }: Location): string =>
  absent ? `\n### Expected at ${placeName(path)}\n\n` : `\n### ${placeName(path)}\n\n`;

const placeName = (path: string): string => (path === '' ? 'the root of the repository' : code(path));

function rowOf(finding: Finding): string {
  const { rule, severity, message, location, excerpt, count, related } = finding;
  const where = location.line === undefined || location.absent ? '' : `, line ${location.line}`;
  const times = count > 1 && !message.startsWith(`${count} `) ? `×${count} ` : '';
  const shown = related.slice(0, RELATED_SHOWN);
  const rest = Math.max(related.length, count - 1) - shown.length;
  const also = [
    ...shown.map(({ location: at, message: what }) => `${placeOf(at)}${what === undefined ? '' : `: ${prose(what)}`}`),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
  return [
    `- **${severity}**${where}: ${times}${prose(message)} (${code(rule.id)})\n`,
    excerpt === undefined || excerpt.trim() === '' ? '' : `\n${block(excerpt, '  ')}`,
    also.length > 0 ? `\n  also ${also.join('; ')}\n` : '',
  ].join('');
}

/** `path:12` as code. */
export function placeOf({ path, line, absent }: Location): string {
  if (path === '') return 'the root of the repository';
  return `${absent ? 'expected at ' : ''}${code(line === undefined || absent ? path : `${path}:${line}`)}`;
}

/** `2 errors, 1 warning, 3 info`. */
export function countsOf(findings: readonly Finding[]): string {
  return SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    return [severity === 'info' ? `${count} info` : counted(count, severity)];
  }).join(', ');
}

/** Said in place of what did not fit. */
export const leftOut = (count: number, limit: number): string =>
  `\n**${counted(count, 'further finding')} left out** to stay below ${limit} bytes: ${code('shipworthy lint --format json')} lists all.\n`;
