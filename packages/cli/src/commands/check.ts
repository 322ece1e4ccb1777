import type { ExitCode } from '@shipworthy/audit/exit-codes';
import { rulePage } from '@shipworthy/audit/rule-page';
import { todayOf } from '@shipworthy/audit/today';
import { UsageError } from '@shipworthy/audit/usage-error';
import type { FailOn } from '@shipworthy/audit/verdict';
import {
  type CheckedPullRequest,
  checkPullRequest,
  type PullRequestCall,
  plan,
  publish,
  sarifCategory,
  type Wanted,
} from '@shipworthy/github';
import type { Preset } from '@shipworthy/model';
import { visible } from '@shipworthy/reporters/visible';
import { allRules } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { gitHubAccess } from '../github-access.ts';
import { deliver, print } from '../output.ts';
import { repositoryNames } from '../repository-name.ts';
import { showStatus } from '../status.ts';
import { textOptions } from './text-options.ts';

export interface CheckArguments {
  /** `owner/name` */
  readonly repo: string | undefined;
  readonly pr: number | undefined;
  /** Folder of a monorepo. */
  readonly folder: string;
  readonly base: string | undefined;
  readonly failOn: FailOn;
  readonly preset: Preset | undefined;
  readonly strictUnknown: boolean;
  readonly format: 'text' | 'markdown' | 'json';
  readonly output: string | undefined;
  readonly checkRun: boolean;
  readonly comment: boolean;
  readonly uploadSarif: boolean;
  readonly dryRun: boolean;
  readonly color: boolean | undefined;
}

/** Checks a pull request on GitHub without a checkout, and shows the result there where that is asked for. */
export async function checkCommand(asked: CheckArguments, context: Context): Promise<ExitCode> {
  const { repo, pr } = asked;
  const names = repositoryNames(repo ?? '');
  if (!names)
    throw new UsageError(
      repo === undefined ? 'of which repository is not said' : `--repo cannot be ${JSON.stringify(repo)}`,
      'Name it as on GitHub: shipworthy check --repo owner/name --pr 123',
    );
  if (pr === undefined || !Number.isSafeInteger(pr) || pr < 1)
    throw new UsageError(
      pr === undefined ? 'which pull request is not said' : `--pr cannot be ${pr}`,
      'Give its number: shipworthy check --repo owner/name --pr 123',
    );
  const { owner, repo: name } = names;
  const access = gitHubAccess(context.env, 'read the repository (contents: read, pull-requests: read)');
  const done = showStatus(process.stderr, `reading ${owner}/${name}#${pr}`);
  const notes: string[] = [];
  try {
    const checked = await checkPullRequest({
      owner,
      repo: name,
      number: pr,
      ...access,
      ...maker(context),
      inputs: inputsOf(asked),
      note: (sentence) => notes.push(sentence),
    });
    done();
    await tell(checked, asked, context, notes);
    await show(checked, asked);
    return checked.result.code;
  } finally {
    done();
  }
}

const maker = ({ version, env, pages }: Context): Pick<PullRequestCall, 'rules' | 'version' | 'today' | 'page'> => ({
  rules: allRules,
  version,
  today: todayOf(env),
  page: (id) => {
    const rule = allRules.find((each) => each.id === id);
    return rule && rulePage(rule, pages);
  },
});

const inputsOf = ({ folder, failOn, preset, strictUnknown, base }: CheckArguments): PullRequestCall['inputs'] => ({
  path: folder.replace(/^(?:\.\/)+|\/+$/g, '').replace(/^\.$/, ''),
  failOn,
  strictUnknown,
  ...(preset === undefined ? {} : { preset }),
  ...(base === undefined ? {} : { base }),
});

/** The result where the command was started. */
async function tell(
  { result }: CheckedPullRequest,
  { format, output, color }: CheckArguments,
  { env }: Context,
  waits: readonly string[],
): Promise<void> {
  for (const note of [...waits, ...result.notes]) await print(process.stderr, `shipworthy: ${visible(note)}\n`);
  const { audit } = result;
  if (format === 'markdown' || !audit) {
    await deliver(result.summary({ size: SUMMARY_BYTES, of: 'bytes' }), output);
    return;
  }
  const text =
    format === 'json'
      ? (await import('@shipworthy/reporters/json')).json.render(audit, {})
      : (await import('@shipworthy/reporters/text')).renderText(audit, textOptions({ color, env, output }));
  await deliver(text, output);
}

/** A terminal takes more than a job's summary does; so does a file. */
const SUMMARY_BYTES = 1_000_000;

/** The result on GitHub, or what would be sent there. */
async function show({ result, github }: CheckedPullRequest, asked: CheckArguments): Promise<void> {
  const wanted: Wanted = {
    checkRun: asked.checkRun,
    comment: asked.comment,
    ...(asked.uploadSarif && result.audit ? { sarif: await sarifOf(result.audit, result.subject.path) } : {}),
    as: 'person',
  };
  if (asked.dryRun) {
    for (const { what, operation, sends, when } of plan(result, wanted))
      await print(
        process.stderr,
        `would send ${operation} (${what}${when === undefined ? '' : `, if ${when}`}):\n${JSON.stringify(sends, null, 2)}\n`,
      );
    return;
  }
  for (const { what, outcome, url, note } of await publish(result, wanted, github))
    await print(
      process.stderr,
      `shipworthy: ${visible([`${what} ${outcome}`, url, note].filter(Boolean).join(': '))}\n`,
    );
}

async function sarifOf(audit: NonNullable<CheckedPullRequest['result']['audit']>, path: string): Promise<string> {
  const { renderSarif } = await import('@shipworthy/reporters/sarif');
  return renderSarif(audit, { category: sarifCategory(path) });
}
