import type { FactFault, OwnerFacts, OwnerLineFacts, OwnershipFacts, Span } from '@shipworthy/model';
import { findGenerator } from './generator.ts';
import { type Host, isTemplated, ownerFaultOf, ownerFormOf } from './owner-token.ts';

/** GitHub does not load a CODEOWNERS file of this size or more ("About code owners": must be under 3 MB). */
export const GITHUB_MAX_BYTES = 3 * 1024 * 1024;

/** Patterns that are read of one file; the longest file seen has some thousand. */
export const MAX_LINES = 50_000;
/** Owners that are read of one line. */
const MAX_OWNERS = 1_000;
/** Owners that every line of a section without its own takes over from the section's head. */
const MAX_SECTION_OWNERS = 50;

/** `[Section]`, `^[Optional]`, `[Section][2] @default-owner`; the rest of the line may only be owners. */
const SECTION = /^\^?\[([^\][]+)\](?:\[\d+\])?(?=\s|$)/;
/** An owner without a path before it. */
const LONE_OWNER = /^@[\w-]+(?:\/[\w-]+)?$/;
const ROLE_OWNER = /(?:^|\s)@@(?:developer|maintainer|owner)s?\b/;

interface Token {
  readonly text: string;
  readonly at: Span;
}

/**
 * Facts of a CODEOWNERS file. GitHub's grammar, or GitLab's where sections or role owners show it (or `.gitlab/` holds
 * the file). GitHub skips a line it does not understand: such lines stay in `lines` and have a `refused` fault.
 */
export function readCodeowners(path: string, text: string): OwnershipFacts {
  const gitlab = speaksGitlab(path, text);
  const host: Host = gitlab ? 'gitlab' : 'github';
  const lines: OwnerLineFacts[] = [];
  const faults: FactFault[] = [];
  let section: { readonly name: string; readonly owners: readonly OwnerFacts[] } | undefined;

  if (!gitlab && Buffer.byteLength(text) >= GITHUB_MAX_BYTES)
    faults.push({
      what: 'is 3 MB or larger, so GitHub does not load it',
      at: [0, lineEnd(text, 0)],
      effect: 'refused',
    });

  for (let start = 0; start <= text.length && lines.length < MAX_LINES; start = lineEnd(text, start) + 1) {
    const line = text.slice(start, lineEnd(text, start));
    const header = gitlab ? SECTION.exec(line.trimStart()) : null;
    const offset = start + line.length - line.trimStart().length;
    if (header) {
      const tokens = tokensOf(line.trimStart().slice(header[0].length), offset + header[0].length);
      const owners = tokens.map((token) => ownerOf(token, host));
      for (const fault of ownerFaults(owners, host)) faults.push(fault);
      section = { name: (header[1] ?? '').trim(), owners: owners.slice(0, MAX_SECTION_OWNERS) };
      continue;
    }
    const [pattern, ...rest] = tokensOf(line, start);
    if (!pattern) continue;
    const written = rest.map((token) => ownerOf(token, host));
    const fault = isTemplated(line) ? undefined : patternFault(pattern.text, rest.length > 0, host);
    if (fault) faults.push({ ...fault, at: pattern.at });
    for (const found of ownerFaults(written, host)) faults.push(found);
    const excluded = gitlab && pattern.text.startsWith('!');
    const owners = written.length > 0 || excluded ? written : (section?.owners ?? []);
    const end = written.at(-1)?.at[1] ?? pattern.at[1];
    lines.push({
      pattern: pattern.text,
      folder: '',
      owners,
      ...(section ? { section: section.name } : {}),
      spans: {
        '': [pattern.at[0], end],
        pattern: pattern.at,
        ...Object.fromEntries(owners.map((owner, index) => [`owners.${index}`, owner.at])),
      },
    });
  }
  const generator = findGenerator(text);
  return { flavour: 'codeowners', ...(gitlab ? { gitlab } : {}), lines, faults, ...(generator ? { generator } : {}) };
}

function speaksGitlab(path: string, text: string): true | undefined {
  if (path.startsWith('.github/')) return undefined;
  if (path.startsWith('.gitlab/')) return true;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed.startsWith('#')) continue;
    if (SECTION.test(trimmed) || ROLE_OWNER.test(trimmed)) return true;
  }
  return undefined;
}

function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}

/**
 * Words of a line up to a comment. A backslash keeps the space after it in the word; a template expression is one word.
 * GitHub reads `\#` as a comment all the same.
 */
function tokensOf(line: string, offset: number): Token[] {
  const tokens: Token[] = [];
  const word = /\$?\{\{[^}\n]{0,200}\}\}\S*|(?:\\.|[^\s\\]|\\$)+/g;
  for (const found of line.matchAll(word)) {
    if (found[0].startsWith('#') || found[0].startsWith('\\#')) break;
    const hash = tokens.length > 0 ? found[0].indexOf('#') : -1;
    const text = hash > 0 ? found[0].slice(0, hash) : found[0];
    tokens.push({ text, at: [offset + found.index, offset + found.index + text.length] });
    if (hash > 0 || tokens.length > MAX_OWNERS) break;
  }
  return tokens;
}

function ownerOf(token: Token, host: Host): OwnerFacts {
  return { name: token.text, form: ownerFormOf(token.text, host), at: token.at };
}

/** GitHub skips a line with a malformed owner; GitLab only skips that owner. */
function ownerFaults(owners: readonly OwnerFacts[], host: Host): FactFault[] {
  const effect = host === 'gitlab' ? 'doubtful' : 'refused';
  return owners.flatMap((owner) => {
    const what = owner.form === 'invalid' ? ownerFaultOf(owner.name) : undefined;
    return what ? [{ what, at: owner.at, effect } as const] : [];
  });
}

/** What of gitignore's syntax "does not work in CODEOWNERS files" (GitHub, "About code owners"). */
function patternFault(pattern: string, owned: boolean, host: Host): Pick<FactFault, 'what' | 'effect'> | undefined {
  if (!owned && LONE_OWNER.test(pattern))
    return { what: `'${pattern}' stands where the path belongs, so it owns nothing`, effect: 'doubtful' };
  if (host === 'gitlab') return undefined;
  const refused = (why: string) => ({ what: `'${pattern}' ${why}`, effect: 'refused' }) as const;
  if (pattern.startsWith('!')) return refused("starts with '!', which CODEOWNERS does not know");
  const bracket = pattern.search(/(?<!\\)\[/);
  if (bracket >= 0 && pattern.includes(']', bracket))
    return refused('has a range in brackets, which CODEOWNERS does not know');
  if (pattern.includes('***')) return refused('has three asterisks in a row');
  return undefined;
}
