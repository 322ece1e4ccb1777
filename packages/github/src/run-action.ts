import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import { renderNoAudit } from '@shipworthy/reporters/summary';
import { check, type Maker } from './check.ts';
import { connectRemote } from './connect-remote.ts';
import { readEnvironment } from './environment.ts';
import { faultOf, sentenceOf } from './fault.ts';
import { readInputs } from './inputs.ts';
import { Log } from './log.ts';
import { reachOf } from './reach.ts';
import { readEvent } from './read-event.ts';
import { NOT_AUDITED } from './results.ts';
import { addSummary, setOutputs } from './runner-files.ts';
import { show } from './show.ts';
import { resultName, tell } from './tell.ts';

export interface ActionContext extends Maker {
  /** What the runner hands in. */
  readonly env: NodeJS.ProcessEnv;
  /** Writes to the log of the step. */
  readonly write: (text: string) => void;
}

/**
 * The step of a workflow. Exit code, annotations, summary, files and outputs come first and need no right; what GitHub is
 * asked to show besides comes last and changes nothing of them. Never throws.
 */
export async function runAction(context: ActionContext): Promise<ExitCode> {
  const { env, write } = context;
  const log = new Log(write);
  try {
    return await run(context, log);
  } catch (error) {
    const fault = faultOf(error);
    const { code, advice } = fault;
    const why = sentenceOf(fault);
    log.annotate('error', `${why} ${advice}`, { title: NOT_AUDITED });
    try {
      addSummary(env.GITHUB_STEP_SUMMARY, () =>
        renderNoAudit({
          why,
          advice,
          usage: code === EXIT.usage,
          version: context.version,
        }),
      );
      setOutputs(env.GITHUB_OUTPUT, { result: resultName(code) });
    } catch {
      // The error stands in the log, and the exit code says it as well.
    }
    return code;
  }
}

/** What is said where something broke outside of every question; the process ends with the code. */
export function broken(error: unknown, write: ActionContext['write']): ExitCode {
  const fault = faultOf(error);
  new Log(write).annotate('error', `${sentenceOf(fault)} ${fault.advice}`, { title: NOT_AUDITED });
  return EXIT.notAudited;
}

async function run(context: ActionContext, log: Log): Promise<ExitCode> {
  const { env, page } = context;
  const inputs = readInputs(env);
  const environment = readEnvironment(env);
  const event = readEvent(environment);
  const places = {
    log,
    summary: env.GITHUB_STEP_SUMMARY || undefined,
    outputs: env.GITHUB_OUTPUT || undefined,
    temp: environment.temp,
  };
  if (event.kind === 'deleted') {
    const said = 'Nothing to audit: what was pushed is the end of a branch or a tag.';
    log.annotate('notice', said, { title: 'shipworthy' });
    addSummary(places.summary, () => `## ${said}\n`);
    setOutputs(places.outputs, { result: resultName(EXIT.ok) });
    return EXIT.ok;
  }
  const remote = connectRemote(environment, {
    token: inputs.token,
    version: context.version,
    note: (sentence) => log.line(sentence),
  });
  const result = await check({
    event,
    inputs,
    environment,
    maker: context,
    reach: reachOf(environment, inputs.token, remote),
  });
  const repository = `${environment.serverUrl}/${environment.owner}/${environment.repo}`;
  tell(result, places, { repository, page });
  await show(result, { inputs, environment, version: context.version, page, log, summary: places.summary });
  return result.code;
}
