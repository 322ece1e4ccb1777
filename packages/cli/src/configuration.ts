import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RepositorySource } from '@shipworthy/model';
import {
  type Config,
  type ConfigText,
  configText,
  loadConfig,
  MAX_CONFIG_BYTES,
  NO_CONFIG,
  type ReadConfigText,
  textsOfSource,
} from '@shipworthy/policy';
import type { Rule } from '@shipworthy/rule-kit';
import { UsageError } from './usage-error.ts';

export interface ConfigurationRequest {
  /** Folder that is audited. */
  readonly path: string;
  readonly source: RepositorySource;
  /** All rules there are. */
  readonly rules: readonly Rule[];
  /** `--config FILE`, or false for `--no-config`. */
  readonly config?: string | false | undefined;
  /** `2026-12-31` */
  readonly today: string;
}

/**
 * The configuration of a repository as the source shows it; a file that git does not track yet counts as well when files
 * on disk are audited.
 * @throws ConfigError with every mistake, UsageError for a file that is not there.
 */
export async function configuration({ path, source, rules, config, today }: ConfigurationRequest): Promise<Config> {
  if (config === false) return NO_CONFIG;
  const given = config === undefined ? undefined : await onDisk('')(config);
  if (config !== undefined && given && !('text' in given))
    throw new UsageError(
      `cannot read the configuration ${config}${'unreadable' in given ? ` (${given.unreadable})` : ''}`,
      'Give --config a YAML or JSON file, or leave it out.',
    );
  const ofSource = textsOfSource(source);
  const ofDisk = onDisk(path);
  const ofTree: ReadConfigText = async (name) => {
    const listed = await ofSource(name);
    return 'absent' in listed && source.kind === 'working-tree' ? ofDisk(name) : listed;
  };
  return loadConfig({
    read: config === undefined ? ofTree : onDisk(''),
    ...(config === undefined ? {} : { file: config }),
    rules,
    paths: (await source.list()).entries.map((entry) => entry.path),
    today,
    parser: async () => (await import('@shipworthy/artifacts/yaml')).parseYaml,
  });
}

/** Regular files below a folder; links are not followed, and nothing waits for a pipe. */
function onDisk(folder: string): ReadConfigText {
  return async (name): Promise<ConfigText> => {
    let file: number | undefined;
    try {
      file = openSync(
        resolve(folder, name),
        constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
      );
      const stats = fstatSync(file);
      if (!stats.isFile()) return { unreadable: 'it is no file' };
      if (stats.size > MAX_CONFIG_BYTES) return { unreadable: `it is larger than ${MAX_CONFIG_BYTES} bytes` };
      return configText(readFileSync(file));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      return code === 'ENOENT' || code === 'ENOTDIR' ? { absent: true } : { unreadable: code || 'it cannot be opened' };
    } finally {
      if (file !== undefined) closeSync(file);
    }
  };
}

/** The day of the caller's calendar; `SHIPWORTHY_TODAY` stands in for it where an audit is repeated. */
export function todayOf(env: NodeJS.ProcessEnv, now: Date = new Date()): string {
  const given = env.SHIPWORTHY_TODAY;
  if (given !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(given)) return given;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
