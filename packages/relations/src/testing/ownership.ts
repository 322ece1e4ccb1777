import type { OwnerFacts, OwnerLineFacts, OwnershipFacts } from '@shipworthy/model';
import { folderOf } from '../addresses/repository-path.ts';

/** Facts of an ownership file of these lines, each a pattern and its owners, as if written with single spaces. */
export function ownershipFacts(
  flavour: OwnershipFacts['flavour'],
  lines: readonly (readonly string[])[],
  path: string,
): OwnershipFacts {
  let start = 0;
  const read = lines.map(([pattern = '', ...names]): OwnerLineFacts => {
    let at = start + pattern.length;
    const owners = names.map((name): OwnerFacts => {
      const from = at + 1;
      at = from + name.length;
      return { name, form: name.startsWith('@') ? 'user' : 'reference', at: [from, at] };
    });
    const spans = { '': [start, at], pattern: [start, start + pattern.length] } as const;
    start = at + 1;
    const ofFolder = flavour === 'owners' || flavour === 'catalog' || flavour === 'maintainers';
    return { pattern, folder: ofFolder ? folderOf(path) : '', owners, spans };
  });
  return { flavour, lines: read, faults: [] };
}
