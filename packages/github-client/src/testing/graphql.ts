import { readFileSync } from 'node:fs';
import { buildSchema, execute, type GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { type Caller, type Shown, shownTo } from './caller.ts';
import type { GitObjects } from './git-objects.ts';
import { isObject } from './json-schema.ts';
import { listedNode, NO_CONTENTS, ownerNode } from './owner-node.ts';
import type { GitHubState, RepositoryState } from './state.ts';

/** From here on GitHub cuts the text of a blob. */
const MAX_TEXT_BYTES = 512 * 1024;

/** By its path: the package does not export the file, and building from what it exports takes twice as long. */
const SCHEMA = new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);

let schema: GraphQLSchema | undefined;

/** GitHub's own schema; building it takes half a second, once. */
function gitHubSchema(): GraphQLSchema {
  schema ??= buildSchema(readFileSync(SCHEMA, 'utf8'), { assumeValid: true });
  return schema;
}

/** Answers a GraphQL request as far as the caller may see. What GitHub's schema does not know is refused. */
export async function answerGraphql(
  state: GitHubState,
  body: Readonly<Record<string, unknown>>,
  caller: Caller,
): Promise<unknown> {
  const types = gitHubSchema();
  let document: ReturnType<typeof parse>;
  try {
    document = parse(String(body.query));
  } catch (error) {
    return { errors: [{ message: error instanceof Error ? error.message : 'cannot be parsed' }] };
  }
  const errors = validate(types, document);
  if (errors.length > 0) return { errors: errors.map((error) => error.toJSON()) };
  const result = await execute({
    schema: types,
    document,
    variableValues: isObject(body.variables) ? body.variables : {},
    rootValue: {
      rateLimit: { cost: 1, limit: 5000, remaining: 4999, used: 1, nodeCount: 1, resetAt: '2026-01-01T00:00:00Z' },
      repositoryOwner: ({ login }: { login: string }) => ownerNode(state, login, caller),
      repository: ({ owner, name }: { owner: string; name: string }) => {
        const repository = state.find(owner, name);
        const shown = repository ? shownTo(caller, repository) : 'nothing';
        if (repository && shown !== 'nothing') return repositoryNode(repository, shown);
        throw new Error(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
      },
    },
  });
  return result.errors === undefined
    ? { data: result.data }
    : { data: result.data, errors: result.errors.map(problemOf) };
}

/** GitHub gives its problems a type beside what the language asks for. */
function problemOf(error: GraphQLError): unknown {
  if (/^Could not resolve to a/.test(error.message)) return { type: 'NOT_FOUND', ...error.toJSON() };
  return error.message === NO_CONTENTS ? { type: 'FORBIDDEN', ...error.toJSON() } : error.toJSON();
}

function repositoryNode(repository: RepositoryState, shown: Shown): Record<string, unknown> {
  const { hosted, objects } = repository;
  const load = batched(objects);
  return {
    ...listedNode(repository, shown),
    name: hosted.name,
    isPrivate: hosted.private === true,
    object: async ({ oid, expression }: { oid?: string; expression?: string }) => {
      if (shown !== 'all') throw new Error(NO_CONTENTS);
      const id = oid ?? (await objects.resolve(expression ?? '', 'blob'));
      const bytes = id === undefined ? undefined : await load(id);
      return bytes === undefined ? null : blobNode(String(id), bytes);
    },
  };
}

/** A blob as GitHub gives it: no text where it is binary, and text that may not be what git stores. */
function blobNode(id: string, bytes: Buffer): Record<string, unknown> {
  const isBinary = bytes.subarray(0, 8000).includes(0);
  const isTruncated = bytes.length > MAX_TEXT_BYTES;
  // The decoder drops a byte order mark and replaces what is not UTF-8: whoever wants the bytes must notice both.
  const text = isBinary ? null : new TextDecoder().decode(bytes.subarray(0, MAX_TEXT_BYTES));
  return { __typename: 'Blob', oid: id, text, isBinary, isTruncated, byteSize: bytes.length };
}

/** The bytes of blobs asked for at the same time, from one git. Undefined for what is no blob. */
function batched(objects: GitObjects): (id: string) => Promise<Buffer | undefined> {
  let waiting: { readonly ids: string[]; readonly found: ReturnType<GitObjects['objects']> } | undefined;
  return async (id) => {
    if (!waiting) {
      const ids: string[] = [];
      const later = new Promise<void>((resolve) => setImmediate(resolve));
      const found = later.then(() => {
        waiting = undefined;
        return objects.objects(ids);
      });
      waiting = { ids, found };
    }
    waiting.ids.push(id);
    const object = (await waiting.found).get(id);
    return object?.type === 'blob' ? object.bytes : undefined;
  };
}
