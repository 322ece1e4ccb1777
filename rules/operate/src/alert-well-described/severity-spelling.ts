import type { Artifact, Vocabulary } from '@shipworthy/model';
import { severityOf } from '../alert-severity.ts';

type RuleFiles = readonly Artifact<'alert-rules'>[];

/** A spelling is the usual one when it is used this often, and this many times as often as the other. */
const USUAL_COUNT = 5;
const USUAL_RATIO = 5;
/** Shorter words are each other's prefixes by chance. */
const MIN_ABBREVIATION = 4;

const counts = new WeakMap<RuleFiles, ReadonlyMap<string, number>>();

/** How often each severity is used in the repository. */
export function severitiesUsed(files: RuleFiles, vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const known = counts.get(files);
  if (known) return known;
  const used = new Map<string, number>();
  for (const file of files) {
    if (file.level === 'scraped') continue;
    for (const alert of file.facts.alerts) {
      const value = severityOf(alert, vocabulary)?.value;
      if (value !== undefined && !value.includes('{{')) used.set(value, (used.get(value) ?? 0) + 1);
    }
  }
  counts.set(files, used);
  return used;
}

/** The repository's usual spelling of a severity that is written in another way; `undefined` when it is in order. */
export function usualSpelling(
  value: string,
  used: ReadonlyMap<string, number>,
  { pagingSeverities, quietSeverities }: Vocabulary,
): string | undefined {
  const count = used.get(value) ?? 0;
  const lower = value.toLowerCase();
  const isWord = pagingSeverities.includes(lower) || quietSeverities.includes(lower);
  for (const [other, times] of used) {
    if (other === value || times < USUAL_COUNT || times < count * USUAL_RATIO) continue;
    const usual = other.toLowerCase();
    if (usual === lower || isAbbreviation(usual, lower) || (!isWord && isOneEditApart(usual, lower))) return other;
  }
  return undefined;
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
