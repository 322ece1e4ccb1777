import { SEVERITIES } from '@shipworthy/model';
import type { OrgRepository, OrgTeam, Transition } from './org-report.ts';
import { byName, tenths } from './words.ts';

/** Those with most errors first, then with most warnings; a list to begin at its top. */
export const neediestFirst = (a: OrgRepository, b: OrgRepository): number =>
  b.counts.error - a.counts.error || b.counts.warning - a.counts.warning || byName(a.name, b.name);

/** A team of fewer repositories is not compared with others: one repository more or less would turn the order round. */
const MIN_COMPARED = 3;

/** An owner named by an account or by an address of mail: people are not compared. */
const isPerson = (name: string): boolean => /^@[^/]*$|^[^@/]+@/.test(name);

/** Those that need help first; those that are not compared come after them, by name. */
export function teamsInOrder(teams: readonly OrgTeam[]): { compared: OrgTeam[]; others: OrgTeam[] } {
  const share = ({ met }: OrgTeam): number => tenths(met) ?? Number.POSITIVE_INFINITY;
  const isCompared = ({ name, repositories }: OrgTeam): boolean =>
    repositories.length >= MIN_COMPARED && !isPerson(name);
  return {
    compared: teams.filter(isCompared).sort((a, b) => share(a) - share(b) || byName(a.name, b.name)),
    others: teams.filter((team) => !isCompared(team)).sort((a, b) => byName(a.name, b.name)),
  };
}

/** By severity; within one as they were. */
export const worstFirst = (transitions: readonly Transition[]): Transition[] =>
  [...transitions].sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));

/** What the order leaves out, as a clause. */
export const NOT_COMPARED = `people, and teams with fewer than ${MIN_COMPARED} repositories, are not compared and come last, by name`;
