/** Longest path that is taken for one. */
const MAX_PATH = 200;
const PATH = /^(?:\.{1,2}[\\/])*[\w@.-]+(?:[\\/][\w@.+-]+)*[\\/]?$/;
const EXTENSION =
  /\.(?:md|mdx|markdown|rst|adoc|ya?ml|json|jsonnet|libsonnet|toml|ini|cfg|conf|sh|bash|ps1|py|rb|js|mjs|cjs|ts|tsx|jsx|go|rs|java|kt|cs|csproj|sln|php|sql|tf|tfvars|hcl|tpl|tmpl|proto|graphql|xml|html|css|txt|lock|mk|gradle|properties|service|dockerfile|env)$/i;
/** First segments that belong to a machine, a registry or an API, not to a repository. */
const ELSEWHERE =
  /^(?:etc|var|usr|opt|tmp|home|root|proc|sys|dev|mnt|srv|run|bin|sbin|node_modules|dist|target|out|vendor|https?|localhost|origin|upstream|refs|docker\.io|ghcr\.io|quay\.io|github\.com|gitlab\.com|[\w-]+\.(?:com|org|io|net|dev|gov|cloud|app|sh|internal|local)(?::\d+)?)(?:\/|$)/i;
const PLACEHOLDER = /(?:^|[\\/._-])(?:your|my|foo|bar|baz|example|xxx+|name|some|path|to|file|dir)(?:[\\/._-]|$)/i;

function isRepositoryPath(value: string): boolean {
  if (value.length < 4 || value.length > MAX_PATH || value.startsWith('/') || !PATH.test(value)) return false;
  return !ELSEWHERE.test(value) && !PLACEHOLDER.test(value) && !/^\.*$|[\\/]\.*$/.test(value) && !/^@/.test(value);
}

/**
 * The path that a code span names, if it looks like a file of the repository: a folder and an extension that is known.
 * A bare file name may be anywhere and a slash alone may be a package, a branch or a ratio, so both are left out.
 */
export function pathInCodeSpan(code: string): string | undefined {
  const value = code.trim();
  if (!/[\\/]/.test(value) || !EXTENSION.test(value)) return undefined;
  return isRepositoryPath(value) ? value : undefined;
}

export interface PathInCommand {
  readonly value: string;
  /** Offset in the scanned text. */
  readonly at: number;
}

const EXPLICIT = /(?<=^|\s)\.[\\/][\w.\\/-]+/g;
const FILE_OPTION = /(?<=\s)(?:-f|--file|--filename|--values|--config)[ =]([\w.-]+(?:[\\/][\w.-]+)+)(?=\s|$)/g;
/** A line that changes folder, creates files or downloads makes later relative paths doubtful. */
const MOVES =
  /^\s*(?:[$>#%]\s*)?(?:cd|pushd|git clone|curl|wget|tar|unzip|mkdir|cp|mv|touch|tee|go build|make)\b|(?<![|&])>(?!&)|\s-o\s/;

/** Files that the commands of a fenced block name relative to the repository: `./x/y.sh`, `.\x\y.ps1`, `-f k8s/x.yaml`. */
export function pathsInCommands(text: string): PathInCommand[] {
  const found: PathInCommand[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (MOVES.test(line)) break;
    if (!/^\s*(?:#|\/\/)/.test(line)) {
      for (const match of line.matchAll(EXPLICIT)) take(match[0], at + match.index);
      for (const match of line.matchAll(FILE_OPTION)) {
        const value = match[1] ?? '';
        take(value, at + match.index + match[0].length - value.length);
      }
    }
    at += line.length + 1;
  }
  return found;

  function take(value: string, offset: number): void {
    if (EXTENSION.test(value) && isRepositoryPath(value)) found.push({ value, at: offset });
  }
}
