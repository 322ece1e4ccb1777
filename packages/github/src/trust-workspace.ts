import { realpathSync } from 'node:fs';

/**
 * Lets git read the workspace where it belongs to another user, as it does in jobs that run in a container: the runner made
 * it for this job, and what its configuration would start is switched off with every call. Git takes this from the
 * environment since 2.38 (https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory).
 * @param env is added to
 */
export function trustWorkspace(env: NodeJS.ProcessEnv): void {
  const folder = env.GITHUB_WORKSPACE;
  if (!folder) return;
  for (const path of new Set([folder, physical(folder)])) {
    const count = Number.parseInt(env.GIT_CONFIG_COUNT ?? '', 10) || 0;
    env[`GIT_CONFIG_KEY_${count}`] = 'safe.directory';
    env[`GIT_CONFIG_VALUE_${count}`] = path;
    env.GIT_CONFIG_COUNT = String(count + 1);
  }
}

function physical(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
