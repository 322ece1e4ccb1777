import { DEFAULT_VOCABULARY } from '@shipworthy/model';
import type { Surroundings } from './check-meaning.ts';
import type { Config } from './config.ts';
import type { ReadConfigText } from './config-text.ts';
import { FaultList } from './fault.ts';
import type { ParseConfig } from './tree.ts';

/** Names a configuration file may have in the root; one of them. */
export const CONFIG_NAMES = ['.shipworthy.yaml', '.shipworthy.yml', '.shipworthy.json'] as const;

export interface LoadConfigInput extends Surroundings {
  readonly read: ReadConfigText;
  /** Read this file and look for no other. */
  readonly file?: string;
  /** Loads the reader of the format: only for a repository that has a configuration. */
  readonly parser: () => Promise<ParseConfig>;
}

/** What holds without a configuration file. */
export const NO_CONFIG: Config = {
  files: [],
  packs: [],
  packages: [],
  rules: [],
  overrides: [],
  answers: { rubric: {}, components: {}, areas: {} },
  vocabulary: DEFAULT_VOCABULARY,
  choices: { ignores: () => false, classOf: () => undefined, kindsOf: () => [] },
  runbookSites: [],
  exemptions: [],
  evidence: [],
  questions: [],
};

/**
 * Finds, reads and checks the configuration and what it extends.
 * @throws ConfigError with every mistake in every file.
 */
export async function loadConfig(input: LoadConfigInput): Promise<Config> {
  const faults = new FaultList();
  const path = input.file ?? (await findConfig(input.read, faults));
  faults.raise();
  if (path === undefined) return NO_CONFIG;
  const { readLayers } = await import('./layers.ts');
  return readLayers(path, input, faults);
}

async function findConfig(read: ReadConfigText, faults: FaultList): Promise<string | undefined> {
  const found: string[] = [];
  for (const name of CONFIG_NAMES) if (!('absent' in (await read(name)))) found.push(name);
  if (found.length > 1)
    faults.add({
      path: found[0] ?? '',
      what: `there are several configuration files: ${found.join(' and ')}`,
      advice: `Keep one of them; ${CONFIG_NAMES[0]} is the usual name.`,
    });
  return found[0];
}
