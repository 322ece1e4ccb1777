import { namesTopic, type Place } from '@shipworthy/model';
import { all, defineRule, profile, vocabulary } from '@shipworthy/rule-kit';
import { linkedPages, linkToDocumentation, outsideLinks } from '../linked-pages.ts';
import { isAtReadmePlace, rootReadmes } from '../root-readme.ts';
import { runInstructions } from '../run-instructions.ts';

/** Nothing is started in these: they are read, or picked from. */
const READ: ReadonlySet<string> = new Set(['documentation', 'collection']);
/** A snippet that shows its use is how one starts these. */
const BUILT_UPON: ReadonlySet<string> = new Set(['library', 'command', 'shipped-component']);
/** How pages that hold instructions are called, besides the words for running. */
const GUIDE =
  /\b(?:docs?|documentation|guide|manual|handbook|wiki|website|tutorial|contribut\w*|develop\w*|hacking|learn|read more)\b/i;

/** A page with so many blocks shows how something is used; one block may be a sample of what it reads. */
const MIN_EXAMPLES = 2;

export default defineRule({
  id: 'readme/how-to-run',
  title: 'The README shows how to run it',
  stages: ['build'],
  qualities: ['maintainability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'essential',
  subject: 'repository',
  needs: { readmes: all('readme'), documents: all('document'), vocabulary: vocabulary(), profile: profile() },
  messages: {
    absent:
      'There is no README, or an empty one, so whoever inherits this begins by reading code. Add one with the two commands you typed to start it today.',
    silent:
      '{path} never shows how to start this: no command, and no link to a page that has one. Whoever inherits it begins by reading code. Add a fenced block with the commands you typed today.',
  },
  check(repository, { given, gap, pass, skip, unknown }) {
    const archetypes = given.profile.archetypes.map((archetype) => archetype.name);
    if (!given.profile.unknown && archetypes.every((name) => READ.has(name)))
      return skip(`${archetypes.join(', ')}: there is nothing to start`);
    const readmes = rootReadmes(given.readmes, given.documents);
    const [first] = readmes;
    const link = repository.links?.find(isAtReadmePlace);
    if (!first && link !== undefined)
      return unknown(`${link} is a symbolic link, which is not followed`, { path: link });
    if (!first) return gap('absent', repository.at('README.md'));
    const builtUpon = archetypes.some((name) => BUILT_UPON.has(name));
    const says = (text: string) => GUIDE.test(text) || namesTopic(given.vocabulary, text, 'run');
    let examples: Place | undefined;
    for (const { page } of readmes) {
      const shown = runInstructions(page, given.vocabulary, builtUpon);
      if (shown) return pass(shown);
      for (const { link, heading, page: other } of linkedPages(page, given.documents)) {
        if (![link.text, heading, other.facts.title ?? '', other.path.replaceAll(/[/_.-]/g, ' ')].some(says)) continue;
        const there = runInstructions(other, given.vocabulary, builtUpon);
        if (there) return pass([{ path: page.path, span: link.at }, there]);
        // What runs inside of other programs is started by settings: whether these are, their text does not tell.
        const blocks = other.facts.fences.filter(({ lines }) => lines > 0).length;
        if (blocks >= MIN_EXAMPLES) examples ??= { path: page.path, span: link.at };
      }
    }
    for (const { page } of readmes) {
      const links = outsideLinks(page);
      const outside =
        links.find(({ link }) => says(link.text)) ??
        links.find(({ heading }) => says(heading)) ??
        linkToDocumentation(page);
      if (outside)
        return unknown(`it leads to ${outside.link.target}, which is not read`, {
          path: page.path,
          span: outside.link.at,
        });
    }
    if (examples) return unknown('it leads to a page of examples without commands', examples);
    const { path, facts } = first.page;
    return gap('silent', { path, span: facts.sections[0]?.at ?? [0, 0] }, { path });
  },
});
