import { type ChecklistItemFacts, DEFAULT_VOCABULARY, type DocumentFacts, namesTopic } from '@shipworthy/model';
import { versionIn } from '../changelog/version-heading.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { type PathWord, pathWord } from './path-words.ts';

const PATH_AND_CONTENT = 0.85;
const CONTENT_ALONE = 0.7;
/** Fewer things to do are no procedure. */
const MIN_DEEDS = 3;
/** So many bullets of a page that is named after releasing are a procedure. */
const MIN_BULLETS = 5;
/** What one does to bring out a release; so many different ones must be named. */
const DEEDS: readonly RegExp[] = [
  /\btag(?:s|ged|ging)?\b/i,
  /\brelease branch|\bbranch/i,
  /\bpublish|\bpush(?:es|ed|ing)?\b|\bupload/i,
  /\bchange-?log|release[- ]notes/i,
  /\bversion/i,
  /\bbump|\bcut(?:s|ting)?\b|\brelease candidate|\brc\b/i,
  /\bannounce/i,
  /\bdeploy|\broll ?out|\bproduction\b|\bstaging\b/i,
  /\bmerge|\bpull request|\bPR\b/,
  /\bsmoke|\bverify|\bmonitor|\bsign[- ]?off|\bapprov/i,
];
const MIN_DEEDS_NAMED = 2;
/** Text in which deeds are looked for. */
const MAX_TEXT = 60_000;

export interface Detection {
  readonly confidence: number;
  readonly why: readonly string[];
  readonly form: 'document' | 'form';
}

/** The page is a list or procedure by which a release is brought out; undefined when it is not. */
export function detectRelease(
  { path, text }: RepositoryFile,
  page: DocumentFacts | undefined,
  itemsIn: () => readonly ChecklistItemFacts[],
): Detection | undefined {
  const word = pathWord(path);
  const title = page?.title ?? '';
  const titled =
    namesTopic(DEFAULT_VOCABULARY, title, 'releasing') &&
    !/notes|announc|cycle|schedule|security|vulnerab/i.test(title);
  if (word === undefined && !titled) return undefined;
  if (page && (isHistory(page) || isPolicy(page))) return undefined;
  const numbered =
    page?.sections.reduce((sum, { heading, steps, commands }) => sum + steps + commands + numberOf(heading), 0) ?? 0;
  const items = itemsIn();
  const boxes = items.filter(({ box }) => box).length;
  const listed = isList(word) ? items.length : word === 'named' && items.length >= MIN_BULLETS ? MIN_DEEDS : 0;
  const deeds = Math.max(boxes, numbered, listed);
  if (deeds < MIN_DEEDS) return undefined;
  const head = text.slice(0, MAX_TEXT);
  const named = DEEDS.filter((deed) => deed.test(head)).length;
  if (named < MIN_DEEDS_NAMED) return undefined;
  if (word === undefined && (numbered + boxes < MIN_DEEDS || named < MIN_DEEDS_NAMED + 1 || isElsewhere(path)))
    return undefined;
  return {
    confidence: word === undefined ? CONTENT_ALONE : PATH_AND_CONTENT,
    why: [
      word === undefined
        ? `the title is '${title}'`
        : `the path says ${word === 'form' ? 'a form for a release' : 'release'}`,
      `${deeds} ${deeds === 1 ? 'thing' : 'things'} to do`,
    ],
    form: word === 'form' ? 'form' : 'document',
  };
}

/** `2. Cut the branch`, `Step 2: cut the branch`: a step that is a heading. */
const NUMBERED_HEADING = /^(?:\d{1,2}[.)]|step \d{1,2}\b)[ \t:.-]*\p{L}/iu;
const numberOf = (heading: string): number => (NUMBERED_HEADING.test(heading) ? 1 : 0);

const isList = (word: PathWord | undefined): boolean => word === 'form' || word === 'checklist';

/** Headings are versions: a changelog, or notes. */
function isHistory({ sections }: DocumentFacts): boolean {
  const headed = sections.filter(({ level }) => level > 0 && level < 7);
  const versions = headed.filter(({ heading }) => versionIn(heading)?.released).length;
  return versions >= 3 && versions * 2 > headed.length;
}

/** Parts that tell users what they may expect of releases, and parts that tell maintainers what to do. */
const EXPECT =
  /\b(?:cycles?|polic(?:y|ies)|schedule|cadence|support(?:ed)?|compatibility|deprecat\w+|matrix|end of life)\b/i;
const DO =
  /\b(?:process|procedure|steps?|check-?list|how to|(?:creat|mak|cutt|prepar|publish|tagg|draft|do|perform|bump)ing|cut|create|make|prepare|publish|tag)\b/i;
const MIN_EXPECTED = 3;

/** A page on cycles and support says what is released when, not how. */
const isPolicy = ({ sections }: DocumentFacts): boolean =>
  sections.filter(({ heading }) => EXPECT.test(heading)).length >= MIN_EXPECTED &&
  !sections.some(({ heading }) => DO.test(heading));

/** Documentation of a product about releases its users make, records of decisions, forms for anything. */
const isElsewhere = (path: string): boolean =>
  /(?:^|\/)(?:adrs?|decisions?|proposals?|rfcs?|keps?|enhancements?|blog|posts|content|templates?|skills|prompts|releases|release-?notes)\//i.test(
    path,
  );
