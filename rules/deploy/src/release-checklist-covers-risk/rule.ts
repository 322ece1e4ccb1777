import type { Artifact, ReleaseRisk, RiskyArea } from '@shipworthy/model';
import { all, defineRule, link, option, profile, vocabulary } from '@shipworthy/rule-kit';
import { isRun } from '../operated.ts';
import { covers, partOf, speaker } from '../release-procedure.ts';

export default defineRule({
  id: 'release/checklist-covers-risk',
  title: 'The release checklist covers what a release can break',
  stages: ['deploy'],
  qualities: ['reliability', 'security'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'release-checklist',
  needs: {
    procedure: all('release-checklist'),
    plans: all('rollback-plan'),
    tools: all('release-tool'),
    areas: link('plan -> risky area'),
    vocabulary: vocabulary(),
    profile: profile(),
    light: option({
      type: 'integer',
      default: 25,
      minimum: 1,
      describe: 'so many boxes to tick are still a light checklist',
    }),
  },
  messages: {
    missing:
      'The steps of a release say nothing about {topics}. What is not written there is made up in the worst minute: add {lines} to {path}.',
    heavy:
      '{boxes} boxes to tick for one release: a list that long is ticked without reading. Keep what a person must judge, and let the pipeline check the rest.',
  },
  check(checklist, { given, fault, gaps, skip }) {
    const part = partOf(checklist.path);
    const pages = given.procedure.filter(({ path }) => partOf(path) === part);
    const first = speaker(pages);
    if (first && first.path !== checklist.path) return skip(`judged together with ${first.path}`);
    const at = { path: checklist.path, span: topOf(checklist) };
    const run = isRun(given.profile, given.tools);
    const missing = wanted(given.areas, run).filter(({ risk }) => {
      if (risk === 'wayBack' && given.plans.some(({ path }) => partOf(path) === part)) return false;
      const tried = (risk === 'access' || risk === 'charging') && pages.some(triesTheWhole);
      return !tried && !pages.some((page) => covers(page.facts, risk, given.vocabulary));
    });
    const boxes = checklist.facts.items.filter(({ box }) => box).length;
    // That it is run is inferred as well; a list says what its authors had to remember, not all that is done.
    const severity = run && given.profile.stated ? 'warning' : 'info';
    const lines = missing.length > 1 ? 'a line for each' : 'a line';
    const topics = listed(missing.map(({ words }) => words));
    const faults = [
      ...(missing.length > 0
        ? [fault('missing', at, { topics, lines, path: checklist.path }, { severity, discriminator: 'missing' })]
        : []),
      ...(boxes > given.light ? [fault('heavy', at, { boxes }, { severity: 'info', discriminator: 'heavy' })] : []),
    ];
    const named = checklist.facts.names.map(({ at: span }) => ({ path: checklist.path, span }));
    return gaps(faults, named.length > 0 ? named : at);
  },
});

/** Steps that try the whole product, signing in and paying with it. */
const TRIES =
  /\b(?:e2e|end[- ]to[- ]end|smoke|regression|acceptance|QA)[- ](?:\w+ )?(?:tests?|testing|suite|checks?)\b/i;
const triesTheWhole = ({ facts }: Artifact<'release-checklist'>): boolean =>
  facts.items.some(({ text }) => TRIES.test(text));

/** What a checklist of this repository is asked for: the way back always, the rest where it exists and is run. */
function wanted(areas: readonly RiskyArea[], run: boolean): { risk: ReleaseRisk; words: string }[] {
  const found: { risk: ReleaseRisk; words: string }[] = [{ risk: 'wayBack', words: 'a way back' }];
  if (!run) return found;
  found.push({ risk: 'watching', words: 'what to watch afterwards' });
  const words = { dataChange: 'migrations', access: 'sign-in and permissions', charging: 'billing' } as const;
  for (const { area, files, sample } of areas) {
    const risk = area === 'data' ? 'dataChange' : area;
    found.push({ risk, words: `${words[risk]} (${files} files as in ${sample})` });
  }
  return found;
}

function topOf({ page }: { readonly page?: { readonly sections: Artifact<'document'>['facts']['sections'] } }) {
  return page?.sections.find(({ level }) => level > 0)?.at ?? ([0, 0] as const);
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
