import type { Artifact, OpenApiFacts, ReadProblem } from '@shipworthy/model';
import { type DataDocument, readDataFile } from '../contracts/data-file.ts';
import { contractConfidence, contractPathSignal } from '../contracts/data-names.ts';
import { fieldSpans, readPaths, schemesOf, securityOf } from '../contracts/operations.ts';
import { collectReferences } from '../contracts/references.ts';
import type { YamlMap } from '../formats/yaml/index.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { configuresGateway } from './gateway.ts';
import { scrapeOpenApi } from './scrape.ts';
import { structureFaults } from './structure.ts';
import { whoseOf } from './whose.ts';

const FIELDS = ['info', 'info.title', 'info.version', 'paths', 'security', 'components.securitySchemes'];
/** A description by its outermost keys, for files that do not parse. */
const AT_THE_TOP = /^(?:["']?|\{?[ \t]{0,4}")(?:openapi|swagger)["']?[ \t]*:/m;

/** The description a file holds. Descriptions that hold only parts for others to use are none. */
export function parseOpenApi(file: RepositoryFile): Parsed<'openapi'> {
  const { documents, problems, level } = readDataFile(file);
  const artifacts = documents.flatMap((document): Artifact<'openapi'>[] => {
    const form = formOf(document.root);
    if (!form) return [];
    const facts = factsOf(file, document, form, level === 'parsed');
    const signal = contractPathSignal(file.path);
    return [
      {
        kind: 'openapi',
        path: file.path,
        pathClass: file.pathClass,
        level,
        confidence: contractConfidence(file.path),
        why: [`says it is ${form} ${facts.specVersion} and describes paths`, ...(signal ? [signal] : [])],
        id: file.path,
        ...(facts.title === undefined ? {} : { title: facts.title }),
        ...(documents.length > 1 ? { at: document.root.span } : {}),
        facts,
      },
    ];
  });
  const said = artifacts.length === 0 && AT_THE_TOP.test(file.text) ? problems : [];
  return {
    artifacts: said.length > 0 ? scraped(file) : artifacts,
    problems: said.map(
      ({ what, at, effect }): ReadProblem => ({
        kind: 'openapi',
        what,
        at,
        effect: level === 'parsed' ? effect : 'unseen',
      }),
    ),
  };
}

function scraped(file: RepositoryFile): Artifact<'openapi'>[] {
  const facts = scrapeOpenApi(file.text);
  if (!facts) return [];
  return [
    {
      kind: 'openapi',
      path: file.path,
      pathClass: file.pathClass,
      level: 'scraped',
      confidence: contractConfidence(file.path),
      why: [`lines that say it is ${facts.form} ${facts.specVersion}, in a file that does not parse`],
      id: file.path,
      ...(facts.title === undefined ? {} : { title: facts.title }),
      facts,
    },
  ];
}

function formOf(root: YamlMap): OpenApiFacts['form'] | undefined {
  const described = (root.map('paths')?.entries.length ?? 0) > 0 || (root.map('webhooks')?.entries.length ?? 0) > 0;
  if (!described) return undefined;
  if (/^3\.\d/.test(root.text('openapi') ?? '')) return 'openapi';
  return /^2\.0/.test(root.text('swagger') ?? '') ? 'swagger' : undefined;
}

function factsOf(
  file: RepositoryFile,
  document: DataDocument,
  form: OpenApiFacts['form'],
  certain: boolean,
): OpenApiFacts {
  const { root } = document;
  const info = root.map('info');
  const paths = root.map('paths');
  const { operations, splitPaths } = paths ? readPaths(paths, root) : { operations: [], splitPaths: [] };
  const schemes = schemesOf(
    form === 'swagger' ? root.map('securityDefinitions') : root.map('components')?.map('securitySchemes'),
  );
  const { outer, faults, lacks } = collectReferences(root);
  const title = info?.text('title');
  const version = info?.text('version');
  const generator = generatorOf(root, title) ?? generatorInHead(file.text);
  const key = root.entry(form);
  const gateway = configuresGateway(root);
  const json = /\.json$/i.test(file.path);
  return {
    form,
    specVersion: root.text(form) ?? '',
    ...(title === undefined ? {} : { title }),
    ...(version === undefined ? {} : { version }),
    servers: serversOf(root),
    operations,
    splitPaths,
    schemes,
    security: securityOf(root.get('security')),
    references: outer,
    // What a template engine fills in may mend each of them.
    faults: certain
      ? [...faults, ...structureFaults(document, { form, json, gateway, repeatsIds: generator === GNOSTIC })].sort(
          (a, b) => a.at[0] - b.at[0],
        )
      : [],
    ...(certain && lacks.length > 0 ? { lacks } : {}),
    ...(generator === undefined ? {} : { generator }),
    ...(gateway ? { gateway } : {}),
    ...whoseOf(info),
    spans: fieldSpans(root, key?.keySpan ?? root.span, FIELDS),
  };
}

function serversOf(root: YamlMap): string[] {
  const servers = root.items('servers').flatMap((server) => (server.kind === 'map' ? (server.text('url') ?? []) : []));
  const host = `${root.text('host') ?? ''}${root.text('basePath') ?? ''}`;
  return host === '' ? servers : [...servers, host];
}

/** https://github.com/google/gnostic/tree/main/cmd/protoc-gen-openapi: `additional_bindings` of a method share its operationId. */
const GNOSTIC = 'protoc-gen-openapi';
/** Programs of Protocol Buffers sign in a comment at the top. */
const SIGNED = /^#[ \t]*Generated (?:with|by) (protoc-gen-[\w-]+)/im;
/** Characters at the top in which such a comment stands. */
const HEAD = 500;

const generatorInHead = (text: string): string | undefined => SIGNED.exec(text.slice(0, HEAD))?.[1];

/** Definitions that only grpc-gateway's generator adds. */
const OF_GRPC = ['rpcStatus', 'runtimeError', 'protobufAny', 'googlerpcStatus', 'gatewayruntimeError'];

function generatorOf(root: YamlMap, title: string | undefined): string | undefined {
  const named = root.text('x-generator') ?? root.map('info')?.text('x-generator');
  if (named !== undefined) return named;
  const definitions = root.map('definitions') ?? root.map('components')?.map('schemas');
  if (title?.endsWith('.proto') || OF_GRPC.some((name) => definitions?.has(name))) return 'protoc-gen-openapiv2';
  return title === 'FastAPI' ? 'FastAPI' : undefined;
}
