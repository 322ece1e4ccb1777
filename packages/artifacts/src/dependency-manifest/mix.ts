import type { DependencyManifestFacts } from '@shipworthy/model';
import { forgeRepository } from './forge-repository.ts';
import { optional } from './json-manifests.ts';
import { sorted } from './text-manifests.ts';

/** `{:phoenix, "~> 1.7", only: :dev}`: a name, then a requirement or where it comes from. Other tuples are settings. */
const NEEDED =
  /\{\s*:(\w{1,80})\s*,(?=\s*(?:"\s*(?:[~<>=!]|\d)|(?:git|github|path|hex|organization|in_umbrella):))([^{}]{0,600})\}/g;
const ONLY = /\bonly:\s*(:\w+|\[[^\]]{0,200}\])/;

/** `mix.exs` of Elixir, whose projects are programs unless they say what Hex is to publish. A line scan. */
export function mixFacts(text: string): DependencyManifestFacts | undefined {
  if (!/\buse\s+Mix\.Project\b/.test(text)) return undefined;
  const written = (name: string) => new RegExp(`(?:@${name}\\s+|\\b${name}:\\s*)"([^"#\\n]+)"`).exec(text)?.[1];
  const isPublished = /^[ \t]*package:|^[ \t]*defp?\s+package\b/m.test(text);
  return {
    ecosystem: 'elixir',
    ...optional(
      /\bapp:\s*:(\w+)/.exec(text)?.[1],
      forgeRepository(written('source_url') ?? written('github_url') ?? ''),
      written('version'),
    ),
    private: !isPublished,
    library: isPublished,
    command: /^[ \t]*escript:/m.test(text),
    ...needed(text),
    people: [],
  };
}

function needed(text: string): Pick<DependencyManifestFacts, 'dependencies' | 'development'> {
  const [dependencies, development]: [string[], string[]] = [[], []];
  for (const [, name = '', rest = ''] of text.matchAll(NEEDED)) {
    // Another program of the same umbrella.
    if (/\bin_umbrella:/.test(rest)) continue;
    const only = ONLY.exec(rest)?.[1];
    (only === undefined || only.includes(':prod') ? dependencies : development).push(name);
  }
  return {
    dependencies: sorted(dependencies),
    ...(development.length > 0 ? { development: sorted(development) } : {}),
  };
}
