import type { Artifact, Place } from '@shipworthy/rule-kit';

const named = (...names: readonly string[]): ReadonlySet<string> => new Set(names);

/** Libraries that serve what the description says, or refuse what it does not: it cannot drift unseen. */
const SERVED_FROM_IT = named(
  ...['connexion', 'openapi-backend', 'express-openapi-validator', 'fastify-openapi-glue', 'express-openapi'],
  ...['committee', 'committee-rails', 'openapi_first', 'openapi-core', 'league/openapi-psr7-validator', 'dredd'],
  ...[
    'swagger-request-validator-spring-webmvc',
    'swagger-routes-express',
    'hapi-openapi',
    'oas-tools',
    'exegesis-express',
  ],
);
/** Plugins of builds that make code from the description, by a part of their name. */
const GENERATES_CODE = /fabrikt|openapi[.-]?generator|openapi-processor|openapi-codegen|swagger-codegen/;
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

export interface KeptTogether {
  readonly name: string;
  readonly how: 'served' | 'written';
  readonly at: Place;
}

/** A library that keeps the code and its description together. */
export function keptTogether(manifests: readonly Artifact<'dependency-manifest'>[]): KeptTogether | undefined {
  for (const { path, facts } of manifests)
    for (const dependency of [...facts.dependencies, ...(facts.development ?? [])]) {
      const name = dependency.toLowerCase();
      if (SERVED_FROM_IT.has(name) || GENERATES_CODE.test(name) || (facts.ecosystem === 'go' && OF_GO.test(dependency)))
        return { name: dependency, how: 'served', at: { path } };
      if (WRITTEN_FROM_CODE.has(name)) return { name: dependency, how: 'written', at: { path } };
    }
  return undefined;
}
