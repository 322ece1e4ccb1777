import {
  DEFAULT_VOCABULARY,
  type DocumentFacts,
  namesTopic,
  type RollbackPlanFacts,
  type SectionFacts,
  type Span,
} from '@shipworthy/model';
import { headingText, holdsAny } from '../document/hints.ts';
import { pageOf } from '../document/page-of.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** The file is called after the way back. */
const NAMED =
  /(?:^|[-_. /])(?:roll-?backs?|rolling-back|back-?out|revert(?:ing)?-(?:a-)?(?:releases?|deploy(?:ment)?s?|version)|downgrad(?:e|ing))(?:[-_. ]|$)/i;
/** A heading that answers how to go back from a release. */
const HEADING =
  /\b(?:roll(?:ing|ed)?[- ]?backs?|back(?:ing)?[- ]?outs?|downgrad(?:e|es|ing)|revert(?:ing)? (?:a |the |to |an? )?(?:\w+ )?(?:releases?|deploy(?:ment)?s?|upgrades?|versions?|changes?|rollout)|undo(?:ing)? (?:a |the |an )?(?:\w+ )?(?:releases?|deploy(?:ment)?s?|upgrades?|rollout)|(?:return|go|going) back to (?:a |the )?(?:previous|old|earlier|last))|rücknahme|zurückrollen|retour arrière|reversión|tilbakerulling|ロールバック|切り戻し|回滚/i;
/** The whole heading is the way back: whatever the page, it answers how to go back if it has steps. */
const STRICT =
  /^(?:[\d.)\s]*|(?:step|phase|§)\s?[\w.]+[:.]?\s*)?(?:how to )?(?:roll(?:ing)?[- ]?backs?|back(?:ing)?[- ]?outs?|downgrading|ロールバック|回滚)(?: (?:plan|procedure|process|steps|instructions|order|path|strategy|手順))?:?$/i;
/** The word stands among so many first ones of a heading that is about it. */
const MAX_WORDS_BEFORE = 4;
/** Rolling back something else: a transaction, a product's own feature, a word in a reference. */
const OTHER_HEADING =
  /\b(?:transactions?|savepoints?|commits?|sql|api|endpoints?|parameters?|options?|fields?|events?|flags?|metrics?|hooks?|syntax|exceptions?|errors?|notes?|support|windows?|history|considerations?|strategy|limitations?|feature|enablement and|actions?|attacks?|approve|flags?|rate|to (?:private|public))\b/i;
/** Where those look who operate or upgrade the system. */
const OPERATIONAL =
  /(?:^|[-_./ ])(?:upgrad(?:e|es|ing)|deploy(?:s|ing|ment|ments)?|releas(?:e|ing)|ops|operations?|operator|operating|admin|administration|maint(?:enance|aining)|runbooks?|playbooks?|sops?|migrat(?:e|ing|ion)|incidents?|on-?call|disaster|self-?host(?:ed|ing)?|production|hotfix|go-?live|cutover|manual|infrastructure|sre|devops)(?:[-_./ ]|$)/i;
/** Pages that are something else, whatever a heading says. */
const OTHER_FOLDER =
  /^(?:adrs?|[\w-]*decisions?(?:[-_]records?)?|rfcs?|proposals?|enhancements?|keps?|blog|posts?|news|articles|design|designs|post-?mortems?|change-?logs?|release[-_]?notes|releases|reference|commands|cli|api|research|plans?|specs?|skills|agents|examples?|samples?|tests?|e2e)$/i;
const OTHER_NAME =
  /^(?:change-?log.*|changes|history|news|readme\..*notes|.*release[-_]?notes.*|code_of_conduct|license)$/i;
/** Headings and words of a product's reference. */
const REFERENCE = /^(?:synopsis|options|usage|examples?|syntax|arguments?|parameters|flags|see also)$/i;

/** A title of work that is planned once and done once. */
const ONE_CHANGE =
  /\b(?:migration|upgrade|conversion|refactoring|rewrite|implementation|moderni[sz]ation|replacement|transition) plan\b/i;

const PATH_AND_CONTENT = 0.85;
const CONTENT_ALONE = 0.7;
/** Fewer words without a step or command are a mention. */
const MIN_WORDS = 12;
/** Text read for what a plan says. */
const MAX_TEXT = 20_000;

const TRIGGER =
  /\b(?:when to|criteria|trigger(?:s|ed)?|if (?:the|a|an|any|there|something|you|it|we|your|this|errors?|things)\b|in case\b|in the event|when (?:the|a|an|something|there|you|errors?|things|it|deploying)\b|should (?:the|a|an|something|there|you|it)\b|as soon as|after a (?:failed|bad)|fails?\b|go(?:es|ne)? wrong|broken|unhealthy|regress\w+|wenn\b|falls\b|si (?:le|la|un|une|el)\b|hvis\b)|場合|失敗|したら|如果|失败/i;
const DATA =
  /\b(?:databases?|migrat(?:e|es|ed|ions?|ing)|schemas?|data(?! ?center)|backups?|restor(?:e|es|ed|ing)|snapshots?|tables?|persistent|volumes?|state|backward[- ]?compatib\w+|datenbank|base de données|base de datos|databasen)\b|データ|数据|スキーマ/i;
const ACTION =
  /`[^`\n]{3,}`|```|\b(?:run|click|press|re-?run|re-?deploy|trigger|select|choose|revert|re-?tag|re-?start|merge|apply|set|change|execute|use|push|switch|scale|install)\b/i;

export interface Detected {
  readonly confidence: number;
  readonly why: readonly string[];
  readonly facts: RollbackPlanFacts;
}

