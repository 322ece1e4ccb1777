import { type Answer, invalid, no, notFound, ok } from '../answer.ts';
import { isObject } from '../json-schema.ts';
import { pageOf } from '../paging.ts';
import type { ApiRequest, Route } from '../route.ts';
import type { CheckRun } from '../state.ts';
import { appBody } from './apps.ts';

function body(run: CheckRun): Record<string, unknown> {
  return {
    id: run.id,
    name: run.name,
    head_sha: run.headSha,
    status: run.status,
    conclusion: run.conclusion,
    details_url: run.detailsUrl,
    external_id: run.externalId,
    output: { title: run.title, summary: run.summary, text: run.text, annotations_count: run.annotations.length },
    app: appBody(run.app),
    html_url: `http://127.0.0.1:9/runs/${run.id}`,
  };
}

const text = (value: unknown, otherwise: string | null): string | null =>
  typeof value === 'string' ? value : otherwise;

/** The run after a request that created or updated it; what it does not name stays, annotations are added. */
function applied(run: CheckRun, sent: Readonly<Record<string, unknown>>): CheckRun {
  const output = isObject(sent.output) ? sent.output : {};
  const conclusion = text(sent.conclusion, run.conclusion);
  return {
    ...run,
    name: text(sent.name, run.name) ?? run.name,
    status: conclusion !== run.conclusion ? 'completed' : (text(sent.status, run.status) ?? run.status),
    conclusion,
    detailsUrl: text(sent.details_url, run.detailsUrl),
    externalId: text(sent.external_id, run.externalId) ?? '',
    title: text(output.title, run.title),
    summary: text(output.summary, run.summary),
    text: text(output.text, run.text),
    annotations: [...run.annotations, ...(Array.isArray(output.annotations) ? output.annotations : [])],
  };
}

const MAX_TITLE = 255;
const MAX_BYTES = 64 * 1024;

/** What GitHub refuses beyond what its description says in its schema; it says these in prose. */
function refused(sent: Readonly<Record<string, unknown>>): Answer | undefined {
  if (sent.status === 'completed' && sent.conclusion === undefined)
    return invalid('conclusion is required when status is completed');
  const output = isObject(sent.output) ? sent.output : {};
  for (const annotation of Array.isArray(output.annotations) ? output.annotations : []) {
    if (!isObject(annotation)) continue;
    const { title, message, raw_details: details } = annotation;
    if (typeof title === 'string' && [...title].length > MAX_TITLE) return invalid('title is too long');
    for (const long of [message, details])
      if (typeof long === 'string' && Buffer.byteLength(long) > MAX_BYTES) return invalid('message exceeds 64 KB');
    if (
      (annotation.start_column !== undefined || annotation.end_column !== undefined) &&
      annotation.start_line !== annotation.end_line
    )
      return invalid('columns are only for annotations of one line');
  }
  return undefined;
}

async function create({ repository, body: sent, caller }: ApiRequest): Promise<Answer> {
  if (!caller?.app) return no(403, 'You must authenticate via a GitHub App.');
  const headSha = await repository.objects.resolve(String(sent.head_sha), 'commit');
  if (headSha === undefined) return invalid(`No commit found for SHA: ${String(sent.head_sha)}`);
  const wrong = refused(sent);
  if (wrong) return wrong;
  const empty = { conclusion: null, title: null, summary: null, text: null, detailsUrl: null } as const;
  const fresh = { ...empty, name: '', status: 'queued', externalId: '', annotations: [] };
  const run = applied({ ...fresh, id: repository.nextId(), headSha, app: caller.app }, sent);
  repository.checkRuns.push(run);
  return { ...ok(body(run)), status: 201 };
}

function update({ repository, parameters, body: sent, caller }: ApiRequest): Answer {
  const at = repository.checkRuns.findIndex(({ id }) => id === Number(parameters.check_run_id));
  const run = repository.checkRuns[at];
  if (!run) return notFound();
  if (run.app.id !== caller?.app?.id)
    return no(
      403,
      `Invalid app_id \`${run.app.id}\` - check run can only be modified by the GitHub App that created it.`,
    );
  // Since 2025 a workflow may not change the outcome of a run that Actions made.
  if (run.app.slug === 'github-actions' && (sent.status !== undefined || sent.conclusion !== undefined))
    return no(403, 'Check run status and conclusions can only be updated internally by GitHub Actions');
  const wrong = refused(sent);
  if (wrong) return wrong;
  const updated = applied(run, sent);
  repository.checkRuns[at] = updated;
  return ok(body(updated));
}

/** The latest run of each name of each app, as GitHub lists them unless it is asked for all. */
async function list(request: ApiRequest): Promise<Answer> {
  const { repository, parameters, query } = request;
  const headSha = await repository.objects.resolve(parameters.ref ?? '', 'commit');
  if (headSha === undefined) return notFound();
  const asked = (name: string, value: string): boolean => (query.get(name) ?? value) === value;
  const runs = repository.checkRuns.filter(
    (run) =>
      run.headSha === headSha &&
      asked('check_name', run.name) &&
      asked('status', run.status) &&
      asked('app_id', String(run.app.id)),
  );
  const latest = new Map(runs.map((run) => [`${run.app.id} ${run.name}`, run]));
  const listed = query.get('filter') === 'all' ? runs : [...latest.values()];
  const { items, links } = pageOf(request, listed);
  return ok({ total_count: listed.length, check_runs: items.map(body) }, links === '' ? {} : { link: links });
}

export const checkRunRoutes: readonly Route[] = [
  {
    operation: 'checks/create',
    method: 'POST',
    path: '/repos/{owner}/{repo}/check-runs',
    writes: 'checks',
    handle: create,
  },
  {
    operation: 'checks/update',
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/check-runs/{check_run_id}',
    writes: 'checks',
    handle: update,
  },
  {
    operation: 'checks/list-for-ref',
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref}/check-runs',
    handle: list,
  },
];
