import { AGREEMENTS, type Agreement, type Place } from '@shipworthy/model';
import { all, defineRule, link, PRODUCTS, profile, vocabulary } from '@shipworthy/rule-kit';
import { pageOn } from '../agreement-pages.ts';
import { outsideLinks } from '../linked-pages.ts';
import { rootReadmes } from '../root-readme.ts';

const WORDS: Readonly<Record<Agreement, string>> = {
  interfaces: 'how interfaces change',
  style: 'how code should look',
  tests: 'what is tested',
  releases: 'how a release is cut',
};
/** One that is missing may stand under a name that is not known here. */
const MIN_MISSING = 2;
/** A guide for contributors that an organisation keeps once for all its repositories. */
const GUIDE_ELSEWHERE = /^https?:\/\/.*\/contribut(?:ing|e)(?:\.\w+)?(?:[/?#]|$)/i;

export default defineRule({
  id: 'standards/agreements-written',
  title: 'The agreements of those who change this code are written down',
  stages: ['build'],
  qualities: ['maintainability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: {
    asked: PRODUCTS,
    hinted: ['library', 'command', 'infrastructure'],
    kinds: ['contributing'],
  },
  needs: {
    guides: all('contributing'),
    checklists: all('release-checklist'),
    documents: all('document'),
    readmes: all('readme'),
    style: link('repository -> style'),
    profile: profile(),
    vocabulary: vocabulary(),
  },
  messages: {
    missing:
      'Neither {path} nor another page says {missing}. Without that agreement every review starts the debate anew: add a sentence on each.',
    absent:
      'No page says {missing}. Without that agreement every review starts the debate anew: write CONTRIBUTING.md with a sentence on each.',
  },
  check(repository, { given, gap, pass, skip, unknown }) {
    const guides = given.guides.filter(({ pathClass }) => pathClass !== 'example');
    const closed = guides.find(({ facts }) => facts.closed);
    if (closed) return skip(`${closed.path} says that no contributions are taken`);
    if (guides.length === 0 && given.profile.rubric.maintainers.answer !== 'yes')
      return skip('nothing shows that several people change it, and one agrees with oneself');
    const found = new Map<Agreement, Place>();
    for (const agreement of AGREEMENTS) {
      const at = guideOn(agreement) ?? pageOn(agreement, given.documents, given.vocabulary);
      if (at) found.set(agreement, at);
    }
    if (given.style.state === 'resolved' && !found.has('style')) found.set('style', given.style.to);
    const [checklist] = given.checklists;
    if (checklist && !found.has('releases')) found.set('releases', { path: checklist.path });
    const missing = AGREEMENTS.filter((agreement) => !found.has(agreement)).map((agreement) => WORDS[agreement]);
    if (missing.length < MIN_MISSING)
      return pass([...found.values()], missing.length > 0 ? `nothing on ${missing.join()}` : undefined);
    const leading = guides.find(({ facts }) => facts.elsewhere !== undefined);
    if (leading?.facts.elsewhere)
      return unknown('a guide elsewhere may hold the rest', { path: leading.path, span: leading.facts.elsewhere });
    const led = rootReadmes(given.readmes, given.documents)
      .flatMap(({ page }) => outsideLinks(page).map(({ link }) => ({ link, path: page.path })))
      .find(({ link }) => GUIDE_ELSEWHERE.test(link.target));
    if (guides.length === 0 && led)
      return unknown(`the README leads to ${led.link.target}, which is not read`, {
        path: led.path,
        span: led.link.at,
      });
    const values = { missing: listed(missing) };
    const guide = guides.find(({ path }) => /^(?:\.github\/|\.gitlab\/|docs?\/)?[^/]+$/i.test(path));
    if (!guide) return gap('absent', repository.at('CONTRIBUTING.md'), values);
    return gap('missing', { path: guide.path, span: [0, 0] }, { ...values, path: guide.path });

    function guideOn(agreement: Agreement): Place | undefined {
      for (const { path, facts } of guides) {
        const span = facts.agreements[agreement];
        if (span) return { path, span };
      }
      return undefined;
    }
  },
});

const listed = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join('');
