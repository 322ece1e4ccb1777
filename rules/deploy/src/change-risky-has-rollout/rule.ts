import type { Artifact, TouchedArea } from '@shipworthy/model';
import { all, defineRule, link, OPERATED } from '@shipworthy/rule-kit';
import { describedAreas, noteOf, placesOf } from '../touched-areas.ts';

/** Packages by which a program asks whether a feature is on, and for whom. */
const FLAG_PACKAGE =
  /launchdarkly|unleash|openfeature|open-feature|growthbook|flagsmith|^flipper|flipt|splitsoftware|posthog|configcat|waffle|statsig|optimizely|gofeatureflag|feature-?(?:flag|toggle|management)|togglz|ff4j/i;

export default defineRule({
  id: 'change/risky-has-rollout',
  title: 'A risky change reaches some before it reaches all',
  stages: ['deploy'],
  qualities: ['reliability'],
  severity: 'info',
  confidence: 'low',
  preset: 'recommended',
  subject: 'change',
  presence: { asked: [...OPERATED, 'mobile'] },
  needs: {
    obligations: link('change -> obligations'),
    flags: all('feature-flags'),
    manifests: all('dependency-manifest'),
  },
  messages: {
    atOnce:
      'Nothing says that {areas} changes for some before it changes for all. What is wrong with it then hits everybody in the same minute: put it behind a flag or a canary, or write why all at once is right (`Rollout: all at once, because …`).',
  },
  check(_, { given, fault, gaps, pass, skip, unknown }) {
    const { areas, exempt } = given.obligations;
    const asked = areas.filter((area) => rolloutOf(area) !== undefined);
    if (asked.length === 0) return skip('it touches nothing that is asked to go out in steps');
    if (exempt !== undefined) return skip(exempt);
    const { at } = placesOf(asked);
    const open = asked.filter((area) => rolloutOf(area)?.state === 'open');
    if (open.length === 0) {
      const evidence = asked.flatMap((area) => {
        const rollout = rolloutOf(area);
        return rollout?.state === 'met' ? rollout.evidence : [];
      });
      const unseen = asked.flatMap((area) => {
        const rollout = rolloutOf(area);
        return rollout?.state === 'unknown' ? rollout.why : [];
      })[0];
      if (unseen !== undefined) return unknown(unseen, at);
      return pass(
        evidence.flatMap((each) => (each.in === 'file' ? each.at : at)),
        noteOf(evidence),
      );
    }
    const demanded = open.some(({ demanded }) => demanded);
    if (!demanded && usesFlags(given.flags, given.manifests))
      return unknown('the program knows feature flags, and whether the changed lines ask one is not read', at);
    if (!demanded && !open.some(saysAnything))
      return skip('nothing was said of it at all: change/sensitive-has-checklist asks for that first');
    return gaps(
      [fault('atOnce', placesOf(open).at, { areas: describedAreas(open) }, { discriminator: 'rollout' })],
      at,
    );
  },
});

const rolloutOf = ({ obligations }: TouchedArea) => obligations.find(({ name }) => name === 'rollout');

/** Whoever wrote how it is taken back thought of its release. */
const saysAnything = ({ forethought }: TouchedArea): boolean => forethought.some(({ state }) => state === 'met');

const usesFlags = (
  flags: readonly Artifact<'feature-flags'>[],
  manifests: readonly Artifact<'dependency-manifest'>[],
): boolean =>
  flags.length > 0 || manifests.some(({ facts }) => facts.dependencies.some((name) => FLAG_PACKAGE.test(name)));