/** What a page is called: of `roll-back/index.md` the folder. */
function stemOf(path: string): string {
  const stem = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/(?:\.(?:html|md|markdown|mdx|rst|adoc|asciidoc|txt))+$/i, '');
  return /^_?index$|^page$/i.test(stem) ? (path.split('/').at(-2) ?? stem) : stem;
}

/** A word by which a text can hold a plan at all; most pages end here. */
const WORD =
  /roll(?:ing|ed)?[- ]?back|back(?:ing)?[- ]?out|downgrad|revert|undo|back to (?:a |the )?(?:previous|old|earlier|last)|rücknahme|zurückrollen|retour arrière|reversión|tilbakerulling|ロールバック|切り戻し|回滚/i;

/** Parts of these words, looked for first. */
const STEMS = [
  ...['back', 'downgrad', 'revert', 'undo', 'rücknahme', 'zurückrollen', 'arrière', 'reversión', 'tilbakerulling'],
  ...['ロールバック', '切り戻し', '回滚'],
];

/** May the page hold the way back? Cheap: its headings are read anyway. */
export function mayHoldPlan(file: RepositoryFile): boolean {
  const stem = stemOf(file.path);
  const named = NAMED.test(stem);
  if (!named && !holdsAny(file.once(headingText), STEMS)) return false;
  const folders = file.path.split('/').slice(0, -1);
  if (OTHER_NAME.test(stem) || folders.some((folder) => OTHER_FOLDER.test(folder))) return false;
  return named || file.once(pageOf).sections.some(({ heading }) => WORD.test(heading));
}

/** The way back that a page holds, if it does; `declared` when the configuration says that the whole page is one. */
export function detectRollback(
  page: DocumentFacts,
  path: string,
  text: string,
  declared = false,
): Detected | undefined {
  const named = declared || NAMED.test(stemOf(path));
  const sections = page.sections;
  if (!declared && sections.filter(({ heading }) => REFERENCE.test(heading)).length >= 2) return undefined;
  const planned = named ? sections.map((_, index) => index) : plansIn(sections, OPERATIONAL.test(path));
  const parts = planned.flatMap((index) => sections[index] ?? []);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  const promised = parts.some(({ placeholder }) => placeholder !== undefined);
  const deeds = parts.reduce((sum, { steps, commands }) => sum + steps + commands, 0);
  const body = parts.map(({ body: [from, to] }) => text.slice(from, Math.min(to, from + MAX_TEXT))).join('\n');
  // The words are counted here: on pages that may be no artifact nobody else counts them.
  const words = body.split(/\s+/, MIN_WORDS + 1).length;
  const acts = deeds > 0 || (words >= MIN_WORDS && ACTION.test(body));
  if (!declared && !acts && !(named && (promised || words >= MIN_WORDS))) return undefined;
  // Where nobody looks who operates the system, only something to type or to do in order shows a way back.
  if (!named && deeds === 0 && !OPERATIONAL.test(path)) return undefined;
  const asked = parts.find(({ heading }) => namesTopic(DEFAULT_VOCABULARY, heading, 'wayBackTrigger'));
  const ofOneChange = !named && ONE_CHANGE.test(page.title ?? sections.find(({ level }) => level > 0)?.heading ?? '');
  const trigger = said(TRIGGER, parts, text) ?? asked?.at;
  const data = said(DATA, parts, text);
  const action = said(ACTION, parts, text) ?? (deeds > 0 ? first.at : undefined);
  const span: Span = [first.at[0], named ? last.body[1] : endOf(planned, sections)];
  return {
    confidence: named ? PATH_AND_CONTENT : CONTENT_ALONE,
    why: [
      named ? 'the file is named after the way back' : `a heading says '${first.heading}'`,
      deeds > 0 ? `${deeds} steps or commands` : acts ? 'says what to do' : 'without anything to do',
    ],
    facts: {
      scope: named ? 'page' : 'section',
      sections: planned,
      span,
      ...(ofOneChange ? { ofOneChange } : {}),
      ...(trigger ? { trigger } : {}),
      ...(data ? { data } : {}),
      ...(action ? { action } : {}),
    },
  };
}

/** Sections under headings of the way back, with all that is below them. */
function plansIn(sections: readonly SectionFacts[], operational: boolean): number[] {
  const found: number[] = [];
  let above = Number.POSITIVE_INFINITY;
  sections.forEach(({ level, heading }, index) => {
    if (level > 0 && level <= above) above = isAbout(heading, operational) ? level : Number.POSITIVE_INFINITY;
    if (level > 0 && level >= above) found.push(index);
  });
  return found;
}

function isAbout(heading: string, operational: boolean): boolean {
  if (STRICT.test(heading.trim())) return true;
  const found = operational ? HEADING.exec(heading) : null;
  if (!found || OTHER_HEADING.test(heading)) return false;
  return heading.slice(0, found.index).split(/\s+/).filter(Boolean).length <= MAX_WORDS_BEFORE;
}

/** Where the first run of neighbours ends. */
function endOf(planned: readonly number[], sections: readonly SectionFacts[]): number {
  let end = planned[0] ?? 0;
  for (const index of planned) if (index === end + 1) end = index;
  return sections[end]?.body[1] ?? 0;
}

/** Where the plan first says something of the kind. */
function said(pattern: RegExp, parts: readonly SectionFacts[], text: string): Span | undefined {
  for (const { at, body } of parts)
    for (const [from, to] of [at, body]) {
      const found = pattern.exec(text.slice(from, Math.min(to, from + MAX_TEXT)));
      if (found) return [from + found.index, from + found.index + found[0].length];
    }
  return undefined;
}
