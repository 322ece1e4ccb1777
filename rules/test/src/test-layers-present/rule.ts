import { all, defineRule, type Gap, link, type PipelineJob, type Place, profile } from '@shipworthy/rule-kit';
import { boundariesOf } from '../boundaries.ts';
import { EVERY_SUITE, placeOf, type Suite, suitesOf } from '../suites.ts';

/** Tests that work with one of these meet what is behind a boundary, or its recorded answers. */
const CROSSING: ReadonlySet<string> = new Set(['database', 'testcontainers', 'application', 'wiremock', 'vcr']);
/** A store or a broker that a pipeline starts beside the tests. */
const STORE_IMAGE =
  /postgres|mysql|mariadb|mongo|redis|valkey|rabbitmq|kafka|elasticsearch|opensearch|mssql|cockroach|localstack|minio|nats/i;

export default defineRule({
  id: 'test/layers-present',
  title: 'Boundaries and journeys have tests of their own',
  stages: ['test'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: {
    asked: ['service', 'web-app', 'mobile', 'data-pipeline'],
    kinds: ['test-integration', 'test-e2e'],
  },
  needs: {
    ...EVERY_SUITE,
    manifests: all('dependency-manifest'),
    pipelines: link('repository -> pipelines'),
    profile: profile(),
  },
  messages: {
    boundary:
      'No test meets the {boundaries} ({by}): what was read of its tests ({files}) works with stand-ins. What you stand in for is what changes on its own: let one test speak to the real thing, in a container or a sandbox.',
    journey:
      'No test walks through the {what} as its users do. Each part may pass while nobody can log in: let one test do the most important thing they come for.',
  },
  check(repository, { given, fault, gaps, skip, unknown }) {
    const suites = suitesOf(given);
    if (suites.length === 0) return skip('no tests were recognised: test/present speaks of that');
    const { archetypes } = given.profile;
    const boundaries = boundariesOf(given.manifests);
    const crossing = crossed(suites, given.pipelines.jobs);
    const used = archetypes.find(({ name }) => name === 'web-app' || name === 'mobile');
    const journey = given.e2e[0];
    if (boundaries.length === 0 && !used) return skip('no database, queue or payment provider among its dependencies');
    const faults: Gap[] = [];
    if (boundaries.length > 0 && !crossing)
      faults.push(
        fault(
          'boundary',
          repository.at('test/integration'),
          {
            boundaries: listed(boundaries.map(({ boundary }) => boundary)),
            by: boundaries.map(({ by }) => by).join(', '),
            files: suites.length === 1 ? '1 file' : `${suites.length} files`,
          },
          { discriminator: 'boundary', related: boundaries.map(({ at, by }) => ({ at, message: by })) },
        ),
      );
    if (used && !journey) {
      const run = endToEnd(given.pipelines.jobs);
      if (run && faults.length === 0)
        return unknown(`a pipeline runs tests end to end (${run.tool}), and none was recognised here`, run.at);
      if (!run)
        faults.push(
          fault(
            'journey',
            repository.at('e2e'),
            { what: used.name === 'mobile' ? 'app' : 'site' },
            { severity: 'info', discriminator: 'journey' },
          ),
        );
    }
    return gaps(faults, [...(crossing ? [crossing] : []), ...(journey ? [placeOf(journey)] : [])]);
  },
});

/** What shows that some test meets what is behind a boundary. */
function crossed(suites: readonly Suite[], jobs: readonly PipelineJob[]): Place | undefined {
  const suite = suites.find(
    ({ kind, facts }) => kind !== 'test-unit' || facts.means.some((means) => CROSSING.has(means)),
  );
  if (suite) return placeOf(suite);
  for (const { path, job } of jobs)
    for (const { name, image, at } of job.services)
      if (STORE_IMAGE.test(`${name} ${image ?? ''}`)) return { path, span: at };
  return undefined;
}

function endToEnd(jobs: readonly PipelineJob[]): { readonly tool: string; readonly at: Place } | undefined {
  for (const { purposes } of jobs)
    for (const { purpose, tool, at } of purposes.found) if (purpose === 'e2e') return { tool, at };
  return undefined;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
