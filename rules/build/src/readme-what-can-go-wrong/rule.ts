import { namesTopic } from '@shipworthy/model';
import { all, defineRule, link, profile, vocabulary } from '@shipworthy/rule-kit';
import { linkedPages, linkToDocumentation, linkToFolderOf, linkToOwnSite, outsideLinks } from '../linked-pages.ts';
import { rootReadmes } from '../root-readme.ts';

/** Somebody is woken for these. */
const RUN: ReadonlySet<string> = new Set(['service', 'web-app', 'mobile', 'data-pipeline', 'infrastructure']);

/** A link to the project's own documentation: it is called that and nothing else ("the Docker documentation" is not). */
const DOCUMENTATION =
  /^[^\p{L}]*(?:(?:the|our|its|full|complete|official|project|user|online|read|see|check|visit) )*(?:docs|documentation|guide|guidance|manual|handbook|wiki)\b(?! of\b)/iu;

/** "See the docs" of one setting leads to one heading of somebody's documentation. */
const ONE_THING = /#./;

/** The front page of a site that is called after documentation, where the README names it by its bare address. */
const DOCUMENTATION_SITE = /^https?:\/\/(?:docs?|documentation|handbook|manual)\.[^/]+\/?$/i;

export default defineRule({
  id: 'readme/what-can-go-wrong',
  title: 'The README tells what can go wrong',
  stages: ['build'],
  qualities: ['reliability', 'maintainability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  needs: {
    readmes: all('readme'),
    documents: all('document'),
    runbooks: all('runbook'),
    names: link('repository -> names'),
    vocabulary: vocabulary(),
    profile: profile(),
  },
  messages: {
    silent:
      "{path} tells the sunny day only. Add 'What can go wrong' with three lines: symptom, cause, fix; or link to where they stand.",
    unlinked:
      '{path} tells the sunny day only and does not lead to {runbook}. Link to it, so that it is found by whoever has never seen it.',
    unlinkeds:
      '{path} tells the sunny day only and does not lead to any of the {runbooks} runbooks{folder}. Link to where they begin, so that they are found by whoever has never seen them.',
  },
  check(_repository, { given, gap, pass, skip, unknown }) {
    const archetypes = given.profile.archetypes.map((archetype) => archetype.name);
    const isTool = archetypes.includes('command') && !archetypes.includes('library');
    if (!isTool && !archetypes.some((name) => RUN.has(name)))
      return skip(
        given.profile.unknown
          ? 'it is not known whether anybody runs it'
          : `${archetypes.join(', ')}: too small, or run by others, to be asked`,
      );
    const readmes = rootReadmes(given.readmes, given.documents);
    const [first] = readmes;
    if (!first) return skip('there is no README; readme/how-to-run asks for one');
    if (readmes.some(({ readme }) => readme.facts.manualPage)) return skip('a manual page has its own form');
    const says = (text: string) => namesTopic(given.vocabulary, text, 'trouble');
    const runbooks = new Set(given.runbooks.map((runbook) => runbook.path));
    for (const { page } of readmes) {
      const section = page.facts.sections.find(({ heading }) => heading !== '' && says(heading));
      if (section) return pass({ path: page.path, span: section.at });
      for (const { link, page: other } of linkedPages(page, given.documents)) {
        const there = other.facts.sections.find(({ heading }) => heading !== '' && says(heading));
        if (runbooks.has(other.path) || there || says(link.text) || says(other.path))
          return pass([
            { path: page.path, span: link.at },
            { path: other.path, ...(there ? { span: there.at } : {}) },
          ]);
      }
      const outside = outsideLinks(page).find(({ link }) => says(link.text) || says(link.target));
      if (outside) return pass({ path: page.path, span: outside.link.at }, 'kept outside this repository');
    }
    for (const { page } of readmes) {
      const inFolder = linkToFolderOf(page, [...runbooks]);
      if (inFolder) return pass([{ path: page.path, span: inFolder.link.at }, { path: inFolder.path }]);
      const named = outsideLinks(page).find(
        ({ link }) =>
          (DOCUMENTATION.test(link.text) && !ONE_THING.test(link.target)) || DOCUMENTATION_SITE.test(link.text),
      );
      const site = named ?? linkToOwnSite(page, given.names) ?? linkToDocumentation(page);
      if (site)
        return unknown(`its documentation is kept at ${site.link.target}, which is not read`, {
          path: page.path,
          span: site.link.at,
        });
    }
    const { path, facts } = first.page;
    const at = { path, span: facts.sections[0]?.at ?? ([0, 0] as const) };
    const [runbook, ...more] = [...runbooks];
    if (runbook === undefined) return gap('silent', at, { path });
    if (more.length === 0) return gap('unlinked', at, { path, runbook });
    const folder = folderOfAll([runbook, ...more]);
    const below = folder === '' ? '' : ` below ${folder}`;
    return gap('unlinkeds', at, { path, runbooks: runbooks.size, folder: below });
  },
});

/** The folder that holds all paths, however deep; '' for the root. */
function folderOfAll([first, ...others]: readonly [string, ...string[]]): string {
  let folder = first.slice(0, Math.max(0, first.lastIndexOf('/')));
  while (folder !== '' && !others.every((other) => other.startsWith(`${folder}/`)))
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
  return folder;
}
