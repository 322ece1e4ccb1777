import type { ToolVersion } from '@shipworthy/model';
import { toolName } from './tools.ts';

/** Files that hold nothing but the version of one tool. */
const ONE_TOOL: Readonly<Record<string, string>> = {
  '.nvmrc': 'node',
  '.node-version': 'node',
  '.python-version': 'python',
  '.ruby-version': 'ruby',
  '.java-version': 'java',
  '.go-version': 'go',
  '.terraform-version': 'terraform',
  '.opentofu-version': 'opentofu',
  '.bun-version': 'bun',
  '.deno-version': 'deno',
  '.php-version': 'php',
  '.bazelversion': 'bazel',
  '.bazeliskrc': 'bazel',
  '.swift-version': 'swift',
  '.terragrunt-version': 'terragrunt',
  '.kotlin-version': 'kotlin',
  'rust-toolchain': 'rust',
};
export const VERSION_FILES = Object.keys(ONE_TOOL);

const LINE = /^[ \t]*([^\s#][^\s#]*)/m;

/** `.nvmrc` and its like: the first word is the version. */
export function readOneTool(baseName: string, text: string): ToolVersion[] | undefined {
  const tool = ONE_TOOL[baseName];
  if (tool === undefined) return undefined;
  if (baseName === 'rust-toolchain' && /^\[toolchain\]/m.test(text)) return readRustToolchain(text);
  const found = LINE.exec(text);
  const version = found?.[1];
  if (!found || version === undefined || version.length > 60) return undefined;
  const start = found.index + found[0].length - version.length;
  return [{ tool, version, at: [start, start + version.length] }];
}

/** `rust-toolchain.toml`. */
export const readRustToolchain = (text: string): ToolVersion[] => captured(text, /^channel\s*=\s*"([^"\n]+)"/m, 'rust');

/** .NET's `global.json`. */
export const readGlobalJson = (text: string): ToolVersion[] =>
  captured(text, /"sdk"\s*:\s*\{[^}]*?"version"\s*:\s*"([^"\n]+)"/, 'dotnet');

/** `runtime.txt` of Heroku: `python-3.12.1`. */
export const readRuntime = (text: string): ToolVersion[] => captured(text, /^python-(\d[\w.]*)\s*$/m, 'python');

/** SDKMAN: `java=21.0.2-tem`. */
export const readSdkman = (text: string): ToolVersion[] => pairs(text, /^[ \t]*([a-z]+)=([\w.-]+)/gm);

/** asdf: a tool and its versions a line; of several the first is used. */
export const readAsdf = (text: string): ToolVersion[] => pairs(text, /^[ \t]*([\w.-]+)[ \t]+([\w./:-]+)/gm);

const MISE_TABLE = /^\[tools\][^\n]*\n((?:(?!^\[)[^\n]*\n?)*)/m;
/** mise: the table `tools`; of a list the first is used. */
export function readMise(text: string): ToolVersion[] {
  const table = MISE_TABLE.exec(text);
  const body = table?.[1] ?? '';
  const offset = table ? table.index + table[0].length - body.length : 0;
  return pairs(
    body,
    /^[ \t]*["']?([\w./:@-]+?)["']?[ \t]*=[ \t]*(?:\[[ \t]*|\{[^}\n]*?version[ \t]*=[ \t]*)?["']([^"'\n]+)["']/gm,
  ).map(({ at, ...rest }) => ({ ...rest, at: [at[0] + offset, at[1] + offset] }));
}

function captured(text: string, pattern: RegExp, tool: string): ToolVersion[] {
  const found = pattern.exec(text);
  const version = found?.[1];
  if (!found || version === undefined) return [];
  const start = found.index + found[0].lastIndexOf(version);
  return [{ tool, version, at: [start, start + version.length] }];
}

function pairs(text: string, pattern: RegExp): ToolVersion[] {
  return [...text.matchAll(pattern)].flatMap((found) => {
    const [all, tool = '', version = ''] = found;
    const start = found.index + all.lastIndexOf(version);
    return tool === '' ? [] : [{ tool: toolName(tool), version, at: [start, start + version.length] as const }];
  });
}
