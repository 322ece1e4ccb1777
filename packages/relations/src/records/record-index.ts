import { type Artifact, artifactsOf, type RelationContext } from '@shipworthy/model';
import { oncePerContext } from '../once-per-context.ts';

export type Record = Artifact<'decision-record'>;

/** The decision records of every path class: an archived one may still be what another names. */
export interface RecordIndex {
  readonly byPath: ReadonlyMap<string, Record>;
  /** Records that a number may mean, seen from a record: of its series, else of its log, else of any log that has it. */
  numbered(key: string, from: Record): readonly Record[];
  /** Records by the stem of their file name, or of their folder where the file is its entrance. */
  named(stem: string): readonly Record[];
  /** Whether the log of a record uses numbers at all. */
  countsIn(log: string): boolean;
}

export const recordIndex: (context: RelationContext) => RecordIndex = oncePerContext(({ inventory }) => {
  const byPath = new Map<string, Record>();
  const byKey = new Map<string, Record[]>();
  const byStem = new Map<string, Record[]>();
  const counting = new Set<string>();
  for (const record of artifactsOf(inventory, 'decision-record')) {
    byPath.set(record.path, record);
    const { number, log } = record.facts;
    if (number) {
      counting.add(log);
      gather(byKey, number.key, record);
    }
    gather(byStem, stemOf(record.path), record);
  }
  return {
    byPath,
    numbered(key, from) {
      const all = byKey.get(key) ?? [];
      const ofSeries = all.filter(({ facts }) => facts.series === from.facts.series);
      if (ofSeries.length > 0) return ofSeries;
      const ofLog = all.filter(({ facts }) => facts.log === from.facts.log);
      return ofLog.length > 0 ? ofLog : all;
    },
    named: (stem) => byStem.get(stem.toLowerCase()) ?? [],
    countsIn: (log) => counting.has(log),
  };
});

const ENTRANCE = /^(?:readme|index|_index)$/;

/** `0012-use-redis` of `docs/adr/0012-use-redis.md` and of `docs/adr/0012-use-redis/README.md`, lower case. */
function stemOf(path: string): string {
  const segments = path.toLowerCase().split('/');
  const stem = (segments.pop() ?? '').replace(/\.[a-z]+$/, '');
  return ENTRANCE.test(stem) ? (segments.pop() ?? stem) : stem;
}

export function gather<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
