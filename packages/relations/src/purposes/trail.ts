import type { Purpose, PurposeFound, UnseenCall } from '@shipworthy/model';

/** A purpose as seen from the script that was followed: the calls that lead to it begin there. */
export interface Followed extends Omit<PurposeFound, 'at' | 'harmless'> {
  /** Its failure is passed over on the way. */
  readonly harmless?: true;
}

type Unseen = Omit<UnseenCall, 'at'>;

/** What following a script finds. */
export interface Findings {
  readonly found: readonly Followed[];
  readonly unseen: readonly Unseen[];
  /** Targets (`path:offset`) and scripts that it leads to. */
  readonly reached: ReadonlySet<string>;
}

/** Where a chain of calls has come to. */
export interface Trail {
  readonly through: readonly string[];
  readonly folder: string | undefined;
  readonly hint: string;
  readonly harmless: boolean;
  readonly depth: number;
  readonly into: Growing;
}

/** What one script has led to so far. */
export interface Growing {
  readonly found: Map<string, Followed>;
  readonly unseen: Map<string, Unseen>;
  readonly reached: Set<string>;
  /** How many of each purpose, tool and folder were kept. */
  readonly sorts: Map<string, number>;
}

/** Entries kept for one script. */
export const MAX_FOUND = 300;
/** Commands kept that serve one purpose by one tool in one folder. */
const MAX_OF_SORT = 6;
/** Longest text of a hop. */
const MAX_HOP = 80;

/** Notes a purpose that the chain has come to. */
export function add(
  { into, folder, harmless }: Trail,
  purpose: Purpose,
  tool: string,
  through: readonly string[],
  only?: readonly string[],
): void {
  const one = {
    purpose,
    tool,
    through,
    ...(folder === undefined ? {} : { folder }),
    ...(only ? { only } : {}),
    ...(harmless ? { harmless } : {}),
  };
  keep(into, `${purpose} ${tool} ${folder} ${only?.join(' ')} ${through.at(-1)}${harmless ? ' harmless' : ''}`, one);
}

/** The first way to a command stands for all, and a few commands of a sort for the rest. */
export function keep({ found, sorts }: Growing, key: string, one: Followed): void {
  if (found.has(key) || found.size >= MAX_FOUND) return;
  const sort = `${one.purpose} ${one.tool} ${one.folder} ${one.harmless} ${one.only?.join(' ')}`;
  const before = sorts.get(sort) ?? 0;
  if (before >= MAX_OF_SORT) return;
  sorts.set(sort, before + 1);
  found.set(key, one);
}

/** Notes something that the chain cannot follow. */
export const miss = ({ into }: Trail, of: UnseenCall['of'], what: string, why: string): void => {
  into.unseen.set(`${what} ${why}`, { of, what, why });
};

export const growing = (): Growing => ({ found: new Map(), unseen: new Map(), reached: new Set(), sorts: new Map() });

export const grown = ({ found, unseen, reached }: Growing): Findings => ({
  found: [...found.values()],
  unseen: [...unseen.values()],
  reached,
});

/** A call as it is shown among those that lead to a purpose. */
export const hop = (words: readonly string[]): string => {
  const text = words
    .join(' ')
    .slice(0, 2 * MAX_HOP)
    .replace(/\s+/g, ' ');
  return text.length > MAX_HOP ? `${text.slice(0, MAX_HOP - 1)}…` : text;
};
