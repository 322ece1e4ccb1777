import { workflowRunUrl } from '@shipworthy/github-client/workflow-run';
import { SourceError } from '@shipworthy/model';

/** What a runner tells a step. Variables: https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export interface Environment {
  readonly eventName: string;
  /** File that holds the event as JSON. */
  readonly eventPath?: string;
  /** Where a checkout is expected; absent: there is none, and nobody expects one. */
  readonly workspace?: string;
  readonly owner: string;
  readonly repo: string;
  /** The commit that the workflow runs for; of a pull request the merge that GitHub tries. */
  readonly sha: string;
  /** `refs/heads/main`, `refs/pull/7/merge` */
  readonly ref: string;
  /** `https://github.com`, without `/` at the end, like `apiUrl`. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** Folder for files that later steps read. */
  readonly temp: string;
  /** Web address of the run. */
  readonly run?: string;
}

/** @throws SourceError where the step does not run in a workflow */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const [owner, repo, ...rest] = needed(env, 'GITHUB_REPOSITORY').split('/');
  if (!owner || !repo || rest.length > 0) throw unusable('GITHUB_REPOSITORY', 'is no owner/name');
  const sha = needed(env, 'GITHUB_SHA');
  if (!/^[0-9a-f]{40,64}$/.test(sha)) throw unusable('GITHUB_SHA', 'is no commit');
  const serverUrl = address(env, 'GITHUB_SERVER_URL', 'https://github.com');
  const run = workflowRunUrl(env);
  return {
    eventName: needed(env, 'GITHUB_EVENT_NAME'),
    ...(env.GITHUB_EVENT_PATH ? { eventPath: env.GITHUB_EVENT_PATH } : {}),
    workspace: needed(env, 'GITHUB_WORKSPACE'),
    owner,
    repo,
    sha,
    ref: env.GITHUB_REF ?? '',
    serverUrl,
    apiUrl: address(env, 'GITHUB_API_URL', 'https://api.github.com'),
    temp: needed(env, 'RUNNER_TEMP'),
    ...(run === undefined ? {} : { run }),
  };
}

function needed(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value) return value;
  throw unusable(name, 'is not set');
}

function address(env: NodeJS.ProcessEnv, name: string, usual: string): string {
  const given = (env[name] ?? '').replace(/\/$/, '') || usual;
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given;
  throw unusable(name, 'is no web address');
}

const unusable = (name: string, why: string): SourceError =>
  new SourceError(
    `this is no job of GitHub Actions: ${name} ${why}`,
    'environment',
    'Run it as a step of a workflow; anywhere else use `shipworthy lint --base REVISION`.',
  );
