import type { Artifact } from '@shipworthy/model';
import { headText, holdsAny } from '../document/hints.ts';
import { PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import { type KindModule, listed, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { detectRelease } from './detect.ts';
import { itemsOf } from './items.ts';
import { pathWord } from './path-words.ts';
import { risksNamed } from './risks.ts';

/** A title that may speak of releasing, at the head of a page or in its front matter. */
const TITLE =
  /^(?:#{1,2}|=|title:)[ \t].{0,80}(?:releas|go[- ]?live|launch|deploy|publish|freigabe|veröffentlichung|mise en|publicación|utgivelse|produksjon|リリース|发布)/im;
/** The same words, in lower case, looked for first. */
const TITLE_WORDS = [
  ...['releas', 'live', 'launch', 'deploy', 'publish', 'freigabe', 'veröffentlichung', 'mise en', 'publicación'],
  ...['utgivelse', 'produksjon', 'リリース', '发布'],
];
/** Nothing of the page says so, the configuration does. */
const DECLARED = { form: 'document', confidence: 1, why: ['the configuration says so'] } as const;
/** A page that a web application shows to its users: `publish.html.md`. */
const VIEW = /\.html\.\w+$/i;
/** Where a title stands. */
const HEAD = 1000;

const itemsIn = ({ text }: RepositoryFile): ReturnType<typeof itemsOf> => itemsOf(text);

function parseReleaseChecklist(file: RepositoryFile): Parsed<'release-checklist'> {
  const page = /\.ya?ml$/i.test(file.path) ? undefined : file.once(pageOf);
  const detection = file.declared.includes('release-checklist')
    ? DECLARED
    : detectRelease(file, page, () => file.once(itemsIn));
  if (!detection) return { artifacts: [], problems: [] };
  const artifact: Artifact<'release-checklist'> = {
    kind: 'release-checklist',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: detection.confidence,
    why: detection.why,
    id: file.path,
    ...(page?.title ? { title: page.title } : {}),
    facts: {
      form: detection.form,
      items: file.once(itemsIn),
      commands: page?.sections.reduce((sum, { commands }) => sum + commands, 0) ?? 0,
      names: risksNamed(file.text),
    },
  };
  return { artifacts: [artifact], problems: [] };
}

/** The steps or checks by which maintainers bring out a release: a page, or a form that is filled in for each. */
export const releaseChecklistKind: KindModule<'release-checklist'> = {
  kind: 'release-checklist',
  factsVersion: 5,
  paths: { extensions: PAGE_EXTENSIONS, test: (name) => /releas.*\.ya?ml$/i.test(name) },
  // A form, and the template of a list, are what is used for each release.
  notIn: ['vendored', 'fixture', 'about', 'translated'],
  sniff: (file) =>
    !VIEW.test(file.path) &&
    (pathWord(file.path) !== undefined ||
      (holdsAny(file.once(headText), TITLE_WORDS) && TITLE.test(file.text.slice(0, HEAD)))),
  load: async () => parseReleaseChecklist,
  elements: ({ facts }) => facts.items.map(({ text, at }) => listed('checklist-item', text, at)),
};
