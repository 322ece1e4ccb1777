import type { FactFault, OwnerLineFacts, OwnershipFacts } from '@shipworthy/model';

/** A line of a CODEOWNERS file with the faults that stand in it. */
export interface CodeownersLine {
  readonly line: OwnerLineFacts;
  readonly faults: readonly FactFault[];
}

/** By the offset at which the line starts. */
export type CodeownersLines = ReadonlyMap<number, CodeownersLine>;

/** A file may have a hundred thousand lines and is asked about once for each of them. */
const known = new WeakMap<OwnershipFacts, CodeownersLines>();

/** Faults outside of every line (a section's header, the file as a whole) are those of the line that follows, or of the last. */
export function linesOf(facts: OwnershipFacts): CodeownersLines {
  const before = known.get(facts);
  if (before) return before;
  const lines = facts.lines.map((line) => ({ line, faults: [] as FactFault[] }));
  let next = 0;
  for (const fault of [...facts.faults].sort((a, b) => a.at[0] - b.at[0])) {
    while (next < lines.length - 1 && endOf(lines[next]?.line) <= fault.at[0]) next++;
    lines[next]?.faults.push(fault);
  }
  const made = new Map(lines.map((entry) => [startOf(entry.line), entry]));
  known.set(facts, made);
  return made;
}

/** Where a line begins; -1 for one without a place. */
export const startOf = (line: Pick<OwnerLineFacts, 'spans'>): number => line.spans['']?.[0] ?? -1;
const endOf = (line: OwnerLineFacts | undefined): number => line?.spans['']?.[1] ?? 0;

/** Do two files say the same, comments and blanks aside? */
export const sameStatements = (a: OwnershipFacts, b: OwnershipFacts): boolean => textOf(a) === textOf(b);

/** Do two lines ask the same people and teams, in whatever order? */
export const sameOwners = (a: Pick<OwnerLineFacts, 'owners'>, b: Pick<OwnerLineFacts, 'owners'>): boolean =>
  ownersOf(a) === ownersOf(b);
const ownersOf = ({ owners }: Pick<OwnerLineFacts, 'owners'>): string =>
  [...new Set(owners.map(({ name }) => name.toLowerCase()))].sort().join(' ');

const textOf = ({ lines }: OwnershipFacts): string =>
  lines.map(({ pattern, owners }) => [pattern, ...owners.map(({ name }) => name)].join(' ')).join('\n');
