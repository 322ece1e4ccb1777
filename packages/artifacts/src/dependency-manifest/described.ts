import type { DependencyManifestFacts } from '@shipworthy/model';
import { forgeRepository } from './forge-repository.ts';
import { optional } from './json-manifests.ts';
import { withoutAddress } from './text-manifests.ts';

/** What a description of a package says, where no more of it is read. */
export interface Description {
  readonly name?: string | undefined;
  readonly version?: string | undefined;
  /** An address as it is written. */
  readonly address?: string | undefined;
  readonly private?: boolean;
  readonly library?: boolean;
  readonly command?: boolean;
  readonly dependencies?: readonly string[];
  readonly development?: readonly string[];
  /** As written: names with or without an address. */
  readonly people?: readonly string[];
}

/** The facts of a package that is described, and not only listed. */
export function described(
  ecosystem: DependencyManifestFacts['ecosystem'],
  { name, version, address = '', dependencies = [], development = [], people = [], ...says }: Description,
): DependencyManifestFacts {
  return {
    ecosystem,
    ...optional(name, forgeRepository(address), version),
    private: says.private ?? false,
    library: says.library ?? false,
    command: says.command ?? false,
    dependencies,
    ...(development.length > 0 ? { development } : {}),
    people: people.map(withoutAddress).filter((person) => person !== ''),
  };
}

/** The first group of the first match, trimmed. */
export const first = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[1]?.trim();
