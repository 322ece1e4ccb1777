import type { RelationContext } from '@shipworthy/model';
import { baseNameOf, folderOf } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';

const PROGRAM = /\.(?:[cm]?[jt]s|py|rb|go|php|exs?)$/i;
const SQL = /\.sql$/i;

/**
 * Whether a program of the same folder loads a file of SQL: `20250927-01-extracts.js` takes `20250927-01-extracts-01.up.sql` in. What
 * it claims, and in which order it runs, is then the program's to say.
 */
export const isLoadedPart = oncePerContext(({ tree }: RelationContext) => {
  const stems = new Map<string, string[]>();
  for (const path of tree.paths) {
    if (!PROGRAM.test(path)) continue;
    const stem = baseNameOf(path).replace(PROGRAM, '');
    // Others begin with a letter, and load nothing by their names.
    if (!/^\d/.test(stem)) continue;
    const folder = folderOf(path);
    const known = stems.get(folder);
    if (known) known.push(stem);
    else stems.set(folder, [stem]);
  }
  return (path: string): boolean => {
    const name = baseNameOf(path);
    return SQL.test(name) && (stems.get(folderOf(path)) ?? []).some((stem) => isPartOf(name, stem));
  };
});

const isPartOf = (name: string, stem: string): boolean =>
  name.startsWith(stem) && /[-_.]/.test(name.charAt(stem.length));
