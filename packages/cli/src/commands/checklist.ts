import { checklistOf, openChange } from '@shipworthy/audit';
import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import { todayOf } from '@shipworthy/audit/today';
import { UsageError } from '@shipworthy/audit/usage-error';
import { isOfChanges } from '@shipworthy/engine';
import { allRules } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { openCache } from '../facts-cache.ts';
import { deliver } from '../output.ts';
import { bodyOf } from '../pull-request-text.ts';
import { showStatus } from '../status.ts';

export interface ChecklistArguments {
  readonly path: string;
  /** The revision that the change starts from. */
  readonly base: string | undefined;
  /** `-`: standard input. */
  readonly bodyFile: string | undefined;
  readonly revision: string | undefined;
  readonly staged: boolean;
  readonly format: 'markdown' | 'json';
  readonly output: string | undefined;
  /** False: `--no-config`. */
  readonly config: string | false | undefined;
  /** False: `--no-cache`. */
  readonly cache: boolean;
}

/** Prints the release checklist of a change. It is help and no verdict: what is open fails nothing. */
export async function checklist(asked: ChecklistArguments, context: Context): Promise<ExitCode> {
  const { path, base, revision, staged, format, output } = asked;
  if (base === undefined)
    throw new UsageError(
      'a checklist is for a change, and --base is missing',
      'Name the revision it starts from: shipworthy checklist --base origin/main',
    );
  if (staged && revision !== undefined)
    throw new UsageError(
      '--staged and --revision exclude each other',
      'A revision is not what is staged; leave one of them out.',
    );
  const done = showStatus(process.stderr, 'reading the repository');
  try {
    const cache = openCache(asked, context);
    const found = await checklistOf(
      await openChange(
        {
          path,
          rules: allRules.filter(isOfChanges),
          version: context.version,
          config: asked.config,
          today: todayOf(context.env),
          locateEvidence: false,
          revision,
          staged,
          ...(cache && { cache }),
        },
        { base, body: await bodyOf(asked.bodyFile) },
      ),
    );
    const { renderChecklistJson, renderChecklistMarkdown } = await import('@shipworthy/reporters/checklist');
    const text = format === 'json' ? renderChecklistJson(found) : renderChecklistMarkdown(found);
    done();
    await deliver(text, output);
    cache?.save();
    return EXIT.ok;
  } finally {
    done();
  }
}
