import type { Archetype, Profile, Severity } from '@shipworthy/model';
import {
  type Artifact,
  all,
  allBefore,
  base,
  content,
  contractChanges,
  defineRule,
  isByBot,
  link,
  profile,
  type SubjectMap,
  wordsUnseen,
} from '@shipworthy/rule-kit';
import { breakSaid, deedSaid, notesChanged, removalSaid, unreleasedSaid } from '../break-declarations.ts';
import { breaksOf, moreThanWorst, otherChanges, placeOfChange, withoutMoved } from '../contract-breaks.ts';
import { majorRaised, trialOf, versionAdded, versionOf, whyUnstable } from '../contract-versions.ts';
import { isCalledByOthers } from '../open-contracts.ts';
import { whyNotOwn } from '../others-contracts.ts';
import { callsOf, successorOf } from '../removed-contract.ts';

export default defineRule({
  id: 'change/contract-break-declared',
  title: 'A change that breaks a contract says so',
  stages: ['design'],
  qualities: ['reliability', 'maintainability'],
  severity: 'error',
  confidence: 'high',
  preset: 'essential',
  subject: 'contract',
  when: ['changed', 'removed'],
  needs: {
    changes: contractChanges(),
    before: base(),
    text: content(),
    change: link('repository -> change'),
    parts: link('contract -> parts'),
    names: link('repository -> names'),
    openapi: all('openapi'),
    asyncapi: all('asyncapi'),
    graphql: all('graphql-schema'),
    protobuf: all('protobuf'),
    changelogs: all('changelog'),
    manifests: all('dependency-manifest'),
    manifestsBefore: allBefore('dependency-manifest'),
    repository: profile(),
  },
  messages: {
    undeclared:
      '{path} breaks its callers: {what}{more}. {silence}, so they find out when they fail. Bring it back and mark it as deprecated, or say it: a new major version with a note in the changelog, or a line `Breaking: …` in the commit.',
    undeclareds:
      '{count} contracts break their callers in the same way, {path} first: {what}{more}. {silence}, so they find out when they fail. Bring it back and mark it as deprecated, or say it: a new major version with a note in the changelog, or a line `Breaking: …` in the commit.',
    half: '{path} breaks its callers: {what}{more}. {silence}, so only some of them hear of it in time. Add what is missing, or a line `Breaking: …` in the commit.',
    removed:
      '{path} is deleted with {calls} that it promised, and nobody says what became of that: callers do not know whether it is gone or no longer described. Say it in the changelog or in the commit.',
    removeds:
      '{count} contracts are deleted, {path} first, and nobody says what became of the calls that they promised: callers do not know whether they are gone or no longer described. Say it in the changelog or in the commit.',
    deliberate:
      '{path} breaks its callers: {what}{more}. {where} says that it is meant, but tells nobody that it breaks. Where others call it, add a note to the changelog, or a line `Breaking: …` to the commit.',
    deliberates:
      '{count} contracts break their callers, {path} first: {what}{more}. {where} says that it is meant, but tells nobody that it breaks. Where others call them, add a note to the changelog, or a line `Breaking: …` to the commit.',
    risky:
      '{path} may break callers, depending on how they were written: {what}{more}. Where others call it, say so in the changelog, or with a line `Breaking: …` in the commit.',
    riskies:
      '{count} contracts may break callers, depending on how they were written, {path} first: {what}{more}. Where others call them, say so in the changelog, or with a line `Breaking: …` in the commit.',
    unstable:
      '{path} breaks its callers: {what}{more}. Nobody is promised that it stays ({why}), but whoever calls it wants to know: a line in the changelog will do.',
    unstables:
      '{count} contracts break their callers, {path} first: {what}{more}. Nobody is promised that they stay ({why}), but whoever calls them wants to know: a line in the changelog will do.',
  },
  check(contract, { given, fault, gaps, pass, skip, unknown }) {
    const others = whyNotOwn(contract, given.names, given.parts);
    if (others !== undefined) return skip(others);
    const { changes: comparison, before, change } = given;
    const { path, artifact } = contract;
    const loudness = loudnessOf(contract, given.repository, change !== undefined && isByBot(change.words));
    if (!before || !change) return skip('the base has no such contract');
    if (change.files.some((file) => file.path === path && file.state === 'removed')) return removal();
    if (comparison.state === 'unknown') return unknown(comparison.why);
    const own = withoutMoved(contract, comparison.changes, given.protobuf);
    const kept = isOnlyReleased(given.repository) ? own.filter((one) => one.unreleased === undefined) : own;
    const breaks = breaksOf(kept, given.repository.stated !== undefined);
    if (!breaks) {
      const release = own.find((one) => !kept.includes(one))?.unreleased;
      const why =
        release === undefined
          ? 'the change breaks nothing of it'
          : `what it takes away came after ${release}, the newest release`;
      return pass(contract.at(), why);
    }
    const said = breakSaid(change.words) ?? unreleasedSaid(change.words);
    if (said) return pass(contract.at(), `${said.where} says so: ${said.text.trim()}`);
    const raised = majorRaised(before, contract, change, { before: given.manifestsBefore, now: given.manifests });
    const notes = notesChanged(change, given.changelogs)?.path;
    const version = versionOf(contract);
    if (raised !== undefined && (notes !== undefined || given.changelogs.length === 0))
      return pass(contract.at(), raised);
    if (notes !== undefined && version === undefined) return pass({ path: notes }, 'it is changed with the contract');
    const unseen = wordsUnseen(change.words);
    if (unseen !== undefined) return unknown(unseen);

    const at = placeOfChange(breaks.worst, path);
    const values = { path, what: breaks.worst.what, more: moreThanWorst(breaks) };
    const options = { discriminator: 'break', related: otherChanges(breaks, path) };
    const hint = { ...options, severity: 'info' } as const;
    if (breaks.how === 'perhaps')
      return gaps([fault('risky', at, values, { ...hint, cause: 'risky', joined: 'riskies' })], at);
    const trial = trialOf(breaks.all);
    const why = trial === undefined ? whyUnstable(contract, given.text.after) : `${trial} is named as a trial`;
    if (why !== undefined)
      return gaps([fault('unstable', at, { ...values, why }, { ...hint, cause: 'unstable', joined: 'unstables' })], at);
    const deed = deedSaid(change.words, breaks.all);
    if (deed) {
      const joined = { ...hint, cause: 'deliberate', joined: 'deliberates' } as const;
      return gaps([fault('deliberate', at, { ...values, where: capital(deed.where) }, joined)], at);
    }
    const changelog = changelogOf(path, given.changelogs);
    if (raised !== undefined) {
      const silence = `${capital(raised)}, but ${changelog ?? 'the changelog'} is silent`;
      return gaps([fault('half', at, { ...values, silence }, { ...options, severity: 'warning' })], at);
    }
    if (notes !== undefined) {
      const silence = `${notes} is changed, but the version is still ${version}`;
      return gaps([fault('half', at, { ...values, silence }, { ...options, severity: 'warning' })], at);
    }
    const silence = silenceOf(version, changelog);
    // Where nothing promises that the contract stays, silence is an absence and no contradiction.
    const [promised, unpromised] = loudness;
    const severity = version === undefined ? unpromised : promised;
    // A description and what is generated of it break at once.
    const together = { cause: breaks.worst.what, joined: 'undeclareds' } as const;
    return gaps([fault('undeclared', at, { ...values, silence }, { ...options, ...together, severity })], at);

    function removal() {
      const calls = callsOf(artifact).length;
      if (calls === 0) return skip('it names no calls');
      const unstable = whyUnstable(contract);
      if (unstable !== undefined) return skip(unstable);
      const { openapi, asyncapi, graphql, protobuf } = given;
      const successor = successorOf(artifact, [...openapi, ...asyncapi, ...graphql, ...protobuf]);
      if (successor) return pass({ path: successor.path }, 'most of its calls stand there now');
      const words = change?.words ?? { commits: [] };
      const told = breakSaid(words) ?? removalSaid(words, path);
      if (told) return pass(contract.at(), `${told.where} says so: ${told.text.trim()}`);
      const version = change && versionAdded(path, change);
      const notes = version ?? (change && notesChanged(change, given.changelogs)?.path);
      if (notes !== undefined) return pass({ path: notes }, 'it is changed with it');
      const unseen = wordsUnseen(words);
      if (unseen !== undefined) return unknown(unseen);
      const severity = loudness[1];
      const joined = { severity, cause: 'removed', joined: 'removeds', discriminator: 'removed' } as const;
      return gaps(
        [fault('removed', { path, absent: true }, { path, calls: calls === 1 ? '1 call' : `${calls} calls` }, joined)],
        contract.at(),
      );
    }
  },
});

