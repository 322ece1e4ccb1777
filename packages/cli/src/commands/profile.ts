import { configuration } from '@shipworthy/audit/configuration';
import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import { todayOf } from '@shipworthy/audit/today';
import { collectAll } from '@shipworthy/engine';
import type { FactsCache, ProfileReport } from '@shipworthy/model';
import { deliveryOf, profileAsked, profileOf, rubricWith, signalsOf, verdictOf } from '@shipworthy/policy';
import { historyOf } from '@shipworthy/sources';
import { allRules } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { openCache } from '../facts-cache.ts';
import { deliver } from '../output.ts';
import { showStatus } from '../status.ts';
import { openAsked } from './asked-source.ts';
import { textOptions } from './text-options.ts';

export interface ProfileArguments {
  readonly path: string;
  readonly format: 'text' | 'json';
  readonly untracked: boolean;
  readonly revision: string | undefined;
  /** False: `--no-cache`. */
  readonly cache: boolean;
  readonly color: boolean | undefined;
}

export async function profile(asked: ProfileArguments, context: Context): Promise<ExitCode> {
  const { path, format, color } = asked;
  const done = showStatus(process.stderr, 'reading the repository');
  try {
    const cache = openCache(asked, context);
    const report = await reportOn(asked, context, cache);
    const text =
      format === 'json'
        ? (await import('@shipworthy/reporters/json')).renderProfileJson(report)
        : (await import('@shipworthy/reporters/text')).renderProfileText(
            report,
            textOptions({ color, env: context.env, folder: path }),
          );
    done();
    await deliver(text, undefined);
    cache?.save();
    return EXIT.ok;
  } finally {
    done();
  }
}

async function reportOn(
  asked: ProfileArguments,
  context: Context,
  cache: FactsCache | undefined,
): Promise<ProfileReport> {
  const { path } = asked;
  const today = todayOf(context.env);
  const source = await openAsked(asked);
  const config = await configuration({ path, source, rules: allRules, today });
  const { inventory, tree } = await collectAll(source, config.choices, cache);
  const seen = profileAsked(profileOf(inventory, tree), config, config.preset);
  const history = await historyOf(path, today, inventory.commit);
  const rubric = rubricWith(seen, history);
  return {
    tool: { name: 'shipworthy', version: context.version },
    target: source.name,
    ...(inventory.commit === undefined ? {} : { commit: inventory.commit }),
    profile: seen,
    delivery: deliveryOf(seen),
    rubric,
    signals: signalsOf(seen, rubric, history),
    history,
    questions: config.questions,
    ...verdictOf(rubric, seen.unknown),
  };
}
