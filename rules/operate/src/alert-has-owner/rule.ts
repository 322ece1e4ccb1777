import { all, defineRule, link, profile, vocabulary } from '@shipworthy/rule-kit';
import { REPOSITORY, spreadCause } from '../alert-habits.ts';
import { namedPeople } from '../people-pages.ts';
import { isGenerated, isOpen, unjudged } from '../unjudged-alerts.ts';
import { ownerLabel, teamFolder } from './named-owner.ts';

export default defineRule({
  id: 'alert/has-owner',
  title: 'Every alert belongs to somebody',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'strict',
  subject: 'alert',
  needs: {
    owner: link('path -> owner'),
    words: vocabulary(),
    files: all('alert-rules'),
    documents: all('document'),
    repository: profile(),
  },
  messages: {
    unowned:
      '{alert} names no team and its file has no owner, so it pages whoever happens to be on call. Add a team label, or a line for the file in CODEOWNERS.',
    unowneds:
      '{count} alerts of this file name no team and the file has no owner, so they page whoever happens to be on call. Add a team label, or a line for the file in CODEOWNERS.',
    nowhere:
      '{count} alerts of this repository name no team and their files have no owner, so they page whoever happens to be on call. Add team labels, or lines for the rule files in CODEOWNERS.',
  },
  check(alert, { given, gaps, fault, pass, skip, unknown }) {
    const { owner, words, files, documents, repository } = given;
    const why = unjudged(alert, words);
    if (why !== undefined) return skip(why);
    const label = ownerLabel(alert, words);
    if (label !== undefined) return pass(alert.at('labels', label));
    if (alert.artifact.facts.owner !== undefined) return pass(alert.at(), 'the rule file names its owner');
    const folder = teamFolder(alert.path);
    if (folder !== undefined) return pass(alert.at(), `it stands in the folder of ${folder}`);
    if (owner.state === 'resolved') return pass(owner.at, `the file belongs to ${owner.owners.join(', ')}`);
    if (alert.pathClass === 'example') return skip('an example; whoever installs it owns it');
    if (!repository.unknown && repository.archetypes.every(({ name }) => FOR_OTHERS.has(name)))
      return skip('others install it, and own its alerts then');
    if (isOpen(alert, 'labels')) return unknown('a template fills in its labels', alert.at('labels'));
    if (owner.state === 'unknown') return unknown(owner.why);
    const people = namedPeople(documents);
    if (people) return pass(people.at, `${people.what} names who keeps the repository`);
    const at = alert.at('name');
    const cause = spreadCause(files, alert.path, 'owner', (other) => ownerLabel(other, words) === undefined);
    const joined = cause === REPOSITORY ? 'nowhere' : 'unowneds';
    // What a tool writes is mended in the tool, which may stand elsewhere.
    const options = { cause: isGenerated(alert) ? `${cause} (generated)` : cause, joined } as const;
    return gaps([fault('unowned', at, { alert: alert.name }, options)], at);
  },
});

/** What others run: they put their own names on its alerts. */
const FOR_OTHERS: ReadonlySet<string> = new Set([
  'collection',
  'documentation',
  'library',
  'command',
  'shipped-component',
]);
