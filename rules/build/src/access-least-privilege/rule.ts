import { all, checkedBy, defineRule, link } from '@shipworthy/rule-kit';
import { workflowFaults } from './workflows.ts';

export default defineRule({
  id: 'access/least-privilege',
  title: 'Nothing is allowed more than it needs',
  stages: ['build', 'design'],
  qualities: ['security'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  needs: { pipelines: all('ci-pipeline'), jobs: link('repository -> pipelines') },
  messages: {
    unset:
      "This workflow does not say what its token may do{jobs}, so it may do whatever the repository's setting allows, in older ones everything. A package that runs in it can then push to the branch: write `permissions:` with what it needs, often `contents: read`.",
    unsetTogether:
      "{count} workflows do not say what their token may do, so it may do whatever the repository's setting allows, in older ones everything. A package that runs in one can then push to the branch: write `permissions:` with what each needs, often `contents: read`.",
    own: "This workflow does not say what its token may do{jobs}. Nothing of others runs in it today; the first action or package that is added gets what the repository's setting allows: write `permissions:` with what it needs, often `contents: read`.",
    ownTogether:
      "{count} workflows do not say what their token may do. Nothing of others runs in them today; the first action or package that is added gets what the repository's setting allows: write `permissions:` with what each needs, often `contents: read`.",
    all: 'The token of {whose} may write everything: code, releases, packages, settings of the run. Whatever runs there can do so too: name the scopes it needs.',
    proposal:
      '{event} runs with the secrets and the token of this repository, and this step checks out what somebody proposes: with the next command the proposal has both. Check it out in a pull_request workflow instead, without secrets.',
  },
  check(_, { given, fault, gaps, pass, skip }) {
    const judged = given.pipelines.filter(
      ({ facts }) => facts.system === 'github-actions' && facts.read === 'jobs' && facts.dormant === undefined,
    );
    const seen = judged.flatMap((pipeline) => workflowFaults(pipeline, given.pipelines));
    const checker = checkedBy(given.jobs, ['zizmor']);
    const found = seen.filter(({ what }) => what === 'all' || what === 'proposal' || !checker);
    const workflows = judged.filter(({ facts }) => !facts.callable);
    if (workflows.length === 0) return skip('no workflow of GitHub Actions is here');
    if (checker && found.length === 0 && seen.length > 0)
      return pass(checker.at, `left to ${checker.tool}, which looks at changes`);
    return gaps(
      found.map((one) => {
        const discriminator = `${one.path}:${one.about}`;
        const at = { path: one.path, span: one.at };
        if (one.what === 'all') return fault('all', at, { whose: one.whose }, { discriminator });
        if (one.what === 'proposal') return fault('proposal', at, { event: one.event }, { discriminator });
        if (one.ownOnly)
          return fault(
            'own',
            at,
            { jobs: one.jobs },
            { discriminator, cause: 'own', joined: 'ownTogether', severity: 'info' },
          );
        return fault('unset', at, { jobs: one.jobs }, { discriminator, cause: 'unset', joined: 'unsetTogether' });
      }),
      workflows.map(({ path }) => ({ path })),
    );
  },
});
