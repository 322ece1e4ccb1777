import { defineRule, isTest, link, mayHide, type PipelineJob, runsOn, wired } from '@shipworthy/rule-kit';
import { after, before, byTag, shippingJobs } from '../shipping-jobs.ts';

export default defineRule({
  id: 'deploy/gated-by-tests',
  title: 'What is shipped was tested before',
  stages: ['deploy'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'essential',
  subject: 'repository',
  needs: { pipelines: link('repository -> pipelines') },
  messages: {
    beside:
      'Job {job} ships ({through}) while the tests run beside it: it waits for none of them, and nothing tests a change before it is merged. A commit that fails its tests is out before anybody reads so: let the job need the job that tests.',
    tags: '{count} jobs of this pipeline, {job} first, ship whatever commit is tagged, and no tests run before them. A tag on the wrong commit goes out untested: let them need the tests, or call those as a reusable workflow.',
    tag: 'Job {job} ships ({through}) whatever commit is tagged, and runs no tests. A tag on the wrong commit goes out untested: let the job need the tests, or call them as a reusable workflow.',
  },
  check(_, { given, fault, gaps, pass, skip, unknown }) {
    const { pipelines } = given;
    const shipping = shippingJobs(pipelines);
    if (shipping.length === 0) {
      const [unseen] = pipelines.jobs.length === 0 ? pipelines.unseen : [];
      return unseen ? unknown(unseen.why, unseen.at) : skip('no pipeline here ships anything');
    }
    const tests = wired(pipelines, (found) => isTest(found) && found.harmless === undefined);
    if (tests.length === 0) return skip('no pipeline here runs tests, which test/run-and-block asks for');
    const onChange = tests.find(({ when }) => when === 'change');
    const tested = (job: PipelineJob) => job.purposes.found.some((found) => isTest(found));
    const open = shipping.filter(({ job }) => ![...before(job, pipelines), ...after(job, pipelines)].some(tested));
    const ungated = open.filter(({ job }) => {
      const when = runsOn(job);
      // Whoever starts it by hand decides; what runs by schedule ships what was merged.
      if (when === 'manual' || when === 'schedule' || when === 'other') return false;
      return byTag(job) || !onChange;
    });
    const hidden = ungated.flatMap(({ job }) =>
      mayHide({ jobs: before(job, pipelines), unseen: [], reached: [], idle: [] }, 'test'),
    );
    const [first] = hidden;
    if (first) return unknown(`${first.what} may test before it ships: ${first.why}`, first.at);
    const faults = ungated.map(({ job, at, by }) =>
      fault(
        byTag(job) ? 'tag' : 'beside',
        at,
        { job: job.job.id, through: by },
        {
          discriminator: `${job.path}#${job.job.id}`,
          ...(byTag(job) ? { severity: 'info' as const, cause: job.path, joined: 'tags' as const } : {}),
        },
      ),
    );
    const evidence = tests.slice(0, 1).map(({ found }) => found.at);
    if (faults.length > 0) return gaps(faults, evidence);
    return open.length > 0
      ? pass(evidence, 'changes are tested before they are merged; the job that ships does not ask again')
      : pass(evidence);
  },
});
