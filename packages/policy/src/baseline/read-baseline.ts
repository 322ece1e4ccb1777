import type { ReadConfigText } from '../config/config-text.ts';
import { ConfigError } from '../config/fault.ts';
import { BASELINE_NAME, type Baseline, type BaselineEntry } from './baseline.ts';

/**
 * The baseline of a repository; undefined where there is none.
 * @throws ConfigError for a file that is no baseline: findings that nobody accepted must not pass for accepted.
 */
export async function readBaseline(read: ReadConfigText): Promise<Baseline | undefined> {
  const given = await read(BASELINE_NAME);
  if ('absent' in given) return undefined;
  if ('unreadable' in given) throw refused(`it cannot be read: ${given.unreadable}`);
  let document: unknown;
  try {
    document = JSON.parse(given.text);
  } catch (error) {
    throw refused(`it is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isRecord(document) || document.schema !== 1) throw refused('its "schema" is not 1');
  if (!isRecord(document.components)) throw refused('it has no "components"');
  return Object.entries(document.components).flatMap(([component, rules]) =>
    entriesOf(rules, `components of ${component}`).flatMap(([rule, found]) =>
      entriesOf(found, `${component} / ${rule}`).map(([fingerprint, entry]) =>
        entryOf(entry, { component, rule, fingerprint }),
      ),
    ),
  );
}

type Key = Pick<BaselineEntry, 'component' | 'rule' | 'fingerprint'>;

function entryOf(entry: unknown, key: Key): BaselineEntry {
  const where = `${key.component} / ${key.rule} / ${key.fingerprint}`;
  if (!isRecord(entry) || typeof entry.path !== 'string') throw refused(`${where} has no "path"`);
  const { path, count = 1 } = entry;
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1)
    throw refused(`the "count" of ${where} is not a number of gaps`);
  return { ...key, path, count };
}

function entriesOf(value: unknown, where: string): [string, unknown][] {
  if (!isRecord(value)) throw refused(`${where} is not an object`);
  return Object.entries(value);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refused = (what: string): ConfigError =>
  new ConfigError([
    {
      path: BASELINE_NAME,
      what,
      advice: 'Restore it from git, or delete it and write it again: shipworthy baseline.',
    },
  ]);
