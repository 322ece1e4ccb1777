import type { Span, ToolVersion } from '@shipworthy/model';

/** Images that bring one tool, by the last part of their name. Of the development images the name says which. */
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
  sdk: 'dotnet',
  elixir: 'elixir',
};

/** `mcr.microsoft.com/devcontainers/typescript-node:1-22-bookworm` -> node 22. Undefined when the image tells no version. */
export function toolOfImage(image: string, at: Span): ToolVersion | undefined {
  const [, path = '', tag = ''] = /^([^:@\s]+(?::\d+\/[^:@\s]+)?):([\w.-]+)/.exec(image) ?? [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  const tool = TOOL_IMAGES[name];
  if (tool === undefined || (name === 'sdk' && !path.includes('dotnet'))) return undefined;
  // Development images write their own version first, and may write that alone.
  const development = /devcontainers?\/|vscode\//.test(path);
  const written = development ? /^(?:dev-)?\d+(?:\.\d+)*-(\d+(?:\.\d+)*)/.exec(tag)?.[1] : undefined;
  const version = written ?? (development && /^\d$/.test(tag) ? undefined : /^v?(\d+(?:\.\d+)*)/.exec(tag)?.[1]);
  return version === undefined ? undefined : { tool, version, at };
}
