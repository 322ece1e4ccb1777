import type { AuditedOutcome, Location } from '@shipworthy/model';
import { placeText } from './finding.ts';
import { groupBy } from './group.ts';
import type { Style } from './style.ts';
import { visible } from './visible.ts';
import { counted, wrap } from './wrap.ts';

/** How many places of one reason are listed. */
const PLACES_SHOWN = 3;

/**
 * What could not be seen, and the rules that broke: one entry for each reason, never silent.
 * `verbose` lists every place.
 */
export function unknownLines(outcomes: readonly AuditedOutcome[], style: Style, verbose: boolean): string[] {
  const broken = outcomes.filter((outcome) => outcome.result.outcome === 'error');
  const unseen = outcomes.filter((outcome) => outcome.result.outcome === 'unknown');
  return [
    ...section(unseen, `Could not see (${counted(unseen.length, 'question')} unanswered)`, style, verbose),
    ...section(broken, 'Broke while running (please report it)', style, verbose),
  ];
}

function section(outcomes: readonly AuditedOutcome[], title: string, style: Style, verbose: boolean): string[] {
  if (outcomes.length === 0) return [];
  const byReason = groupBy(outcomes, whyOf);
  const entries = [...byReason].flatMap(([why, same]) => entryLines(why, same, style, verbose));
  return [style.strong(title), ...entries, ''];
}

function entryLines(why: string, same: readonly AuditedOutcome[], style: Style, verbose: boolean): string[] {
  const rules = [...new Set(same.map((outcome) => outcome.rule))];
  const places = [...new Set(same.map((outcome) => placeOf(outcome, style)))];
  const shown = verbose ? places : places.slice(0, PLACES_SHOWN);
  const rest = places.length - shown.length;
  return [
    ...wrap(`${visible(why)} ${style.dim(`(${rules.join(', ')})`)}`, style.width, '  ', '  '),
    ...shown.map((place) => `    ${place}`),
    ...(rest > 0 ? [`    ${style.dim(`and ${rest} more`)}`] : []),
  ];
}

function placeOf({ evidence, subject }: AuditedOutcome, style: Style): string {
  const first: Location | undefined = evidence[0];
  return first ? placeText(first, style) : visible(subject);
}

function whyOf({ result }: AuditedOutcome): string {
  return 'why' in result ? result.why : '';
}
