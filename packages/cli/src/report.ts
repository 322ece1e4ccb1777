import { type Audit, type Reporter, type ReportOptions, SourceError } from '@shipworthy/model';

/**
 * The report of a reporter, which may be a stranger's.
 * @throws SourceError (could not audit) when it breaks, naming it.
 */
export function report(reporter: Reporter, audit: Audit, options: ReportOptions): string {
  let text: unknown;
  try {
    text = reporter.render(audit, options);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw broken(reporter, why, cause);
  }
  if (typeof text !== 'string') throw broken(reporter, `it gave ${typeof text} instead of text`);
  return text;
}

const broken = ({ name }: Reporter, why: string, cause?: unknown): SourceError =>
  new SourceError(
    `the reporter of --format ${name} broke: ${why}`,
    'environment',
    'Use another format, and report it to whoever wrote this one; SHIPWORTHY_DEBUG=1 shows where.',
    { cause },
  );

/** What the environment says of the repository that a workflow runs for. */
export const REPOSITORY_VARIABLES = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_SHA'] as const;

/**
 * The web address of the repository, known in GitHub Actions when the commit that was audited is the one that the workflow
 * runs for: any other folder could hold any other repository.
 */
export function auditedRepository({ commit }: Pick<Audit, 'commit'>, env: NodeJS.ProcessEnv): string | undefined {
  const [server, repository, sha] = REPOSITORY_VARIABLES.map((name) => env[name]);
  if (commit === undefined || commit !== sha || !server || !repository) return undefined;
  const address = `${server}/${repository}`;
  return URL.canParse(address) ? address : undefined;
}
