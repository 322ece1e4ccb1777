import { join } from 'node:path';
import { auditPath } from '@shipworthy/audit';
import { readOfTree } from '@shipworthy/audit/configuration';
import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import { todayOf } from '@shipworthy/audit/today';
import type { Preset } from '@shipworthy/model';
import { BASELINE_NAME, baselineOf, grown, pruned, readBaseline, writeBaseline } from '@shipworthy/policy';
import { counted } from '@shipworthy/reporters/text';
import { openSource } from '@shipworthy/sources';
import { catalogueOf } from '../catalogue-of.ts';
import type { Context } from '../context.ts';
import { openCache } from '../facts-cache.ts';
import { deliver, print } from '../output.ts';
import { showStatus } from '../status.ts';

export interface BaselineArguments {
  readonly path: string;
  readonly preset: Preset | undefined;
  /** False: `--no-config`. */
  readonly config: string | false | undefined;
  readonly loadPackages: readonly string[];
  /** Take out what is gone. */
  readonly prune: boolean;
  /** Take in what is new. */
  readonly add: boolean;
  readonly untracked: boolean;
  /** False: `--no-cache`. */
  readonly cache: boolean;
}

/**
 * Accepts today's findings, the first time. After that it says how far they have gone, and writes only what is asked for:
 * a baseline shrinks by `--prune` and grows by `--add` alone.
 */
export async function baseline(asked: BaselineArguments, context: Context): Promise<ExitCode> {
  const { path, untracked } = asked;
  const source = await openSource(path, { untracked });
  const known = await readBaseline(readOfTree({ path, source }));
  const file = join(path, BASELINE_NAME);
  const { findings, kept } = await auditNow(asked, context);
  const found = baselineOf(findings);
  if (!known) {
    await deliver(writeBaseline(found), file);
    await print(
      process.stdout,
      `${counted(found.length, 'finding')} accepted in ${file}. Commit it: from now on shipworthy lint reports what is new.\n`,
    );
    return EXIT.ok;
  }
  const stale = kept?.stale ?? [];
  const smaller = asked.prune ? pruned(known, { stale }) : known;
  const next = asked.add ? grown(smaller, found) : smaller;
  if (asked.prune || asked.add) await deliver(writeBaseline(next), file);
  const lines = [
    `${counted(kept?.accepted ?? 0, 'finding')} of ${known.length} in ${file} still stand.`,
    stale.length === 0
      ? ''
      : asked.prune
        ? `${counted(stale.length, 'entry', 'entries')} of what is gone taken out.`
        : `${counted(stale.length, 'entry', 'entries')} of what is gone, in whole or in part: --prune takes them out.`,
    ...stale
      .slice(0, STALE_SHOWN)
      .map(({ rule, path: at, left }) => `  ${rule} ${at}${left > 0 ? `, ${left} left` : ''}`),
    found.length === 0
      ? ''
      : asked.add
        ? `${counted(found.length, 'new finding')} taken in.`
        : `${counted(found.length, 'finding')} not in it: shipworthy lint shows them, --add accepts them as well.`,
  ];
  await print(process.stdout, `${lines.filter((line) => line !== '').join('\n')}\n`);
  return EXIT.ok;
}

/** Stale entries that are listed. */
const STALE_SHOWN = 20;

async function auditNow(asked: BaselineArguments, context: Context) {
  const { path, preset, config, loadPackages, untracked } = asked;
  const catalogue = await catalogueOf(loadPackages);
  const cache = openCache(asked, context);
  const done = showStatus(process.stderr, 'reading the repository');
  try {
    const audit = await auditPath({
      path,
      rules: catalogue.rules,
      packages: loadPackages,
      version: context.version,
      preset,
      config,
      today: todayOf(context.env),
      untracked,
      locateEvidence: false,
      ...(cache && { cache }),
    });
    cache?.save();
    return { findings: audit.findings, kept: audit.baseline };
  } finally {
    done();
  }
}
