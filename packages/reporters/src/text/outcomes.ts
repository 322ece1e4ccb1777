import type { AuditedOutcome } from '@shipworthy/model';
import { placeText } from './finding.ts';
import { groupBy } from './group.ts';
import type { Style } from './style.ts';
import { visible } from './visible.ts';
import { counted, wrap } from './wrap.ts';

/** How many places of one rule are listed as evidence. */
const EVIDENCE_SHOWN = 5;

/** What was met and on what evidence, and what did not apply and why: for `--verbose`. */
export function outcomeLines(outcomes: readonly AuditedOutcome[], style: Style): string[] {
  const passed = outcomes.filter(({ result }) => result.outcome === 'pass');
  const set = outcomes.filter(({ result }) => result.outcome === 'declared' || result.outcome === 'exempt');
  const skipped = outcomes.filter(({ result }) => result.outcome === 'not-applicable');
  return [
    ...titled(
      'Met',
      [...groupBy(passed, ({ rule }) => rule)].flatMap(([rule, same]) => passLines(rule, same, style)),
      style,
    ),
    ...titled('Declared or exempt', reasonLines(set, style), style),
    ...titled('Did not apply', reasonLines(skipped, style), style),
  ];
}

function titled(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0 ? [] : [style.strong(title), ...lines, ''];
}

function passLines(rule: string, same: readonly AuditedOutcome[], style: Style): string[] {
  const places = [...new Set(same.flatMap(({ evidence }) => evidence.map((location) => placeText(location, style))))];
  const rest = places.length - EVIDENCE_SHOWN;
  return [
    `  ${rule} ${style.dim(`(${counted(same.length, 'time')})`)}`,
    ...places.slice(0, EVIDENCE_SHOWN).map((place) => `    ${place}`),
    ...(rest > 0 ? [`    ${style.dim(`and ${rest} more`)}`] : []),
  ];
}

function reasonLines(outcomes: readonly AuditedOutcome[], style: Style): string[] {
  const byReason = groupBy(outcomes, ({ rule, result }) => `${rule}: ${'why' in result ? result.why : ''}`);
  return [...byReason].flatMap(([reason, same]) =>
    wrap(`${visible(reason)} ${style.dim(`(${counted(same.length, 'time')})`)}`, style.width, '  ', '    '.slice(2)),
  );
}
