/** The common name of each tool by those that files of versions use, lower case. */
const NAMES: Readonly<Record<string, string>> = {
  node: 'node',
  nodejs: 'node',
  python: 'python',
  python3: 'python',
  go: 'go',
  golang: 'go',
  java: 'java',
  ruby: 'ruby',
  rust: 'rust',
  dotnet: 'dotnet',
  'dotnet-core': 'dotnet',
  'dotnet-sdk': 'dotnet',
  php: 'php',
  terraform: 'terraform',
  opentofu: 'opentofu',
  pnpm: 'pnpm',
  yarn: 'yarn',
  npm: 'npm',
  bun: 'bun',
  deno: 'deno',
  elixir: 'elixir',
  erlang: 'erlang',
  uv: 'uv',
  poetry: 'poetry',
  helm: 'helm',
  kubectl: 'kubectl',
};

/** The common name of a tool; its own when it has no other. */
export const toolName = (written: string): string => {
  const name = written.toLowerCase().replace(/^.*[:/]/, '');
  return NAMES[name] ?? name;
};
