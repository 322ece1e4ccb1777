import type { Audit } from '@shipworthy/model';

/** The readme nearest above a path. */
export type Anchors = (path: string) => string | undefined;

/** A file that is there, for what is missing: where a surface shows nothing without one. */
export function anchorsOf({ artifacts }: Pick<Audit, 'artifacts'>): Anchors {
  const byFolder = new Map<string, string>();
  for (const { kind, path } of artifacts)
    if (kind === 'readme' && !byFolder.has(folderOf(path))) byFolder.set(folderOf(path), path);
  return (path) => {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const readme = byFolder.get(folder);
      if (readme !== undefined || folder === '') return readme;
    }
  };
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
