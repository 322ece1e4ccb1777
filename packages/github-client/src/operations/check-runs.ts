import { call, ONCE } from '../call.ts';
import { createOnce } from '../create-once.ts';
import { cutToBytes, cutToCharacters } from '../cut-text.ts';
import type { GitHub, RepositoryName } from '../github.ts';
import {
  MAX_ANNOTATION_BYTES,
  MAX_ANNOTATION_TITLE,
  MAX_ANNOTATIONS_A_REQUEST,
  MAX_OUTPUT_BYTES,
  PAGE_SIZE,
} from '../limits.ts';

/** A remark beside lines of a file that is there at the commit of the check run. Lines and columns are 1-based. */
export interface CheckRunAnnotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** Columns are sent only where both lines are the same; GitHub refuses them elsewhere. */
  readonly startColumn?: number;
  readonly endColumn?: number;
  readonly level: 'notice' | 'warning' | 'failure';
  /** Cut at 255 characters. */
  readonly title?: string;
  /** Cut at 64 KB. */
  readonly message: string;
}

/** What a check run shows. */
export interface CheckRunOutput {
  readonly title: string;
  /** Markdown, cut at 65,535 bytes. */
  readonly summary: string;
  /** Any number, the worst first; one request takes 50. */
  readonly annotations: readonly CheckRunAnnotation[];
}

/** A check run to be made. */
export interface NewCheckRun extends CheckRunOutput {
  /** The name people see; a ruleset may require it. */
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: 'success' | 'failure';
  /** Says which of our runs it is of (of one commit and name, no two may have the same). */
  readonly externalId: string;
  readonly detailsUrl?: string;
}

/** A check run that was made. */
export interface CheckRun {
  readonly id: number;
  /** Web address. */
  readonly url: string | null;
}

/** A check run that GitHub shows. */
export interface ShownCheckRun extends CheckRun {
  readonly externalId: string | null;
  /** How many annotations it has. */
  readonly annotations: number;
}

/** What is left to send after a request took its 50. */
export interface Unsent {
  readonly unsent: readonly CheckRunAnnotation[];
}

/**
 * Makes a check run that is completed from the start, with the first 50 annotations; `updateCheckRunOutput` takes the others.
 * Nothing of it is ever left in progress. Asked again after a lost answer only when no such run is there. Rejects with
 * `GitHubFault`: `forbidden` where the token may not, as on pull requests of forks.
 */
export async function createCheckRun(
  github: GitHub,
  repository: RepositoryName,
  run: NewCheckRun,
): Promise<CheckRun & Unsent> {
  const made = await createOnce(
    () => create(github, repository, run),
    () => find(github, repository, run),
  );
  return { ...made, unsent: run.annotations.slice(MAX_ANNOTATIONS_A_REQUEST) };
}

/**
 * Adds the first 50 of the annotations to a check run and replaces its title and summary; its status and conclusion are left
 * alone. Sent once: GitHub would add the annotations a second time. Rejects with `GitHubFault`.
 */
export function updateCheckRunOutput(
  github: GitHub,
  repository: RepositoryName,
  id: number,
  output: CheckRunOutput,
): Promise<Unsent> {
  return call(github, 'checks/update', async ({ rest }) => {
    await rest.checks.update({ ...repository, check_run_id: id, output: sendable(output), request: ONCE });
    return { unsent: output.annotations.slice(MAX_ANNOTATIONS_A_REQUEST) };
  });
}

const create = (github: GitHub, repository: RepositoryName, run: NewCheckRun): Promise<CheckRun> =>
  call(github, 'checks/create', async ({ rest }) => {
    const { data } = await rest.checks.create({
      ...repository,
      name: run.name,
      head_sha: run.headSha,
      status: 'completed',
      conclusion: run.conclusion,
      external_id: run.externalId,
      ...(run.detailsUrl === undefined ? {} : { details_url: run.detailsUrl }),
      output: sendable(run),
      request: ONCE,
    });
    return { id: data.id, url: data.html_url };
  });

/** The check run of a commit and a name that was made last. Rejects with `GitHubFault`. */
export async function latestCheckRun(
  github: GitHub,
  repository: RepositoryName,
  of: Pick<NewCheckRun, 'name' | 'headSha'>,
): Promise<ShownCheckRun | undefined> {
  const [first, ...others] = await list(github, repository, of);
  if (!first) return undefined;
  const { id, html_url: url, external_id: externalId, output } = others.reduce(later, first);
  return { id, url, externalId, annotations: output.annotations_count };
}

const later = <Run extends { readonly id: number }>(a: Run, b: Run): Run => (b.id > a.id ? b : a);

/** A check run of the commit that bears our external id. */
async function find(github: GitHub, repository: RepositoryName, run: NewCheckRun): Promise<CheckRun | undefined> {
  const found = (await list(github, repository, run)).find((one) => one.external_id === run.externalId);
  return found && { id: found.id, url: found.html_url };
}

const list = (github: GitHub, repository: RepositoryName, { name, headSha }: Pick<NewCheckRun, 'name' | 'headSha'>) =>
  call(github, 'checks/list-for-ref', async ({ rest }) => {
    const { data } = await rest.checks.listForRef({
      ...repository,
      ref: headSha,
      check_name: name,
      filter: 'all',
      per_page: PAGE_SIZE,
    });
    return data.check_runs;
  });

const sendable = ({ title, summary, annotations }: CheckRunOutput) => ({
  title,
  summary: cutToBytes(summary, MAX_OUTPUT_BYTES),
  annotations: annotations.slice(0, MAX_ANNOTATIONS_A_REQUEST).map(annotationOf),
});

function annotationOf(annotation: CheckRunAnnotation) {
  const { path, startLine, endLine, startColumn, endColumn, level, title, message } = annotation;
  const columns =
    startLine === endLine && startColumn !== undefined && endColumn !== undefined
      ? { start_column: startColumn, end_column: endColumn }
      : {};
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    ...columns,
    annotation_level: level,
    message: cutToBytes(message, MAX_ANNOTATION_BYTES),
    ...(title === undefined ? {} : { title: cutToCharacters(title, MAX_ANNOTATION_TITLE) }),
  };
}
