import type { AcceptedSecrets } from '@shipworthy/model';

/** More of them are not looked at: a list that long was written by a program that accepted everything. */
const MAX_ACCEPTED = 500;

/** What a configuration of a secret scanner, or its list of accepted finds, says of files. */
export function acceptedIn(tool: string, path: string, text: string): readonly AcceptedSecrets[] {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const read = name.endsWith('.toml') && tool === 'gitleaks' ? allowedPaths : READERS.get(name);
  return (read ?? (tool === 'detect-secrets' ? baseline : undefined))?.(text).slice(0, MAX_ACCEPTED) ?? [];
}

type Reader = (text: string) => AcceptedSecrets[];

/** `paths = [ '''^a/.*\.key$''', "b" ]`, of the whole configuration or of one of its rules. */
const PATHS = /^[ \t]*paths[ \t]*=[ \t]*\[/gm;
/** A comment, the end of the list, or one of the four ways of TOML to write a text. */
const ITEM = /#[^\n]*|\]|'''\n?([\s\S]*?)'''|"""\n?([\s\S]*?)"""|'([^'\n]*)'|"((?:[^"\\\n]|\\.)*)"/g;

function allowedPaths(text: string): AcceptedSecrets[] {
  const found: AcceptedSecrets[] = [];
  for (const list of text.matchAll(PATHS)) {
    ITEM.lastIndex = list.index + list[0].length;
    for (let item = ITEM.exec(text); item && item[0] !== ']'; item = ITEM.exec(text)) {
      const [whole, raw, rawBasic, literal, basic] = item;
      const written = raw ?? literal ?? (rawBasic ?? basic)?.replaceAll('\\\\', '\\');
      if (written) found.push({ form: 'expression', text: written, at: [item.index, item.index + whole.length] });
    }
  }
  return found;
}

/** `path:rule:line`, with the commit in front where it was written for one. Source: gitleaks' README, "gitleaks:ignore". */
const FINGERPRINT = /^(?:[0-9a-f]{40}:)?([^:#\s][^:\n]*):[\w-]+:\d+[ \t]*\r?$/gm;

const fingerprints: Reader = (text) =>
  [...text.matchAll(FINGERPRINT)].flatMap(({ 0: whole, 1: path, index }) =>
    path ? [{ form: 'path', text: path, at: [index, index + whole.trimEnd().length] }] : [],
  );

/** Items of the lists that these tools call so. */
const IGNORED = /^[ \t]*(?:paths-ignore|ignored[-_]paths):[ \t]*\r?\n((?:[ \t]*(?:-[ \t].*|#.*)?\r?\n)*)/gm;
const ENTRY = /^[ \t]*-[ \t]+(['"]?)(.+?)\1[ \t]*(?:#.*)?\r?$/gm;

const ignoredPaths: Reader = (text) =>
  [...`${text}\n`.matchAll(IGNORED)].flatMap((list) => {
    const start = list.index + list[0].length - (list[1]?.length ?? 0);
    return [...(list[1] ?? '').matchAll(ENTRY)].flatMap(({ 0: whole, 2: pattern, index }): AcceptedSecrets[] =>
      pattern ? [{ form: 'pattern', text: pattern, at: [start + index, start + index + whole.trimEnd().length] }] : [],
    );
  });

/** The keys of `results`. */
function baseline(text: string): AcceptedSecrets[] {
  let results: unknown;
  try {
    results = JSON.parse(text)?.results;
  } catch {
    return [];
  }
  if (typeof results !== 'object' || results === null) return [];
  return Object.keys(results).map((path) => {
    const start = Math.max(0, text.indexOf(JSON.stringify(path)));
    return { form: 'path', text: path, at: [start, start + path.length + 2] };
  });
}

const READERS: ReadonlyMap<string, Reader> = new Map([
  ['.gitleaksignore', fingerprints],
  ['secret_scanning.yml', ignoredPaths],
  ['.gitguardian.yaml', ignoredPaths],
  ['.gitguardian.yml', ignoredPaths],
]);
