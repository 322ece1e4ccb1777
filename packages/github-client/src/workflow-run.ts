/**
 * Web address of the workflow run that this process is a step of; undefined outside of a workflow, and where the variables hold
 * no address. https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function workflowRunUrl(env: NodeJS.ProcessEnv): string | undefined {
  const server = (env.GITHUB_SERVER_URL ?? '').replace(/\/$/, '') || 'https://github.com';
  const { GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt = '' } = env;
  // Put into Markdown as it is.
  if (!/^https?:\/\/[\w.:/-]+$/.test(server) || !/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^\d+$/.test(run))
    return undefined;
  return `${server}/${repository}/actions/runs/${run}${/^\d+$/.test(attempt) ? `/attempts/${attempt}` : ''}`;
}
