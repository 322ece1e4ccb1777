import { isAbsolute, relative, resolve, sep } from 'node:path';
import { configuration } from '@shipworthy/audit/configuration';
import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import { todayOf } from '@shipworthy/audit/today';
import { UsageError } from '@shipworthy/audit/usage-error';
import { collectAll, considerFile, readTexts } from '@shipworthy/engine';
import type { FileChoices, RepositorySource } from '@shipworthy/model';
import { profileOf, withAnswers } from '@shipworthy/policy';
import type { WhyReport } from '@shipworthy/reporters/text';
import { allRules } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { openCache } from '../facts-cache.ts';
import { inventoryReport } from '../inventory-report.ts';
import { nearest } from '../nearest.ts';
import { deliver } from '../output.ts';
import { showStatus } from '../status.ts';
import { openAsked } from './asked-source.ts';
import { textOptions } from './text-options.ts';

export interface InventoryArguments {
  readonly path: string;
  readonly format: 'text' | 'json';
  readonly why: string | undefined;
  readonly elements: boolean;
  /** False: `--no-config`. */
  readonly config: string | false | undefined;
  readonly untracked: boolean;
  readonly revision: string | undefined;
  /** False: `--no-cache`. */
  readonly cache: boolean;
  readonly color: boolean | undefined;
}

export async function inventory(asked: InventoryArguments, context: Context): Promise<ExitCode> {
  const { path, format, why, elements, color } = asked;
  if (why !== undefined && format === 'json')
    throw new UsageError('--why is for people and has no JSON', 'Leave out --format json.');
  const done = showStatus(process.stderr, 'reading the repository');
  try {
    const source = await openAsked(asked);
    const { choices, answers } = await configuration({
      path,
      source,
      rules: allRules,
      config: asked.config,
      today: todayOf(context.env),
    });
    const options = textOptions({ color, env: context.env, folder: path });
    if (why !== undefined) {
      const { renderWhy } = await import('@shipworthy/reporters/text');
      const report = await whyReport(source, insidePath(path, why), choices);
      done();
      await deliver(renderWhy(report, options), undefined);
      return EXIT.ok;
    }
    const cache = openCache(asked, context);
    const { inventory: found, tree } = await collectAll(source, choices, cache);
    const report = await inventoryReport({
      inventory: found,
      files: tree.paths.length,
      version: context.version,
      elements,
      components: withAnswers(profileOf(found, tree), answers).components,
      readTexts: (paths) => readTexts(source, paths),
    });
    const text =
      format === 'json'
        ? (await import('@shipworthy/reporters/json')).renderInventoryJson(report)
        : (await import('@shipworthy/reporters/text')).renderInventoryText(report, options);
    done();
    await deliver(text, undefined);
    cache?.save();
    return EXIT.ok;
  } finally {
    done();
  }
}

/** The file as the inventory names it: relative to the audited folder, however it was given. */
function insidePath(folder: string, file: string): string {
  const inside = relative(resolve(folder), isAbsolute(file) ? file : resolve(folder, file));
  return inside.split(sep).join('/');
}

/** @throws UsageError when the repository does not list the file. */
async function whyReport(source: RepositorySource, path: string, choices: FileChoices): Promise<WhyReport> {
  const considered = await considerFile(source, path, choices);
  if (considered) return considered;
  const paths = (await source.list()).entries.map((entry) => entry.path);
  const near = paths.find((known) => known.toLowerCase() === path.toLowerCase()) ?? nearest(path, paths)[0];
  throw new UsageError(
    `${path} is not among the repository's files`,
    near ? `Did you mean ${near}?` : 'Give a path relative to the audited folder; --untracked adds untracked files.',
  );
}
