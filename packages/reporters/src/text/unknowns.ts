import type { AuditedOutcome, Location } from '@shipworthy/model';
import { placeText } from './finding.ts';
import { groupBy } from './group.ts';
import type { Style } from './style.ts';
import { visible } from './visible.ts';
import { counted, wrap } from './wrap.ts';

/** How many places of one reason are listed. */
const PLACES_SHOWN = 3;
/** How many reasons are listed, those with most places first: of one rule, and in all. */
const REASONS_OF_RULE_SHOWN = 2;
const REASONS_SHOWN = 6;

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
  const reasons = [
    ...groupBy(outcomes, (outcome) => `${outcome.rule} ${withoutNumbers(whyOf(outcome))}`).values(),
  ].sort((a, b) => b.length - a.length);
  const shown = verbose ? reasons : mostFrequent(reasons);
  const hidden = outcomes.length - shown.flat().length;
  return [
    style.strong(title),
    ...shown.flatMap((same) => entryLines(same, style, verbose)),
    ...(hidden > 0 ? [`  ${style.dim(`and ${hidden} more for other reasons: --verbose lists them`)}`] : []),
    '',
  ];
}

/** At most two reasons of a rule, so that one talkative rule does not hide the others, and not too many in all. */
function mostFrequent(reasons: readonly AuditedOutcome[][]): AuditedOutcome[][] {
  const ofRule = new Map<string, number>();
  return reasons
    .filter(([first]) => {
      const seen = ofRule.get(first?.rule ?? '') ?? 0;
      ofRule.set(first?.rule ?? '', seen + 1);
      return seen < REASONS_OF_RULE_SHOWN;
    })
    .slice(0, REASONS_SHOWN);
}

/** Reasons that differ in their numbers or commits only are one: `3 of 9 links`, `1 of 4 links`. */
function withoutNumbers(why: string): string {
  return why.replace(/\b[\da-f]{40}\b/g, '…').replace(/(?<![\w-])\d+(?![\w-])/g, 'n');
}

function entryLines(same: readonly AuditedOutcome[], style: Style, verbose: boolean): string[] {
  const whys = new Set(same.map(whyOf));
  const [first = ''] = whys;
  const rule = same[0]?.rule ?? '';
  const why = whys.size > 1 ? withoutNumbers(first) : first;
  const places = [...new Set(same.map((outcome) => placeOf(outcome, style)))];
  const shown = verbose ? places : places.slice(0, PLACES_SHOWN);
  const rest = places.length - shown.length;
  return [
    ...wrap(`${visible(why)} ${style.dim(`(${rule})`)}`, style.width, '  ', '  '),
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