/** How loud a break is where a version promises that the contract stays, and where nothing does. */
function loudnessOf(
  contract: Pick<SubjectMap['contract'], 'artifact'>,
  repository: Profile,
  byBot: boolean,
): readonly [promised: Severity, unpromised: Severity] {
  // A program writes down what somebody changed before; whoever merges it decided nothing.
  if (byBot) return ['info', 'info'];
  if (repository.stated) return ['error', 'warning'];
  return [isCalledByOthers(contract, repository) ? 'warning' : 'info', 'info'];
}

/** What its makers run, others call before it has a version. */
const isOnlyReleased = ({ archetypes }: Profile): boolean =>
  archetypes.length > 0 && archetypes.every(({ name }) => RELEASED.has(name));
const RELEASED: ReadonlySet<Archetype> = new Set(['library', 'command', 'shipped-component']);

/** The nearest one above the contract: a changelog of another program says nothing of it. */
const changelogOf = (contract: string, changelogs: readonly Artifact<'changelog'>[]): string | undefined =>
  changelogs
    .map(({ path }) => path)
    .filter((path) => contract.startsWith(path.slice(0, path.lastIndexOf('/') + 1)))
    .sort((a, b) => b.length - a.length)[0];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const silenceOf = (version: string | undefined, changelog: string | undefined): string =>
  version === undefined
    ? 'Nothing in the change says so'
    : `The version is still ${version}${changelog === undefined ? '' : `, ${changelog} is silent`} and nobody says so`;
