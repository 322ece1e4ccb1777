import { DEFAULT_VOCABULARY, type DocumentFacts, namesTopic, type ThreatModelFacts } from '@shipworthy/model';
import { headText, holdsAny } from '../document/hints.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { headOf, stemOf } from '../runbook/names.ts';

const PATH_AND_CONTENT = 0.85;
const CONTENT_ALONE = 0.7;

const NAME = /(?:^|[-_.\s/])threat[-_ ]?(?:models?|modell?ing|analysis|assessment|catalog(?:ue)?)(?:[-_.\s]|$)/i;
const FOLDER = /^(?:threat[-_]?models?|threat[-_]?modell?ing|threats)$/i;
/** Folders whose pages are something else, whatever they are about. */
const OTHER_FOLDER =
  /^(?:adrs?|decisions?|rfcs?|proposals?|enhancements?|keps|blog|posts?|news|articles?|skills|agents|prompts|instructions|change-?logs?|release-?notes|tutorials?|courses?|archetypes|training|workshops?|slides)$/i;
/** Pages about threat modelling instead of a model: a guide, a template, a course. */
const TITLE_ABOUT =
  /\b(?:how to|guid(?:e|ance|elines?)|template|cheat ?sheet|checklist|training|introduction to|workshop|process|procedure|playbook|why|what is|skill)\b/i;
/** A page that explains what modelling is teaches it; one with threats in a table may say it further down. */
const SECTION_ABOUT = /^(?:what(?:['’]s| is)|why|how to) (?:do )?(?:a )?threat modell?ing\b/i;
const FIRST_SECTIONS = 3;
/** Named like a rule of a linter, `threat-model/complete`. */
const TITLE_RULE = /^[a-z][\w-]*\/[a-z][\w-]*$/;
const INDEX = /^(?:_?index|readme|summary|template|glossary)$/i;
/** A shorter page is a pointer. */
const MIN_LENGTH = 200;

export interface ThreatDetection {
  readonly confidence: number;
  readonly why: readonly string[];
}

/** Cheap: can a page at this path with this text be a threat model? */
export function mayBeThreatModel(file: RepositoryFile): boolean {
  const { path, text } = file;
  const titled = holdsAny(file.once(headText), TITLE_WORDS);
  if (text.length < MIN_LENGTH || (!titled && !/threat/i.test(path))) return false;
  const folders = path.split('/').slice(0, -1);
  if (folders.some((folder) => OTHER_FOLDER.test(folder))) return false;
  return namedThreatModel(path) || (titled && TITLE_HINT.test(text.slice(0, HEAD)));
}
/** Words of a title that names the subject, in lower case. */
const TITLE_WORDS = ['threat', 'bedrohungs', 'menace', 'amenaza', 'ameaça', 'trussel', '脅威', '威胁', '威脅'];
/** Units of a page in which its title stands. */
const HEAD = 2_000;
/** A title line that names the subject. */
const TITLE_HINT =
  /^(?:#{1,2}|=)[ \t][^\n]{0,80}(?:threat|bedrohungs|menace|amenaza|ameaça|trussel|脅威|威胁|威脅)|^[^\n]{0,80}\bthreat model[^\n]{0,40}\n[=]{4}/im;

const namedThreatModel = (path: string): boolean =>
  NAME.test(stemOf(path)) ||
  path
    .split('/')
    .slice(0, -1)
    .some((folder) => FOLDER.test(folder));

/** The page is the threat model of a system; undefined when it is not. */
export function detectThreatModel(
  page: DocumentFacts,
  path: string,
  { parts, threats }: ThreatModelFacts,
): ThreatDetection | undefined {
  const title = (page.title ?? headOf(page)?.heading ?? stemOf(path)).slice(0, 300);
  if (TITLE_RULE.test(title) || TITLE_ABOUT.test(title) || TITLE_ABOUT.test(stemOf(path).replace(/[-_]+/g, ' ')))
    return undefined;
  const teaches = threats.length === 0 ? page.sections : page.sections.slice(0, FIRST_SECTIONS);
  if (teaches.some(({ heading }) => SECTION_ABOUT.test(heading))) return undefined;
  const named = namedThreatModel(path);
  const titled = namesTopic(DEFAULT_VOCABULARY, title, 'threatModel');
  const has = Object.keys(parts);
  const why = [`says something of ${has.join(', ') || 'nothing'}`];
  if (threats.length > 0) why.push(`a table answers ${threats.length} threats`);
  if (named && !(INDEX.test(stemOf(path)) && !titled) && has.length >= 1)
    return { confidence: PATH_AND_CONTENT, why: ['the path says threat model', ...why] };
  if (titled && has.length >= 2) return { confidence: CONTENT_ALONE, why: ['the title says threat model', ...why] };
  return undefined;
}
