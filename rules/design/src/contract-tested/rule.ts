import { type Artifact, all, defineRule, link, type PipelineJob, type Place } from '@shipworthy/rule-kit';
import { whyNotOwn } from '../others-contracts.ts';

const named = (...names: readonly string[]): ReadonlySet<string> => new Set(names);

/** Libraries that serve what the description says, or refuse what it does not: it cannot drift unseen. */
const SERVED_FROM_IT = named(
  ...['connexion', 'openapi-backend', 'express-openapi-validator', 'fastify-openapi-glue', 'express-openapi'],
  ...['committee', 'committee-rails', 'openapi_first', 'openapi-core', 'league/openapi-psr7-validator', 'dredd'],
  ...['swagger-routes-express', 'openapi-generator-maven-plugin', '@openapitools/openapi-generator-cli'],
  ...['swagger-request-validator-spring-webmvc', 'hapi-openapi', 'oas-tools', 'exegesis-express'],
);
/** Libraries that write the description from the code: its shape cannot drift. */
const WRITTEN_FROM_CODE = named(
  ...[
    'fastapi',
    '@nestjs/swagger',
    'drf-spectacular',
    'drf-yasg',
    'flask-smorest',
    'apispec',
    'flask-restx',
    'flasgger',
  ],
  ...['springdoc-openapi-starter-webmvc-ui', 'springdoc-openapi-ui', 'springdoc-openapi-starter-webmvc-api'],
  ...['springdoc-openapi-starter-webflux-ui', 'springdoc-openapi-webmvc-core', 'springfox-boot-starter'],
  ...['quarkus-smallrye-openapi', 'swagger-jaxrs2', 'swagger-jaxrs2-jakarta', 'micronaut-openapi'],
  ...['swashbuckle.aspnetcore', 'nswag.aspnetcore', 'microsoft.aspnetcore.openapi', 'fastendpoints.swagger'],
  ...['rswag', 'rswag-specs', 'grape-swagger', 'apipie-rails', 'rspec-openapi', 'rails_api_doc'],
  ...['tsoa', '@fastify/swagger', 'hapi-swagger', '@hono/zod-openapi', 'zod-openapi', '@asteasolutions/zod-to-openapi'],
  ...['@ts-rest/open-api', 'express-zod-api', 'trpc-openapi', 'l5-swagger', 'darkaonline/l5-swagger', 'dedoc/scramble'],
  ...['zircote/swagger-php', 'nelmio/api-doc-bundle', 'api-platform/core', 'utoipa', 'aide', 'poem-openapi', 'okapi'],
);
const OF_GO =
  /^github\.com\/(?:oapi-codegen\/|deepmap\/oapi-codegen|go-openapi\/runtime|getkin\/kin-openapi|ogen-go\/ogen|danielgtaylor\/huma|swaggo\/swag|grpc-ecosystem\/grpc-gateway)/;

/** Tools that compare two versions of a description, or its style: neither looks at the service. */
const ONLY_THE_TEXT = /break|diff|lint|spectral|vacuum|openapi-changes|validator-badge/i;

export default defineRule({
  id: 'contract/tested',
  title: 'A test compares the contract with the service',
  stages: ['design', 'test'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  packs: ['scenario-http-endpoint'],
  subject: 'openapi',
  presence: { asked: ['service', 'shipped-component'], kinds: ['test-contract'] },
  needs: {
    tests: all('test-contract'),
    unit: all('test-unit'),
    integration: all('test-integration'),
    e2e: all('test-e2e'),
    manifests: all('dependency-manifest'),
    pipelines: link('repository -> pipelines'),
    names: link('repository -> names'),
  },
  messages: {
    drifts:
      '{path} describes the service, and no test compares the two. They will drift apart, and a customer notices first: let a test check its responses against it, or run schemathesis against the build.',
    allDrift:
      '{count} descriptions, {path} among them, describe the service, and no test compares them with it. They will drift apart, and a customer notices first: let a test check its responses against them, or run schemathesis against the build.',
  },
  check(contract, { given, fault, gaps, pass, skip }) {
    const { path, pathClass, facts } = contract;
    const others = whyNotOwn(contract, given.names);
    if (others !== undefined) return skip(others);
    if (facts.operations.length === 0 && facts.splitPaths.length === 0) return skip('it describes no operation');
    const [test] = given.tests;
    if (test) return pass(placeOf(test));
    const run = comparing(given.pipelines.jobs);
    if (run) return pass(run.at, `by ${run.tool}`);
    const reads = [...given.integration, ...given.e2e, ...given.unit].find((suite) =>
      suite.facts.means.includes('openapi-document'),
    );
    if (reads) return pass(placeOf(reads), 'a test reads a description');
    if (pathClass === 'generated' || facts.generator !== undefined) return skip('it is made from the code');
    const bound = boundTo(given.manifests);
    if (bound?.how === 'served') return pass(bound.at, `${bound.name} serves or checks what it says`);
    if (bound) return skip(`${bound.name} makes descriptions from the code`);
    const span = facts.spans.info ?? facts.spans[''];
    const at = { path, ...(span ? { span } : {}) };
    return gaps([fault('drifts', at, { path }, { cause: 'no contract test', joined: 'allDrift' })], at);
  },
});

type Suite = Artifact<'test-unit' | 'test-integration' | 'test-e2e' | 'test-contract'>;

const placeOf = ({ path, facts }: Suite): Place => ({ path, ...(facts.checks ? { span: facts.checks } : {}) });

/** A command of a pipeline that compares a description with what runs. */
function comparing(jobs: readonly PipelineJob[]): { readonly tool: string; readonly at: Place } | undefined {
  for (const { purposes } of jobs)
    for (const { purpose, tool, at } of purposes.found)
      if (purpose === 'contract' && !ONLY_THE_TEXT.test(tool)) return { tool, at };
  return undefined;
}

interface Bound {
  readonly name: string;
  readonly how: 'served' | 'written';
  readonly at: Place;
}

/** A library that keeps the code and its description together. */
function boundTo(manifests: readonly Artifact<'dependency-manifest'>[]): Bound | undefined {
  for (const { path, facts } of manifests)
    for (const dependency of [...facts.dependencies, ...(facts.development ?? [])]) {
      const name = dependency.toLowerCase();
      if (SERVED_FROM_IT.has(name) || (facts.ecosystem === 'go' && OF_GO.test(dependency)))
        return { name: dependency, how: 'served', at: { path } };
      if (WRITTEN_FROM_CODE.has(name)) return { name: dependency, how: 'written', at: { path } };
    }
  return undefined;
}
