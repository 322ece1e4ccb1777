import type { Artifact, Change, ChangedFile, ChangeWords, ContractChange } from '@shipworthy/rule-kit';
import { saidLines } from '@shipworthy/rule-kit';

/** A sentence on a break, and where it stands. */
export interface Said {
  readonly text: string;
  readonly where: string;
}

/** `feat(api)!: …`, as conventional commits mark a break. */
const MARKED = /^\W*[a-z]+(?:\([^)]*\))?!:\s/i;
const NAMES_A_BREAK =
  /\bbreaking\b|\bbackwards?[- ]incompatib|\bincompatible (?:\w+ )?change|\bbreaks? (?:\w+ ){0,3}(?:clients?|callers?|consumers?|compatibility|users|the api)\b/i;
/** "no breaking changes", "non-breaking", "Breaking changes: none". */
const DENIES =
  /\b(?:no|not|non|without|n't|never|avoid\w*|zero|fix\w*)\b[\s*_-]*(?:\w+\s+){0,3}(?:breaking|incompatib|break)|\b(?:breaking|incompatible)(?:[- ]changes?)?\W*(?:none|no|n\/?a|nope|false)\b|\bbreaking\W*(?:news|point)/i;
/** A heading or a question of a template, which says nothing itself. */
const ASKS = /^\s*#+\s|\?\s*$/;

/** The first line that says that the change breaks something. */
export const breakSaid = (words: ChangeWords): Said | undefined =>
  saidLines(words).find(
    ({ text }) => !ASKS.test(text) && (MARKED.test(text) || (NAMES_A_BREAK.test(text) && !DENIES.test(text))),
  );

const UNRELEASED =
  /\bunreleased\b|\b(?:not|n't|never|hasn't|haven't|wasn't)\b(?: \w+){0,3} (?:released|published|shipped|in use|used)\b|\bnot (?:a )?breaking(?: change)?s?,? (?:as|because|since)\b/i;

/** The first line that says that nobody can depend on it yet. */
export const unreleasedSaid = (words: ChangeWords): Said | undefined =>
  saidLines(words).find(({ text }) => UNRELEASED.test(text));

/** Shorter words are in every sentence. */
const MIN_NAME = 5;
/** What looks like the name of something in a program or a sentence: `orderTotal`, `ORDER_TOTAL`, `orders`. */
const NAME = /[\p{L}_$][\p{L}\p{N}_$-]*/gu;

/**
 * A line that names what one of the changes takes away or alters, or that takes back what was done before: whoever wrote it
 * knew. The whole name tells it in any language; a part of it does beside a word for the deed.
 */
export function deedSaid(words: ChangeWords, changes: readonly ContractChange[]): Said | undefined {
  const told = changes.map(({ about, what }) => `${about} ${what}`).join('\n');
  const names = new Set(namesIn(told));
  const pairs = [...new Set(pairsIn(told))];
  const paths = told.match(PATH) ?? [];
  return saidLines(words).find(({ text, subject }) => {
    if (subject && /^revert\b/i.test(text)) return true;
    const spoken = namesIn(text);
    if (paths.some((path) => text.includes(path)) || spoken.some((word) => names.has(word)))
      return ALTERS.test(text) || !ADDS.test(text);
    if (!ALTERS.test(text)) return false;
    const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    return (
      pairs.some((pair) => plain.includes(pair)) ||
      [...names].some((name) => spoken.some((word) => word.includes(name) || name.includes(word)))
    );
  });
}

/** What a line speaks of that only tells what is new. */
const ADDS = /^\W*(?:feat(?:\([^)]*\))?:|add|introduc|support|implement|expos|allow)/i;
const ALTERS =
  /\b(?:remov|delet|drop|retir|sunset|decommission|mov|migrat|replac|renam|split|extract|clean|purg|unus|obsolet|deprecat|consolidat|merg|revert|no longer|instead|chang|requir|mandatory|convert|switch|rework|redesign|refactor|restructur|simplif|normali[sz]|unif|correct)/i;

