import { type Answer, invalid, notFound, ok } from '../answer.ts';
import type { ApiRequest, Route } from '../route.ts';

/** GitHub gives no more of a tree at once: entries of a recursive listing. */
const MAX_ENTRIES = 100_000;
/** Nor blobs over this. */
const MAX_BLOB_BYTES = 100 * 1024 * 1024;

async function tree({ repository, parameters, query, faults }: ApiRequest): Promise<Answer> {
  const id = await repository.objects.resolve(parameters.tree_sha ?? '', 'tree');
  if (id === undefined) return notFound();
  const recursive = query.has('recursive');
  const entries = await repository.objects.tree(id, recursive);
  const most = recursive ? Math.min(faults.truncateTreesAt ?? MAX_ENTRIES, MAX_ENTRIES) : entries.length;
  return ok({
    sha: id,
    tree: entries.slice(0, most).map(({ id: sha, ...rest }) => ({ ...rest, sha })),
    truncated: entries.length > most,
  });
}

async function blob({ repository, parameters, accept }: ApiRequest): Promise<Answer> {
  const id = parameters.file_sha ?? '';
  if (!/^[0-9a-f]{40,64}$/.test(id)) return invalid('The sha parameter must be a full object id.');
  const object = (await repository.objects.objects([id])).get(id);
  if (object?.type !== 'blob') return notFound();
  if (object.bytes.length > MAX_BLOB_BYTES) return { ...notFound(), status: 403 };
  if (/\braw\b/.test(accept))
    return { status: 200, raw: object.bytes, headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' } };
  return ok({ sha: id, size: object.bytes.length, encoding: 'base64', content: object.bytes.toString('base64') });
}

async function commit({ repository, parameters }: ApiRequest): Promise<Answer> {
  const id = await repository.objects.resolve(parameters.commit_sha ?? '', 'commit');
  const [found] = id === undefined ? [] : await repository.objects.commits(id, 1);
  if (!found) return notFound();
  return ok({
    sha: found.id,
    message: found.message,
    author: found.author,
    committer: found.committer,
    tree: { sha: found.tree },
    parents: found.parents.map((sha) => ({ sha })),
  });
}

export const gitRoutes: readonly Route[] = [
  { operation: 'git/get-tree', method: 'GET', path: '/repos/{owner}/{repo}/git/trees/{tree_sha}', handle: tree },
  { operation: 'git/get-blob', method: 'GET', path: '/repos/{owner}/{repo}/git/blobs/{file_sha}', handle: blob },
  {
    operation: 'git/get-commit',
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/commits/{commit_sha}',
    handle: commit,
  },
];
