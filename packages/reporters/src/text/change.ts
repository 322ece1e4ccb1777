import { type Audit, type Change, type Finding, SEVERITIES } from '@shipworthy/model';
import { byStanding, outcomesOfChange } from '../page/standing.ts';
import { acceptedLines } from './accepted.ts';
import { findingsByFile } from './by-file.ts';
import { placeText } from './finding.ts';
import { nextLines } from './next-lines.ts';
import type { TextOptions } from './options.ts';
import { outcomeLines } from './outcomes.ts';
import type { Style } from './style.ts';
import { staleLines } from './summary.ts';
import { unknownLines } from './unknowns.ts';
import { visible } from './visible.ts';
import { counted, wrap } from './wrap.ts';

/** Fixed findings that are listed; a change that mends more knows it. */
const FIXED_SHOWN = 10;
/** Hexadecimal digits of a commit that people read. */
const SHORT_ID = 12;

/** The report of a change: what it answers for in full, what it fixed in short, what was there before as a number. */
export function changeLines(audit: Audit, change: Change, options: TextOptions, style: Style): string[] {
  const { introduced, worsened, existing } = byStanding(audit.findings);
  const fixed = audit.fixed ?? [];
  const unseen = options.verbose ? audit.outcomes : outcomesOfChange(audit.outcomes, change);
  return [
    ...findingsByFile(introduced, style),
    ...titled('Worse than before', findingsByFile(worsened, style), style),
    ...titled('Fixed by this change', fixedLines(fixed, style), style),
    ...(options.verbose ? titled('There before', findingsByFile(existing, style), style) : []),
    ...(options.showExempt ? acceptedLines(audit.outcomes, style) : []),
    ...(options.verbose ? outcomeLines(audit.outcomes, style) : []),
    ...unknownLines(unseen, style, options.verbose === true),
    ...wrap(verdictOf(audit, change, style), style.width, '', ''),
    ...staleLines(audit, style),
    ...nextLines([...introduced, ...worsened], style),
  ];
}

const titled = (title: string, lines: readonly string[], style: Style): string[] =>
  lines.length === 0 ? [] : [style.strong(title), ...lines, ...(lines.at(-1) === '' ? [] : [''])];

function fixedLines(fixed: readonly Finding[], style: Style): string[] {
  const left = fixed.length - FIXED_SHOWN;
  return [
    ...fixed.slice(0, FIXED_SHOWN).map(({ rule, location, count }) => {
      const times = count > 1 ? ` ×${count}` : '';
      return `  ${style.good('✓')} ${placeText(location, style)}  ${style.dim(rule.id + times)}`;
    }),
    ...(left > 0 ? [`  ${style.dim(`and ${left} more: --format json lists them`)}`] : []),
  ];
}

function verdictOf({ findings, fixed = [] }: Audit, change: Change, style: Style): string {
  const { introduced, worsened, existing } = byStanding(findings);
  const since = change.commit?.slice(0, SHORT_ID);
  const base = since === undefined ? change.base : change.commit === change.base ? since : `${change.base} (${since})`;
  const against = `${counted(change.files.length, 'file')} changed since ${visible(base)}`;
  const parts = [
    introduced.length > 0 ? `introduces ${countsOf(introduced, style)}` : '',
    worsened.length > 0 ? `worsens ${countsOf(worsened, style)}` : '',
    fixed.length > 0 ? `fixes ${fixed.length}` : '',
  ].filter((part) => part !== '');
  const before =
    existing.length > 0 ? ` ${counted(existing.length, 'finding')} from before left as they were (--verbose).` : '';
  if (parts.length === 0) return `${style.good('Nothing introduced:')} ${against}.${before}`;
  return `This change ${parts.join(', ')}: ${against}.${before}`;
}

const countsOf = (findings: readonly Finding[], style: Style): string =>
  SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0
      ? []
      : [style.severity(severity, severity === 'info' ? `${count} info` : counted(count, severity))];
  }).join(', ');
