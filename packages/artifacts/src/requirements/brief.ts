import { DEFAULT_VOCABULARY, type DocumentFacts, namesTopic, type RequirementsFacts } from '@shipworthy/model';
import { placeInLog } from '../decision-record/place-in-log.ts';
import { firstMatch } from '../decision-record/prose.ts';
import { headingText, holdsAny } from '../document/hints.ts';
import type { RepositoryFile } from '../repository-file.ts';

export interface Brief {
  readonly form: 'brief' | 'criteria';
  readonly confidence: number;
  readonly why: readonly string[];
}

const PATH_AND_CONTENT = 0.85;
const CONTENT_ALONE = 0.7;
const QUESTIONS = ['brief-users', 'brief-job', 'brief-done', 'brief-constraints'] as const;

/** Names that say "what was asked for" by themselves. */
const STRONG_NAME =
  /^(?:prd(?![-_. ]to[-_. ])|(?:product|user|business|functional)[-_. ]?requirements?|user[-_. ]?stor(?:y|ies)|acceptance[-_. ]?criteria|product[-_. ]?(?:brief|spec(?:ification)?))(?:[-_. ].*)?$|[-_. ]prd$/i;
const STRONG_FOLDER = /^(?:prds?|user[-_]?stories|product[-_](?:requirements|briefs?|specs?))$/i;
/** Words that name many other things too: `spec/` of tests, an OpenAPI specification. */
const WEAK_NAME = /^(?:spec|specification|brief|feature|requirements?)$|[-_. ]requirements$/i;
const WEAK_FOLDER = /^(?:requirements?|specs?|specifications?|features?|product|discovery|stories|epics?)$/i;
/** Requirements of software to run, not of users. */
const SYSTEM =
  /\b(?:system|hardware|software|installation|install|runtime|minimum|python|php|version|build|dependency|dependencies|network|licen[cs]e|contribution|contributor|security|testing|test|compliance) requirements?\b|\bprerequisites\b/i;
/** Forms that ask for requirements, and articles about them. */
const ELSEWHERE = /(?:^|\/)(?:issue_template|pull_request_template|blog|blogs|_?posts|news)\//i;
const TELLING =
  /^(?:acceptance criteria|user stor(?:y|ies)|definition of done|success (?:metrics|criteria|measures?)|akzeptanzkriterien|critères d.acceptation|criterios de aceptación|受け入れ基準|验收标准)\b/i;
/** Parts of a specification of requirements, as textbooks divide one. */
const PART =
  /^(?:(?:business|user|stakeholder|functional|non[- ]?functional|quality|external interface) requirements?|exigences (?:non[- ])?fonctionnelles|(?:nicht[- ]?)?funktionale anforderungen|requisitos (?:no |não )?(?:funcionales|funcionais)|(?:非)?功能(?:性)?需求)(?!\p{L})/iu;
const MUST = /\b(?:must|shall|should|required to|has to|have to)\b/gi;
const STORY = /\bas an? [^.\n]{2,60}?,? (?:I|we) (?:want|need|can|would like|should)\b/i;
const MIN_WORDS = 40;
const MIN_MUSTS = 3;
/** Of the parts of a specification: where the path says so, and anywhere; designs have a section or two of them. */
const PARTS_IN_PLACE = 2;
const PARTS_ALONE = 3;

const withoutNumber = (heading: string): string => heading.replace(/^[^\p{L}]+/u, '').toLowerCase();
const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '');
const isStrong = (stem: string, folders: readonly string[]): boolean =>
  STRONG_NAME.test(stem) || folders.some((folder) => STRONG_FOLDER.test(folder));
const isWeak = (stem: string, folders: readonly string[]): boolean =>
  WEAK_NAME.test(stem) || folders.some((folder) => WEAK_FOLDER.test(folder));

/** Parts of the headings above, in lower case, of which a page outside of such paths has one. */
const HEADING_WORDS = [
  ...['acceptance criteria', 'user stor', 'definition of done', 'success ', 'akzeptanzkriterien', 'critères d'],
  ...['criterios de', '受け入れ基準', '验收标准', 'functional requirement', 'user requirement', 'business requirement'],
  ...['exigences ', 'funktionale anforderungen', 'requisitos ', '功能需求'],
];

/** Cheap: can the page be a brief, by its path or its headings? */
export function mayBeBrief(file: RepositoryFile): boolean {
  if (holdsAny(file.once(headingText), HEADING_WORDS)) return true;
  const stem = stemOf(file.path);
  const folders = file.path.split('/').slice(0, -1);
  return isStrong(stem, folders) || (isWeak(stem, folders) && STORY.test(file.text));
}

