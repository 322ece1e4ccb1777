import { all, BUILT, defineRule, jobToExtend, link, mayHide, type Place, servedBy } from '@shipworthy/rule-kit';

export default defineRule({
  id: 'pipeline/security-checks',
  title: 'Pipelines look for known holes in dependencies and for secrets',
  stages: ['build', 'test'],
  qualities: ['security'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: {
    asked: BUILT,
    hinted: ['collection'],
    kinds: ['secret-scanning'],
  },
  needs: {
    pipelines: link('repository -> pipelines'),
    updates: all('dependency-updates'),
    kept: link('repository -> updates'),
    scanners: all('secret-scanning'),
  },
  messages: {
    neither:
      'No pipeline here looks for known holes in dependencies, and none looks for secrets that were committed. Both are found by others within hours: add a scanner of each kind to a job, or record where it is done in `evidence:`.',
    dependencies:
      'No pipeline here looks for known holes in dependencies, and nothing proposes updates. The hole that everybody reads about tomorrow may be in the product: add a scanner to a job, or record where it is done in `evidence:`.',
    secrets:
      'No pipeline here looks for secrets that were committed. The forge may do so, but nothing in this tree shows it: add a scanner to a job, or record where it is done in `evidence:`.',
  },
  check(repository, { given: { pipelines, updates, kept, scanners }, fault, gaps, pass, skip, unknown }) {
    if (pipelines.jobs.length === 0) {
      const [unseen] = pipelines.unseen;
      return unseen ? unknown(unseen.why, unseen.at) : skip('there is no pipeline that could look');
    }
    const scanned = servedBy(pipelines, 'dependency-scan')[0]?.found.at;
    const updated = updates.find(({ facts }) => facts.off === undefined);
    const dependencies: Place | undefined = scanned ?? (updated && { path: updated.path });
    const scanner = scanners[0] && { path: scanners[0].path };
    const secrets: Place | undefined = servedBy(pipelines, 'secret-scan')[0]?.found.at ?? scanner;
    if (dependencies && secrets)
      return scanned
        ? pass([dependencies, secrets])
        : pass([dependencies, secrets], `holes in dependencies are left to ${updated?.facts.tool ?? 'updates'}`);
    const [hidden] = mayHide(pipelines, 'secure');
    if (hidden)
      return unknown(`${hidden.what} may look for holes in dependencies or for secrets: ${hidden.why}`, hidden.at);
    // The service that opens updates looks for holes as well, and the one for secrets is a setting beside it.
    const [trace] = kept.traces;
    if (trace && !dependencies)
      return unknown(`${trace.path} speaks of a bot or a service that may look for holes in dependencies`, trace);
    const at = jobToExtend(pipelines)?.at ?? repository.at();
    const missing = dependencies ? 'secrets' : secrets ? 'dependencies' : 'neither';
    return gaps([fault(missing, at, {})], at);
  },
});
