import { type Finding, SEVERITIES } from '@shipworthy/model';
import { groupBy } from './group.ts';
import { visible } from './visible.ts';
import { counted } from './wrap.ts';

export interface NextStep {
  /** File, what it clears and what to do, in two short sentences. */
  readonly todo: string;
  /** Whose page says more. */
  readonly rule: string;
}

/** Findings that one edit removes together. */
interface Edit {
  readonly finding: Finding;
  readonly gaps: number;
}

/**
 * The one best next step: the highest severity, then the most gaps removed by one edit, then the cheapest edit.
 * Undefined when there is nothing to do. Escaped.
 */
export function nextStep(findings: readonly Finding[]): NextStep | undefined {
  const edits = [...groupBy(findings, editKey).values()].flatMap((together): Edit[] => {
    const [finding] = together.toSorted((a, b) => rank(a) - rank(b));
    return finding ? [{ finding, gaps: together.reduce((sum, { count }) => sum + count, 0) }] : [];
  });
  const [best] = edits.sort(
    (a, b) => rank(a.finding) - rank(b.finding) || b.gaps - a.gaps || cost(a.finding) - cost(b.finding),
  );
  return best && { todo: sentence(best), rule: best.finding.rule.id };
}

/** A rule's gaps for one missing file go with that file; all others need an edit of their own. */
function editKey({ rule, location, fingerprint }: Finding): string {
  return location.absent ? `${rule.id}\n${location.path}` : fingerprint;
}

function rank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}

/** A word on a line is cheaper than a part of a file, and that is cheaper than a new file. */
function cost({ location }: Finding): number {
  if (location.absent) return 2;
  return location.line === undefined ? 1 : 0;
}

/**
 * The last sentence: rules say what is missing, why it hurts, and what to do. The finding above has the rest.
 * Numbers, paths and abbreviations end no sentence.
 */
function deedOf(message: string): string {
  const sentences = [...SENTENCES.segment(message)].map(({ segment }) => segment.trim());
  return sentences.filter((said) => said !== '').at(-1) ?? message;
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentence({ finding: { location, message }, gaps }: Edit): string {
  const file = visible(location.path);
  const place = location.absent || location.line === undefined ? file : `${file}:${location.line}`;
  const clears = gaps > 1 ? ` (clears ${counted(gaps, 'gap')})` : '';
  return `${location.absent ? 'add' : 'edit'} ${place}${clears}. ${visible(deedOf(message))}`;
}
