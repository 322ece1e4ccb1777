import type { Artifact, Vocabulary } from '@shipworthy/model';
import { severityOf } from '../alert-severity.ts';

type RuleFiles = readonly Artifact<'alert-rules'>[];

/** A spelling is the usual one when it is used this often, and this many times as often as the other. */
const USUAL_COUNT = 5;
const USUAL_RATIO = 5;
/** Shorter words are each other's prefixes by chance. */
const MIN_ABBREVIATION = 4;

/** Usual spellings that others are compared with; nobody uses more levels. */
const MAX_USUAL = 20;

/** The severities of a repository. */
export interface SeveritiesUsed {
  readonly counts: ReadonlyMap<string, number>;
  /** Those used often enough to be the usual spelling, most used first. */
  readonly usual: readonly string[];
}

const memo = new WeakMap<RuleFiles, SeveritiesUsed>();

/** How often each severity is used in the repository. */
export function severitiesUsed(files: RuleFiles, vocabulary: Vocabulary): SeveritiesUsed {
  const known = memo.get(files);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const file of files) {
    if (file.level === 'scraped') continue;
    for (const alert of file.facts.alerts) {
      const value = severityOf(alert, vocabulary)?.value;
      if (value !== undefined && !value.includes('{{')) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const usual = [...counts]
    .filter(([, times]) => times >= USUAL_COUNT)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_USUAL)
    .map(([value]) => value);
  const used = { counts, usual };
  memo.set(files, used);
  return used;
}

/** The repository's usual spelling of a severity that is written in another way; `undefined` when it is in order. */
export function usualSpelling(
  value: string,
  { counts, usual }: SeveritiesUsed,
  { pagingSeverities, quietSeverities }: Vocabulary,
): string | undefined {
  const count = counts.get(value) ?? 0;
  const lower = value.toLowerCase();
  const isWord = pagingSeverities.includes(lower) || quietSeverities.includes(lower);
  return usual.find((other) => {
    if (other === value || (counts.get(other) ?? 0) < count * USUAL_RATIO) return false;
    const word = other.toLowerCase();
    return word === lower || isAbbreviation(word, lower) || (!isWord && isOneEditApart(word, lower));
  });
}

function isAbbreviation(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= MIN_ABBREVIATION && /^[a-z]+$/.test(long) && long.startsWith(short);
}

/** One letter added, left out, changed, or two neighbours swapped. Numbers are levels, not typing errors. */
function isOneEditApart(a: string, b: string): boolean {
  if (!/^[a-z]{4,}$/.test(a) || !/^[a-z]{4,}$/.test(b) || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
