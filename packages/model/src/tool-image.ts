/** Images that bring one tool, by the last part of their name. */
const TOOL_IMAGES: Readonly<Record<string, string>> = {
  node: 'node',
  'javascript-node': 'node',
  'typescript-node': 'node',
  python: 'python',
  golang: 'go',
  go: 'go',
  ruby: 'ruby',
  rust: 'rust',
  php: 'php',
  java: 'java',
  'eclipse-temurin': 'java',
  openjdk: 'java',
  amazoncorretto: 'java',
  dotnet: 'dotnet',
  elixir: 'elixir',
};

/** The tool that an image brings and its version, by name and tag; undefined when they do not tell. */
export function toolOfImage(
  image: string,
  tag: string,
): { readonly tool: string; readonly version: string } | undefined {
  const segments = image.toLowerCase().split('/');
  const name = segments.at(-1) ?? '';
  const tool = TOOL_IMAGES[name] ?? (segments.includes('dotnet') ? 'dotnet' : undefined);
  if (tool === undefined) return undefined;
  // Images for development containers write their own version first, and may write that alone.
  const development = /devcontainers?\/|vscode\//.test(image);
  const written = development ? /^(?:dev-)?\d+(?:\.\d+)*-(\d+(?:\.\d+)*)/.exec(tag)?.[1] : undefined;
  const version = written ?? (development && /^\d$/.test(tag) ? undefined : /^v?(\d+(?:\.\d+)*)/.exec(tag)?.[1]);
  return version === undefined ? undefined : { tool, version };
}
