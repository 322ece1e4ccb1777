import { all, defineRule, link } from '@shipworthy/rule-kit';
import { ownOwners } from './own-owners.ts';
import { checkerOf, unpinnedOf } from './unpinned.ts';

export default defineRule({
  id: 'pipeline/supply-chain-pinned',
  title: 'What pipelines take from others is pinned',
  stages: ['build'],
  qualities: ['security'],
  severity: 'info',
  confidence: 'high',
  preset: 'strict',
  subject: 'repository',
  needs: { pipelines: all('ci-pipeline'), ownership: all('ownership'), names: link('repository -> names') },
  messages: {
    action:
      '{target} is taken by {pin}, which its owner can move at any time: the next run then executes what it leads to, with the secrets of this pipeline. Pin the commit and leave the version in a comment, so that an update bot raises both.',
    actionTogether:
      '{target} is taken by {pin} in {count} places; its owner can move it at any time, and the next run then executes what it leads to, with the secrets of these pipelines. Pin the commit and leave the version in a comment, so that an update bot raises both.',
    image:
      'Image {target} carries no version, so every run may get another one, and nobody can say which one built the last release. Name a version, better its digest.',
    imageTogether:
      'Image {target} carries no version in {count} places, so every run may get another one, and nobody can say which one built the last release. Name a version, better its digest.',
    script:
      '{target} is downloaded and executed in one go: whoever answers at that address decides what runs here. Download a version, compare its checksum, then run it.',
    scriptTogether:
      '{target} is downloaded and executed in one go, in {count} places: whoever answers at that address decides what runs here. Download a version, compare its checksum, then run it.',
  },
  check(_, { given, fault, gaps, pass, skip }) {
    const read = given.pipelines.filter(({ facts }) => facts.read === 'jobs' && facts.dormant === undefined);
    if (read.length === 0) return skip('no pipeline whose jobs are read is here');
    const checker = checkerOf(read);
    if (checker) return pass(checker.at, `left to ${checker.name}, which a pipeline runs`);
    const own = ownOwners(read, given.ownership, given.names);
    const found = read.flatMap((pipeline) => unpinnedOf(pipeline, own));
    return gaps(
      found.map(({ what, target, pin, path, at, about }) => {
        const options = { discriminator: `${path}:${about}`, cause: `${what}:${target}` };
        const place = { path, span: at };
        if (what === 'action') return fault(what, place, { target, pin }, { ...options, joined: 'actionTogether' });
        if (what === 'image') return fault(what, place, { target }, { ...options, joined: 'imageTogether' });
        return fault(what, place, { target }, { ...options, joined: 'scriptTogether' });
      }),
      read.map(({ path }) => ({ path })),
    );
  },
});
