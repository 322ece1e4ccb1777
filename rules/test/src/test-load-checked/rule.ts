import { all, defineRule, link } from '@shipworthy/rule-kit';

export default defineRule({
  id: 'test/load-checked',
  title: 'What a typical spike does is tried out before users do it',
  stages: ['test'],
  qualities: ['performance', 'reliability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: { asked: ['service', 'web-app'], kinds: ['test-load'] },
  needs: {
    loads: all('test-load'),
    deployments: all('deployment'),
    pipelines: link('repository -> pipelines'),
  },
  messages: {
    none: 'It is open to the outside ({by}), and no load test says what a typical spike does to it. The first to find out is on call: state the spike and the latency you accept in a k6, Locust or Gatling script.',
    unbounded:
      '{path} puts load on it and states no bound, so it cannot fail. State the latency and the share of errors you accept.',
    allUnbounded:
      '{count} load tests, {path} among them, state no bound, so they cannot fail. State the latency and the share of errors you accept.',
  },
  check(repository, { given, fault, gaps, skip, pass }) {
    const bounded = given.loads.find(({ facts }) => facts.thresholds);
    if (bounded?.facts.thresholds) return pass({ path: bounded.path, span: bounded.facts.thresholds });
    if (given.loads.length > 0)
      return gaps(
        given.loads.map(({ path, facts }) =>
          fault(
            'unbounded',
            facts.checks ? { path, span: facts.checks } : { path },
            { path },
            {
              cause: 'no bound',
              joined: 'allUnbounded',
              discriminator: path,
            },
          ),
        ),
        repository.at(),
      );
    for (const { purposes } of given.pipelines.jobs)
      for (const { purpose, at } of purposes.found) if (purpose === 'load') return pass(at, 'run by a pipeline');
    for (const { path, pathClass, facts } of given.deployments)
      for (const { outside, how, at } of facts.exposure)
        if (outside && pathClass !== 'example' && how !== 'port')
          return gaps(
            [
              fault(
                'none',
                repository.at('test/load'),
                { by: path },
                {
                  related: [{ at: { path, span: at }, message: 'opens it' }],
                },
              ),
            ],
            repository.at(),
          );
    return skip('nothing here shows that it is open to the outside');
  },
});
