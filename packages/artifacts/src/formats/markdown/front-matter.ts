import { detached } from '../../text/detached.ts';

/** The scalar keys at the head of a page, and where the page's text starts. */
export interface FrontMatter {
  readonly values: Readonly<Record<string, string>>;
  /** Offset of the first line behind it; 0 without front matter. */
  readonly end: number;
}

const NONE: FrontMatter = { values: {}, end: 0 };
/** A head longer than this is no front matter but a page that begins with a rule. */
const MAX_HEAD = 64 * 1024;
const YAML_SCALAR = /^([\w.-]+):[ \t]+(\S.*)$/;
const TOML_SCALAR = /^([\w.-]+)[ \t]*=[ \t]*(\S.*)$/;

function scalarOf(written: string): string | undefined {
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(written);
  if (quoted?.[1] === "'") return quoted[2]?.replaceAll("''", "'");
  if (quoted) return quoted[2]?.replace(/\\(["\\])/g, '$1');
  if (/^[[{|>&*!]/.test(written)) return undefined;
  return written.replace(/(?<!\s)\s+#.*$/s, '').trim();
}

/**
 * YAML between `---` lines or TOML between `+++` lines at the very start. Read line by line: only scalars of the top
 * level matter, and one value that a strict parser would refuse (a bare `@` or `:`) must not lose the title.
 */
export function readFrontMatter(text: string): FrontMatter {
  const mark = text.startsWith('---') ? '---' : text.startsWith('+++') ? '+++' : undefined;
  if (!mark || !/^...[ \t]*\r?\n/.test(text.slice(0, 80))) return NONE;
  const scalar = mark === '---' ? YAML_SCALAR : TOML_SCALAR;
  const values: Record<string, string> = {};
  let at = text.indexOf('\n') + 1;
  while (at < text.length && at < MAX_HEAD) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = text.slice(at, lineEnd).trimEnd();
    at = lineEnd + 1;
    if (line === mark || (line === '...' && mark === '---')) return { values, end: Math.min(at, text.length) };
    // A page that merely begins with a rule shows text of another shape soon.
    if (mark === '---' && line !== '' && !/^(?:\s|#|-\s|-$|\}|\]|["'\w.$-]+\s*:|<%|\{[{%])/.test(line)) return NONE;
    const match = scalar.exec(line);
    if (!match?.[1] || match[2] === undefined) continue;
    const value = scalarOf(match[2]);
    if (value !== undefined) values[detached(match[1])] = detached(value);
  }
  return NONE;
}
