import { type Config, type HouseLimits, LIMITED_KEYS, limitConfig } from '@shipworthy/policy';
import { matcherOf, severalOf } from '@shipworthy/policy/checked-file';
import type { Rule } from '@shipworthy/rule-kit';
import type { Means } from '../audit/audit-tree.ts';
import type { DiscoveredRepository, Discovery } from '../discovery/discovered.ts';
import type { Demand, Match, OrgPolicy } from './org-policy.ts';

type Known = Pick<DiscoveredRepository, 'name' | 'topics' | 'language'>;
type Answers = Config['answers'];

/** Does a repository match? Names and languages are compared without case, as GitHub does. */
export function matches(match: Match, { name, topics = [], language }: Known, answers?: Answers): boolean {
  const low = (values: Match['name']): string[] => severalOf(values).map((value) => value.toLowerCase());
  const anyOf = (wanted: readonly string[] | undefined, have: readonly string[]): boolean =>
    wanted === undefined || have.some((each) => wanted.includes(each));
  return (
    (match.name === undefined || matcherOf(low(match.name))(name.toLowerCase())) &&
    (match.topic === undefined || anyOf(low(match.topic), topics)) &&
    (match.language === undefined || anyOf(low(match.language), language ? [language.toLowerCase()] : [])) &&
    anyOf(match.archetype, answers?.archetypes ?? []) &&
    anyOf(match.criticality, answers?.criticality ? [answers.criticality] : [])
  );
}

/** What is asked of a repository: of entries that match the last that says it. */
export function demandOf(policy: OrgPolicy, repository: Known, answers?: Answers): Demand {
  return (policy.repositories ?? [])
    .filter(({ match }) => matches(match, repository, answers))
    .reduce<Demand>(
      (asked, { preset = asked.preset, criticality = asked.criticality }) => ({
        ...(preset === undefined ? {} : { preset }),
        ...(criticality === undefined ? {} : { criticality }),
      }),
      policy.default ?? {},
    );
}

/** The team that a policy names; undefined where it names none. */
export const teamBy = (policy: OrgPolicy, repository: Known): string | undefined =>
  policy.teams?.findLast(({ match }) => matches(match, repository))?.team;

/** A discovery with what the policy leaves out; what is left out already keeps its reason. */
export const leavingOut = (policy: OrgPolicy, { title, repositories }: Discovery): Discovery => ({
  title,
  repositories: repositories.map((repository) => {
    const reason = policy.exclude?.findLast(({ match }) => matches(match, repository))?.reason;
    return reason === undefined || repository.excluded !== undefined ? repository : { ...repository, excluded: reason };
  }),
});

/**
 * What a repository's configuration becomes under a policy.
 * @param refuse told each clause of what does not count
 */
export function houseOf(
  policy: OrgPolicy,
  repository: Known,
  around: { readonly rules: readonly Rule[]; readonly today: string },
  refuse: (clause: string) => void = () => {},
): NonNullable<Means['house']> {
  const { days, most, never } = policy.exemptions ?? {};
  const limits: Omit<HouseLimits, keyof Demand> = {
    free: policy.overrides ?? LIMITED_KEYS.filter((key) => key !== 'preset'),
    exemptions: {
      ...(days === undefined ? {} : { days }),
      ...(most === undefined ? {} : { most }),
      never: severalOf(never),
    },
  };
  return (written) => {
    const house = { ...limits, ...demandOf(policy, repository, written.answers) };
    const { config, refused } = limitConfig(written, house, around);
    refused.forEach(refuse);
    return config;
  };
}
