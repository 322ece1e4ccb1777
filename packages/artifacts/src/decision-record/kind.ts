import type { Artifact, DecisionRecordFacts, DocumentFacts, RecordNumber, Span } from '@shipworthy/model';
import { isNamedPage, PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import { type KindModule, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { type Detection, detectRecord } from './detect.ts';
import { numberKey, type PlaceInLog, placeInLog } from './place-in-log.ts';
import { firstMatch, proseOf } from './prose.ts';
import { namedIn, referencesOf } from './references.ts';
import { signatureOf } from './signature.ts';
import { statusOf } from './status.ts';
import { isTemplateName } from './template-name.ts';

/** Without these words at the start of a line no page outside of a log is a record. */
const DECISION_LINE =
  /[#*_=\d.) \t]{0,8}(?:decision|chosen option|beslutning|vedtak|entscheidung|décision|decisi|決定|决)/iy;
/** What such a line begins with. */
const MAY_BEGIN: ReadonlySet<number> = new Set(
  [...'#*_=0123456789.) \tdDcCbBvVeE決决'].map((character) => character.charCodeAt(0)),
);

/** A look at the beginning of each line is faster than a search of the whole text for one. */
function hasDecisionLine(text: string): boolean {
  for (let start = 0; start >= 0; start = text.indexOf('\n', start) + 1 || -1) {
    if (!MAY_BEGIN.has(text.charCodeAt(start))) continue;
    DECISION_LINE.lastIndex = start;
    if (DECISION_LINE.test(text)) return true;
  }
  return false;
}

/** Articles, and forms that ask for a decision. */
const ELSEWHERE = /(?:^|\/)(?:blog|blogs|posts|_posts|news|issue_template)\//i;
/** Lessons, whose pages show what a record looks like; a log may lie among them. */
const LESSONS = /(?:^|\/)(?:tutorials?|guides?|how-?tos?)\//i;

function mayBeRecord({ path, text }: RepositoryFile): boolean {
  if (isTemplateName(path) || ELSEWHERE.test(path)) return false;
  const { strength } = placeInLog(path);
  const inFolder = strength !== 'none' && strength !== 'named';
  return inFolder || (!LESSONS.test(path) && (strength === 'named' || hasDecisionLine(text)));
}

const SAYS = {
  decision:
    /\b(?:(?:have|has) decided (?:to|that|on|not)|we (?:will|shall|have decided|decided|chose|have chosen|are going to|agreed|use|adopt)|chosen option|has been decided|was decided|it is decided|we propose|wir (?:werden|haben entschieden)|nous (?:allons|avons décidé)|vi (?:skal|har besluttet|velger))\b|\|[ \t]*[*_]{0,2}decisions?[*_]{0,2}[ \t]*\|/i,
  reason:
    /\b(?:because|since|in order to|so that|due to|the reason|rationale|motivat|otherwise|facing|to (?:avoid|achieve|allow|enable|reduce|improve|make|keep|ensure|simplify)|weil|damit|parce que|afin de|porque|para que|fordi|slik at)\b|ため|因为/i,
  limits:
    /\b(?:alternatives?|instead of|rather than|(?:also|we|were|was) considered|option [\da-d]\b|trade-?offs?|pros\b|cons\b|constraints?|requirements?|must (?:not|be)|limitations?|limited|cannot|can't|unable to|(?:don't|didn't|do not|did not) have (?:the |enough )?(?:time|people|capacity|budget|money)|(?:do|does|did) not (?:currently |yet )?(?:have (?:a|any) (?:\w+ )?(?:way|means)|solve|suffice|scale)|prove[dn]? (?:to be )?(?:temporary|insufficient|unreliable)|na[iï]ve|inherits? (?:all|the) [^.\n]{0,60}\bfrom|assum(?:e|ptions?)|compared (?:to|with)|evaluated|drawbacks?|disadvantages?|downsides?|stattdessen|anstatt|au lieu|en lugar|em vez|i stedet)\b|制約|要件|代わりに|よりも|比較|検討|代替|従来|困難|トレードオフ|约束|限制|替代|备选|权衡|而不是/i,
  fallback:
    /\b(?:fall(?:ing)? ?back|roll(?:ed|ing)?[- ]?backs?|revert(?:ed|ing)?|revisit(?:ed)?|reconsider(?:ed)?|re-?evaluate[ds]?|exit strategy|undo|undone|back out|(?:ir)?reversib\w*|one-way door|two-way door|downgrad\w*|kill ?switch|feature (?:flag|gate)s?|(?:switch|move|migrate|go) (?:back|away)|swapp?(?:ed)? out|if (?:this|it) (?:turns out|proves|fails|doesn't work|does not work)|plan b)\b/i,
} as const;

function parseRecord(file: RepositoryFile): Parsed<'decision-record'> {
  const page = file.once(pageOf);
  const prose = file.once(proseOf);
  const place = placeInLog(file.path);
  const status = statusOf(page, prose);
  const declared = file.declared.includes('decision-record');
  const detection: Detection | undefined = declared
    ? { confidence: 1, why: ['the configuration says so'], form: 'record' }
    : detectRecord(page, place, signatureOf(page, status));
  if (!detection) return { artifacts: [], problems: [] };
  const headingNumber = numberInHeading(page);
  const facts: DecisionRecordFacts = {
    form: detection.form,
    log: place.log,
    series: place.series,
    ...(place.number ? { number: place.number } : {}),
    ...(headingNumber ? { headingNumber } : {}),
    ...(place.statusFolder === undefined ? {} : { statusFolder: place.statusFolder }),
    ...(status ? { status: { text: status.text, at: status.at } } : {}),
    ...dateIn(page, prose),
    references: referencesOf(page, prose, status?.area, prefixOf(place.number)),
    named: namedIn(prose),
    says: sayings(prose),
  };
  const artifact: Artifact<'decision-record'> = {
    kind: 'decision-record',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: detection.confidence,
    why: detection.why,
    id: idOf(place, file.path),
    ...(page.title ? { title: page.title } : {}),
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

/** `api` of `api-2`. */
const prefixOf = (number: RecordNumber | undefined): string | undefined => /^[a-z]+(?=-)/.exec(number?.key ?? '')?.[0];

/** Log and number, so that a record that is renamed stays the same one. */
const idOf = ({ series, number }: PlaceInLog, path: string): string =>
  number ? `${series === '' ? '' : `${series}/`}${number.key}` : path;

const HEADING_NUMBER = /^\[?(?:([A-Za-z]{2,8})[-_ #]{0,2})?(\d{1,5})\]?(?:[:.)](?!\d)|\s+[-–—|]\s|\s+[–—]|$)/;

/** The number that the first heading begins with: `12. Use Redis`, `ADR-012: …`. */
function numberInHeading(page: DocumentFacts): (RecordNumber & { readonly at: Span }) | undefined {
  const head = page.sections.find(({ level }) => level > 0);
  // With a title in the front matter the first heading is that of a part: `## 1. Background`.
  const isTitle = head && (head.level === 1 || (head.level === 2 && page.frontMatter.title === undefined));
  const match = isTitle ? HEADING_NUMBER.exec(head.heading) : undefined;
  if (!head || !match?.[2]) return undefined;
  const text = match[0].replace(/[\s\][:.)|–—-]+$/, '').replace(/^\[/, '');
  return { key: numberKey(match[1], match[2]), text, at: head.at };
}

const DATE_LINE = /^[ \t>*+-]{0,6}[*_]{0,3}date[*_]{0,3}[ \t]*:[*_]{0,3}[ \t]*([^\n*_]{4,40})/im;

function dateIn(page: DocumentFacts, prose: string): { date?: string } {
  const date = page.frontMatter.date ?? page.frontMatter['creation-date'] ?? DATE_LINE.exec(prose.slice(0, 4000))?.[1];
  return date === undefined ? {} : { date: date.trim() };
}

function sayings(prose: string): DecisionRecordFacts['says'] {
  const found: { -readonly [K in keyof DecisionRecordFacts['says']]: DecisionRecordFacts['says'][K] } = {};
  for (const what of ['decision', 'reason', 'limits', 'fallback'] as const) {
    const at = firstMatch(prose, SAYS[what]);
    if (at) found[what] = at;
  }
  return found;
}

/** A record of a decision log, or a proposal of one. */
export const decisionRecordKind: KindModule<'decision-record'> = {
  kind: 'decision-record',
  factsVersion: 13,
  paths: { extensions: PAGE_EXTENSIONS, test: isNamedPage },
  notIn: NEVER_OURS,
  sniff: (file) => file.declared.includes('decision-record') || mayBeRecord(file),
  load: async () => parseRecord,
};
