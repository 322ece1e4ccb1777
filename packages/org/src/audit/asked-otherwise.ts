import { askedOf } from '@shipworthy/engine';
import type { Audit, Component, Profile } from '@shipworthy/model';
import type { OrgFinding } from '../report/org-report.ts';
import type { Means } from './audit-tree.ts';

type Rule = Means['rules'][number];
type Side = Pick<Audit, 'profile' | 'outcomes'>;

/**
 * Whether the repository, or the part of it that a finding is of, was not asked by the rule before and is now, or the
 * reverse, because it became something else: a library has no alerts to write.
 */
export function askedOtherwise(
  rules: Means['rules'],
  before: Side,
  now: Side,
): (finding: Pick<OrgFinding, 'rule' | 'component'>) => boolean {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return ({ rule: id, component }) => {
    const rule = byId.get(id);
    if (!rule) return false;
    return byPresence(rule, component, before.profile, now.profile) || byItself(rule, before, now);
  };
}

function byPresence({ presence, subject }: Rule, name: string | undefined, before: Profile, now: Profile): boolean {
  if (!presence) return false;
  const isAsked = (profile: Profile, part?: Component): boolean => askedOf(presence, profile, part).asked !== 'no';
  if (isAsked(before) !== isAsked(now)) return true;
  if (subject !== 'component' || name === undefined) return false;
  const [was, is] = [partOf(before, name), partOf(now, name)];
  // A part that is new or gone is somebody's doing.
  return was !== undefined && is !== undefined && isAsked(before, was) !== isAsked(now, is);
}

const partOf = ({ components }: Profile, name: string): Component | undefined =>
  components.find((component) => component.name === name);

/** A rule may look at what the repository is and ask nothing; one that stayed what it was, and is more, is asked as before. */
function byItself({ id, needs }: Rule, before: Side, now: Side): boolean {
  const looks = Object.values(needs).some(({ need }) => need === 'profile');
  return looks && !haveInCommon(before.profile, now.profile) && asksNothing(id, before) !== asksNothing(id, now);
}

function haveInCommon(before: Profile, now: Profile): boolean {
  const kinds = new Set(before.archetypes.map(({ name }) => name));
  return now.archetypes.some(({ name }) => kinds.has(name));
}

const asksNothing = (id: string, { outcomes }: Side): boolean =>
  outcomes.every(({ rule, result }) => rule !== id || result.outcome === 'not-applicable');
