import type { RepositorySource } from '@shipworthy/model';
import { type Config, loadConfig, NO_CONFIG, type ReadConfigText, textsOfSource } from '@shipworthy/policy';
import type { Rule } from '@shipworthy/rule-kit';
import { configOnDisk } from './config-on-disk.ts';
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
  /** Reads configuration files of the folder that is audited; without it they are read from the disk. */
  readonly ofDisk?: ReadConfigText | undefined;
}

/**
 * The configuration of a repository as the source shows it; a file that git does not track yet counts as well when files
 * on disk are audited.
 * @throws ConfigError with every mistake, UsageError for a file that is not there.
 */
export async function configuration(request: ConfigurationRequest): Promise<Config> {
  const { path, source, rules, config, today, ofDisk } = request;
  if (config === false) return NO_CONFIG;
  const given = config === undefined ? undefined : await configOnDisk('')(config);
  if (config !== undefined && given && !('text' in given))
    throw new UsageError(
      `cannot read the configuration ${config}${'unreadable' in given ? ` (${given.unreadable})` : ''}`,
      'Give --config a YAML or JSON file, or leave it out.',
    );
  const ofTree = readOfTree({ path, source, ofDisk });
  return loadConfig({
    read: config === undefined ? ofTree : configOnDisk(''),
    ...(config === undefined ? {} : { file: config }),
    rules,
    paths: (await source.list()).entries.map((entry) => entry.path),
    today,
    parser: async () => (await import('@shipworthy/artifacts/yaml')).parseYaml,
  });
}

/** Reads files that steer an audit as the source shows them; on disk also those that git does not track yet. */
export function readOfTree({
  path,
  source,
  ofDisk = configOnDisk(path),
}: Pick<ConfigurationRequest, 'path' | 'source' | 'ofDisk'>): ReadConfigText {
  const ofSource = textsOfSource(source);
  return async (name) => {
    const listed = await ofSource(name);
    return 'absent' in listed && source.kind === 'working-tree' ? ofDisk(name) : listed;
  };
}
