import type { StatedVersion } from '@shipworthy/model';

const TOOLS: readonly (readonly [string, string])[] = [
  ['dotnet', String.raw`\.NET(?: Core| SDK)?`],
  ['node', String.raw`Node(?:\.?js)?`],
  ['python', 'Python'],
  ['go', 'Go(?:lang)?'],
  ['java', '(?:Java|JDK|OpenJDK)'],
  ['ruby', 'Ruby'],
  ['php', 'PHP'],
];
/** Sentences that say what the program is made with, and those that say what a reader must have. */
const MADE = String.raw`\b(?:based on|built (?:with|on|using)|written (?:in|for)|runs on|uses|targets|developed with)\b`;
const NEEDED = String.raw`\b(?:requires?|need|needs|install(?:ed)?|prerequisites?|must have)\b`;
/** What follows a lowest version. */
const OR_LATER = /^\s*(?:\+|or (?:later|newer|higher|above|greater|up)|and (?:later|newer|up|above)|\.x\+|\)?\s*\()/i;
/** Units between the verb and the name of the tool. */
const NEAR = 40;

const PATTERNS = TOOLS.flatMap(([tool, name]) =>
  [['made', MADE] as const, ['needed', NEEDED] as const].map(([how, verb]) => ({
    tool,
    how,
    pattern: new RegExp(
      `${verb}[^.\\n]{0,${NEAR}}?[\\s*_\`\\[(]${name}[\\]\\s*_\`]{1,3}(?:version |v)?(\\d+(?:\\.\\d+){0,2})(?![\\w.]*\\d)`,
      'gi',
    ),
  })),
);

/**
 * A tool with a number behind it, whatever is said of it: one look for what all of the above have in common, which most
 * pages do not hold. The number first, what stands before it after: prose has few.
 */
const NUMBERED = new RegExp(
  `\\d(?<=(?:${TOOLS.map(([, name]) => name).join('|')})[\\]\\s*_\`]{1,3}(?:version |v)?\\d)`,
  'i',
);

/** Versions of tools that the prose of a page states: `is based on .NET 9`. Lowest versions (`18+`) are left out. */
export function statedVersions(text: string): StatedVersion[] {
  if (!NUMBERED.test(text)) return [];
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, (block) => ' '.repeat(block.length));
  return PATTERNS.flatMap(({ tool, how, pattern }) =>
    [...prose.matchAll(pattern)].flatMap((found) => {
      const version = found[1] ?? '';
      const end = found.index + found[0].length;
      if (OR_LATER.test(prose.slice(end, end + 20)) || /(?:>=|≥|at least|minimum|later|newer)/i.test(found[0]))
        return [];
      return [{ tool, version, how, at: [end - version.length, end] as const }];
    }),
  );
}
