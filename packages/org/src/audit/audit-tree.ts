import { type AuditRequest, auditPath } from '@shipworthy/audit';
import type { Audit, RepositorySource } from '@shipworthy/model';
import { entryAt } from '@shipworthy/sources';
import { KeptFacts } from '../collect/kept-facts.ts';
import { blankText } from '../collect/line-lengths.ts';
import { StoredSource } from '../collect/stored-source.ts';
import type { StoredTree } from '../collect/stored-tree.ts';
import { WatchedSource } from '../collect/watched-source.ts';

/** What every repository of a run is asked with. */
export type Means = Pick<AuditRequest, 'rules' | 'version' | 'preset' | 'config' | 'today' | 'house'>;

export interface AuditedTree {
  readonly audit: Audit;
  readonly stored: StoredTree;
}

/**
 * Audits a repository and keeps what the audit is made of.
 * @param tree id of git's tree object that the source shows
 * @param seed what is kept of an earlier tree: of files whose blobs it has nothing is read
 * @throws what `auditPath` throws
 */
export async function auditSource(
  opened: RepositorySource,
  tree: string,
  means: Means,
  seed?: StoredTree,
): Promise<AuditedTree> {
  const source = new WatchedSource(opened);
  const facts = new KeptFacts(seed?.facts);
  const audit = await auditPath({
    ...means,
    path: opened.name,
    source: Promise.resolve(source),
    blobs: facts,
    textsOf: (paths) => linesOnly(source, paths, seed),
    locateEvidence: false,
  });
  const { entries, commit, history, unseen } = await source.list();
  const kept = facts.kept();
  return {
    audit,
    stored: {
      tree,
      ...(commit === undefined ? {} : { commit }),
      history,
      entries,
      ...(unseen ? { unseen } : {}),
      facts: kept,
      texts: await source.texts(audit.config?.files ?? []),
      lines: linesOf(kept, source, new Map(entries.map(({ path, blob }) => [path, blob])), seed),
    },
  };
}

/**
 * Texts that have nothing of the files but their lines, as `auditStored` has them. What was read is known, and what is kept of the
 * tree before; files are read only where both know nothing.
 */
async function linesOnly(source: WatchedSource, paths: readonly string[], seed: StoredTree | undefined) {
  const { entries } = await source.list();
  const lengthsOf = (path: string): readonly number[] | undefined => {
    const read = source.linesOf(path);
    if (read || !seed) return read;
    const blob = entryAt(entries, path)?.blob;
    return blob !== undefined && Object.hasOwn(seed.lines, blob) ? seed.lines[blob] : undefined;
  };
  await source.look(paths.filter((path) => !lengthsOf(path)));
  return new Map(
    paths.flatMap((path) => {
      const lengths = lengthsOf(path);
      return lengths ? [[path, blankText(lengths)] as const] : [];
    }),
  );
}

/** Findings point into files that have facts. */
function linesOf(
  facts: StoredTree['facts'],
  source: WatchedSource,
  blobs: ReadonlyMap<string, string | undefined>,
  seed: StoredTree | undefined,
): StoredTree['lines'] {
  const lines: Record<string, readonly number[]> = {};
  for (const found of Object.values(facts)) {
    const blob = found && blobs.get(found.path);
    const lengths = blob && (source.linesOf(found.path) ?? seed?.lines[blob]);
    if (blob && lengths) lines[blob] = lengths;
  }
  return lines;
}

/** The rules asked of what is kept; `missed` are the files that would have to be read for the whole answer. */
export async function auditStored(
  stored: StoredTree,
  name: string,
  means: Means,
): Promise<{ readonly audit: Audit; readonly missed: readonly string[] }> {
  const source = new StoredSource(name, stored);
  const audit = await auditPath({
    ...means,
    path: name,
    source: Promise.resolve(source),
    blobs: new KeptFacts(stored.facts),
    textsOf: (paths) => source.linesOnly(paths),
    locateEvidence: false,
  });
  return { audit, missed: source.missed() };
}