/** Is the page what was asked for: who wants what, and when it is done? */
export function detectBrief(page: DocumentFacts, path: string, proseOf: () => string): Brief | undefined {
  const stem = stemOf(path);
  const folders = path.split('/').slice(0, -1);
  const title = page.title ?? '';
  if (SYSTEM.test(title) || SYSTEM.test(stem.replace(/[-_]/g, ' ')) || ELSEWHERE.test(path)) return undefined;
  if (placeInLog(path).strength !== 'none') return undefined;
  const strong = isStrong(stem, folders);
  const weak = isWeak(stem, folders);
  const headings = page.sections.filter(({ level }) => level > 0).map(({ heading }) => heading);
  const telling = headings.filter((heading) => TELLING.test(withoutNumber(heading)));
  // Most pages of most repositories end here.
  const parts = new Set(headings.map(withoutNumber).filter((heading) => PART.test(heading)));
  if (!strong && !weak && telling.length === 0 && parts.size < PARTS_ALONE) return undefined;
  const prose = proseOf();
  const asked = QUESTIONS.filter((topic) =>
    headings.slice(1).some((heading) => namesTopic(DEFAULT_VOCABULARY, heading, topic)),
  );
  const words = page.sections.reduce((sum, section) => sum + section.words, 0);
  const story = STORY.test(prose);
  const musts = strong ? (prose.match(MUST)?.length ?? 0) : 0;
  const form = telling.length > 0 && asked.length < 2 ? 'criteria' : 'brief';
  const why = [
    ...(parts.size > 1 ? [`headings '${[...parts].slice(0, 2).join("', '")}'`] : []),
    ...(asked.length > 0 ? [`headings ask for ${asked.map((topic) => topic.slice(6)).join(', ')}`] : []),
    ...(story ? ['a user story'] : []),
    ...(telling.length > 0 ? [`a heading '${telling[0] ?? ''}'`] : []),
  ];
  if (strong && (asked.length > 1 || telling.length > 0 || story || (musts >= MIN_MUSTS && words >= MIN_WORDS)))
    return { form, confidence: PATH_AND_CONTENT, why: ['the path says requirements', ...why] };
  if (weak && (telling.length > 0 || story) && asked.length > 1)
    return { form, confidence: PATH_AND_CONTENT, why: ['the path says specification', ...why] };
  if ((strong || weak) && parts.size >= PARTS_IN_PLACE)
    return { form: 'brief', confidence: PATH_AND_CONTENT, why: ['the path says requirements', ...why] };
  if (parts.size >= PARTS_ALONE) return { form: 'brief', confidence: CONTENT_ALONE, why };
  if (telling.length > 1 || (telling.length > 0 && story)) return { form, confidence: CONTENT_ALONE, why };
  return undefined;
}

const SAYS = {
  users:
    /\bas an? [^.\n]{2,60}?,? (?:I|we) (?:want|need|can|would like)\b|\b(?:for|our|target) (?:users?|customers?|developers?|beginners|administrators?|operators?)\b|\b(?:the|a|each|every) (?:user|customer|visitor|developer|operator)s?\b/i,
  job: /\bso that\b|\bin order to\b|\bthe problem\b|\b(?:I|we) (?:want|need) to\b|\b(?:purpose|goal|aim|objective) (?:of|is)\b|\bable to\b/i,
  done: /\b(?:accepted|done|complete|successful) when\b|\bshould always be true\b|\bdefinition of done\b|\bacceptance criteria\b|\bgiven\b[^\n]{1,300}\bthen\b|\b(?:at least|at most|less than|more than|within|under) \d|\d ?%|\bmust\b/i,
  constraints:
    /\b(?:must not|should not|may not|at most|no more than|within \d+|budget|deadline|GDPR|privacy|legal|compliance|accessib\w+|WCAG|latency|offline|browsers?|mobile|devices?|platforms?|integrat\w+|backwards? compatib\w+|constraint|limitation|out of scope)\b/i,
} as const;

export function saidIn(prose: string): RequirementsFacts['says'] {
  const found: { -readonly [K in keyof RequirementsFacts['says']]: RequirementsFacts['says'][K] } = {};
  for (const what of ['users', 'job', 'done', 'constraints'] as const) {
    const at = firstMatch(prose, SAYS[what]);
    if (at) found[what] = at;
  }
  return found;
}
