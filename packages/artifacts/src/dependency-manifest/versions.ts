import type { DependencyManifestFacts, ToolVersion } from '@shipworthy/model';

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
    { tool: 'go', pattern: /^toolchain go([\d.]+)/m },
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
