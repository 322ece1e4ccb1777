import leven from 'leven';

/** A near miss differs in at most this share of its letters; above, two names are just different. */
const CONVINCING_SHARE = 0.25;
/** Longer lists are not searched: the answer is a kindness, not worth a wait. */
const MOST_CANDIDATES = 2000;
/** Nobody mistypes a name of this length; the comparison would take its square. */
const LONGEST_NAME = 120;

/**
 * The candidate most like `wanted`, if the likeness is convincing and no other is as near.
 * @param farthest the most letters that may differ, whatever the length
 */
export function nearest(
  wanted: string,
  candidates: readonly string[],
  farthest: number = Number.POSITIVE_INFINITY,
): string | undefined {
  if (candidates.length > MOST_CANDIDATES || wanted.length > LONGEST_NAME) return undefined;
  const limit = Math.min(farthest, Math.floor(wanted.length * CONVINCING_SHARE));
  let best: string | undefined;
  let bestDistance = limit + 1;
  let tied = false;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const distance = leven(wanted.toLowerCase(), candidate.toLowerCase(), { maxDistance: bestDistance + 1 });
    if (distance > limit) continue;
    if (distance === bestDistance) tied = true;
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
      tied = false;
    }
  }
  return tied ? undefined : best;
}
