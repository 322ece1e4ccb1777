import type { BuildScriptFacts } from '@shipworthy/model';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';

/** The scripts of a `package.json`; undefined when it has none. What makes the file unreadable is said by its manifest. */
export function readNpmScripts(text: string): Pick<BuildScriptFacts, 'targets' | 'includes'> | undefined {
  const root = parseTree(text);
  const scripts = root ? findNodeAtLocation(root, ['scripts']) : undefined;
  if (scripts?.type !== 'object') return undefined;
  const targets = (scripts.children ?? []).flatMap((property) => {
    const [key] = property.children ?? [];
    if (typeof key?.value !== 'string') return [];
    return [{ name: key.value, at: [key.offset + 1, key.offset + key.length - 1] as const }];
  });
  return targets.length > 0 ? { targets, includes: [] } : undefined;
}
