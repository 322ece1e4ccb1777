import type { DependencyManifestFacts, Span, ToolVersion } from '@shipworthy/model';

type Ecosystem = DependencyManifestFacts['ecosystem'];

interface Asked {
  readonly tool: string;
  readonly pattern: RegExp;
  /** Allows others as well: a lowest version, a range, a target that newer tools build too. */
  readonly range?: true;
}

/** Where manifests say which version of a tool they want; the first group is the version, the last when there are two. */
const ASKED: Readonly<Partial<Record<Ecosystem, readonly Asked[]>>> = {
  npm: [
    { tool: 'node', pattern: /"engines"\s*:\s*\{[^{}]*?"node"\s*:\s*"([^"\n]+)"/, range: true },
    { tool: 'node', pattern: /"volta"\s*:\s*\{[^{}]*?"node"\s*:\s*"([^"\n]+)"/ },
    { tool: 'pnpm', pattern: /"packageManager"\s*:\s*"pnpm@([\w.-]+)/ },
    { tool: 'yarn', pattern: /"packageManager"\s*:\s*"yarn@([\w.-]+)/ },
    { tool: 'npm', pattern: /"packageManager"\s*:\s*"npm@([\w.-]+)/ },
  ],
  go: [
    // Go takes a newer toolchain than the line says, and fetches one when its own is older.
    { tool: 'go', pattern: /^toolchain go([\d.]+)/m, range: true },
    { tool: 'go', pattern: /^go ([\d.]+)/m, range: true },
  ],
  python: [
    { tool: 'python', pattern: /^requires-python\s*=\s*["']([^"'\n]+)["']/m, range: true },
    { tool: 'python', pattern: /^python_requires\s*=\s*([^\n#]+)/m, range: true },
    { tool: 'python', pattern: /^python\s*=\s*"([^"\n]+)"/m, range: true },
  ],
  cargo: [{ tool: 'rust', pattern: /^rust-version\s*=\s*"([^"\n]+)"/m, range: true }],
  ruby: [
    { tool: 'ruby', pattern: /^ruby\s+["'](\d[\w.]*)["']/m },
    { tool: 'ruby', pattern: /^ruby\s+["']([~><=]+[^"'\n]+)["']/m, range: true },
  ],
  php: [{ tool: 'php', pattern: /"require"\s*:\s*\{[^{}]*?"php"\s*:\s*"([^"\n]+)"/, range: true }],
  dotnet: [{ tool: 'dotnet', pattern: /<TargetFrameworks?>\s*net(\d+\.\d+)/, range: true }],
  maven: [
    {
      tool: 'java',
      pattern: /<(?:maven\.compiler\.release|java\.version|maven\.compiler\.target)>\s*([\d.]+)/,
      range: true,
    },
  ],
  gradle: [{ tool: 'java', pattern: /JavaLanguageVersion\.of\(\s*["']?(\d+)/, range: true }],
};

/** The versions of tools that the text of a manifest names; as an optional field of its facts. */
export function versionsOf(ecosystem: Ecosystem, text: string): { readonly versions?: readonly ToolVersion[] } {
  const versions = (ASKED[ecosystem] ?? []).flatMap(({ tool, pattern, range }): ToolVersion[] => {
    const found = pattern.exec(text);
    const version = found?.[1]?.trim();
    if (!found || !version) return [];
    const start = found.index + found[0].lastIndexOf(version);
    return [{ tool, version, at: [start, start + version.length], ...(range ? { range } : {}) }];
  });
  return versions.length > 0 ? { versions } : {};
}

/** Where manifests begin to name what they need; the first that matches. */
const NEEDS: Readonly<Partial<Record<Ecosystem, readonly RegExp[]>>> = {
  npm: [/"dependencies"/, /"devDependencies"/],
  php: [/"require"/, /"require-dev"/],
  cargo: [/^\[(?:workspace\.)?dependencies\b[^\]]*\]/m],
  python: [
    /^dependencies\b/m,
    /^\[(?:tool\.poetry\.dependencies|dependency-groups)\]/m,
    /^install_requires\b/m,
    /\binstall_requires\b/,
    /^\[packages\]/m,
    /^[A-Za-z0-9][\w.-]*[^\n#]*/m,
  ],
  ruby: [/^[ \t]*gem\b[^\n]*/m, /\w+\.add(?:_runtime)?_dependency\b/],
  go: [/^require\b/m],
  maven: [/<dependencies>/],
  gradle: [/^[ \t]*dependencies\b/m],
  dotnet: [/<PackageReference\b/],
  dart: [/^dependencies:/m],
  elixir: [/^[ \t]*defp?[ \t]+deps\b/m, /\bdeps:[ \t]*\[/],
};

/** Where the text of a manifest begins to name what it needs; as an optional field of its facts. */
export function needsAtOf(ecosystem: Ecosystem, text: string): { readonly needsAt?: Span } {
  const found = NEEDS[ecosystem]?.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  if (!found) return {};
  const start = found.index + found[0].length - found[0].trimStart().length;
  return { needsAt: [start, start + found[0].trim().length] };
}