/** A path of two segments or more: `/api/v5/yaml`. */
const PATH = /(?:\/[\w{}.-]+){2,}/g;

const namesIn = (text: string): string[] =>
  (text.match(NAME) ?? []).flatMap((word) => {
    const name = word.toLowerCase().replace(/[_$-]/g, '');
    return name.length >= MIN_NAME && !COMMON.has(name) ? [name] : [];
  });

/** Words that follow each other in a name, as prose has them: `partnershow` of `partnerShowId`, for "partner show". */
const pairsIn = (text: string): string[] =>
  (text.match(NAME) ?? []).flatMap((name) => {
    const parts = name.split(/[_$-]|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u).filter((part) => part.length >= MIN_PART);
    return parts.slice(1).flatMap((part, index) => {
      const pair = `${parts[index]}${part}`.toLowerCase();
      return pair.length >= MIN_PAIR ? [pair] : [];
    });
  });
/** Letters of a word within a name, and of two of them. */
const MIN_PART = 3;
const MIN_PAIR = 8;

/** Words by which changes of contracts are told, and those that are in the messages of most commits. */
const COMMON: ReadonlySet<string> = new Set(
  [
    'about added allowed argument behind changed check cookie default deleted deprecated describe directive element enum',
    'field format fixes header input interface items length longer maximum media message method minimum multiple',
    'number object openapi operation operations optional other parameter path pattern possible property proto query',
    'removed removes renamed request required response schema schemas scope security service string swagger their there',
    'these total types union update updated updates value values version versions where which without would',
  ]
    .join(' ')
    .split(' '),
);

const REMOVES =
  /\b(?:remov|delet|drop|retir|sunset|decommission|mov|migrat|replac|renam|split|extract|clean|get rid|purg|unus|obsolet|deprecat|consolidat|merg|revert|relocat|no longer)/i;
const OF_INTERFACES =
  /\b(?:api|apis|swagger|openapi|asyncapi|graphql|grpc|proto\w*|schemas?|specs?|specification|contracts?)\b/i;

/** A line that says what became of a contract that is gone: it speaks of removing or moving, and of it or of interfaces. */
export function removalSaid(words: ChangeWords, path: string): Said | undefined {
  const names = namesIn(path.replace(/\.\w+$/, ''));
  return saidLines(words).find(
    ({ text }) =>
      REMOVES.test(text) &&
      (OF_INTERFACES.test(text) ||
        namesIn(text).some((word) => names.some((name) => word.includes(name) || name.includes(word)))),
  );
}

/** Folders of change files, one for each change, that a release puts together. */
const CHANGE_FILE =
  /(?:^|\/)(?:\.changeset\/(?!readme\b)[^/]+\.md|(?:\.?changes?|\.?changelogs?(?:\.d)?|newsfragments?|news|release-?notes|releasenotes|\.unreleased|\.chloggen|\.changelog|towncrier)(?:\/[^/]+)*\/[^/]+\.(?:md|ya?ml|rst|txt|toml|json|\w+))$/i;
/** Pages that tell users what changed. */
const NOTES_PAGE =
  /(?:^|\/)(?:change-?log|changes|history|releases?|release-?notes|news|upgrad(?:e|ing)|migrat(?:ion|ing)(?:-guide)?|breaking(?:-changes)?)(?:[._-][\w.-]+)?\.(?:md|mdx|rst|txt|adoc)$/i;

/** The file of the change that tells users of it. */
export function notesChanged({ files }: Change, changelogs: readonly Artifact<'changelog'>[]): ChangedFile | undefined {
  const known = new Set(changelogs.map(({ path }) => path));
  return files.find(
    ({ path, state }) => state !== 'removed' && (known.has(path) || CHANGE_FILE.test(path) || NOTES_PAGE.test(path)),
  );
}
