import type { NumberRange, ProtoReserved } from '../../protobuf/descriptors.ts';

/** Those of `before` that `after` no longer covers whole. */
export function missingRanges(before: readonly NumberRange[], after: readonly NumberRange[]): NumberRange[] {
  const covered = collapse(after);
  return before.filter(([first, last]) => {
    const holder = lastStartingBy(covered, first);
    return holder === undefined || holder[1] < last;
  });
}

/** Sorted, without overlaps; neighbours are one. */
function collapse(ranges: readonly NumberRange[]): NumberRange[] {
  const collapsed: NumberRange[] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const previous = collapsed.at(-1);
    if (previous && first <= previous[1] + 1)
      collapsed[collapsed.length - 1] = [previous[0], Math.max(previous[1], last)];
    else collapsed.push([first, last]);
  }
  return collapsed;
}

function lastStartingBy(sorted: readonly NumberRange[], first: number): NumberRange | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.[0] ?? Number.POSITIVE_INFINITY) <= first) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}

export const covers = (ranges: readonly NumberRange[], number: number): boolean =>
  ranges.some(([first, last]) => number >= first && number <= last);

/** `2, 9 to 11, 40 to max`. */
export function written(ranges: readonly NumberRange[]): string {
  return ranges
    .map(([first, last]) => {
      if (first === last) return `${first}`;
      return `${first} to ${Number.isFinite(last) ? last : 'max'}`;
    })
    .join(', ');
}

/** What was kept from use and no longer is. */
export function noLongerReserved(before: ProtoReserved, after: ProtoReserved): ProtoReserved {
  const kept = new Set(after.names);
  return {
    ranges: missingRanges(before.ranges, after.ranges),
    names: [...new Set(before.names)].filter((name) => !kept.has(name)),
  };
}
