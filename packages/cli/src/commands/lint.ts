import type { Audit, Preset, Stage } from '@shipworthy/model';
import { auditPath } from '../audit.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { deliver, print } from '../output.ts';
import { showStatus } from '../status.ts';
import { Stopwatch } from '../stopwatch.ts';
import { UsageError } from '../usage-error.ts';
import { textOptions } from './text-options.ts';
import { type FailOn, verdict } from './verdict.ts';

export interface LintArguments {
  readonly path: string;
  readonly format: 'text' | 'json';
  readonly output: string | undefined;
  readonly failOn: FailOn;
  readonly strictUnknown: boolean;
  readonly preset: Preset;
  readonly rule: readonly string[];
  readonly stage: Stage | undefined;
  readonly untracked: boolean;
  readonly revision: string | undefined;
  readonly color: boolean | undefined;
  readonly timing: boolean;
  readonly verbose: boolean;
}

export async function lint(asked: LintArguments, context: Context): Promise<ExitCode> {
  if (asked.untracked && asked.revision !== undefined)
    throw new UsageError('--untracked and --revision exclude each other', 'A revision holds tracked files only.');
  const watch = new Stopwatch();
  const done = showStatus(process.stderr, 'reading the repository');
  let audit: Audit;
  try {
    audit = await auditPath(
      {
        path: asked.path,
        version: context.version,
        preset: asked.preset,
        locateEvidence: asked.format === 'json' || asked.verbose,
        untracked: asked.untracked,
        ...(asked.rule.length > 0 && { only: asked.rule }),
        ...(asked.stage !== undefined && { stage: asked.stage }),
        ...(asked.revision !== undefined && { revision: asked.revision }),
      },
      watch,
    );
  } finally {
    done();
  }
  await deliver(await render(audit, asked, context), asked.output);
  watch.lap('report');
  if (asked.timing) await print(process.stderr, watch.report());
  return verdict(audit, asked);
}

async function render(audit: Audit, asked: LintArguments, { env }: Context): Promise<string> {
  if (asked.format === 'json') return (await import('@shipworthy/reporters/json')).renderJson(audit);
  const { renderText } = await import('@shipworthy/reporters/text');
  const { color, output, verbose, revision, path } = asked;
  return renderText(
    audit,
    textOptions({ color, env, output, verbose, folder: revision === undefined ? path : undefined }),
  );
}
