import { classByHead, classifyPaths, decodeText, type KindModule, RepositoryFile } from '@shipworthy/artifacts';
import type {
  AnyArtifact,
  FileFacts,
  Inventory,
  PathClass,
  ReadFailure,
  ReadProblem,
  RepositorySource,
  SourceEntry,
  Tree,
} from '@shipworthy/model';
import { buildTree } from '@shipworthy/relations';
import { pathIndex } from './path-index.ts';

/** What a header says about a file (generated, template) is in its first kilobyte. */
const HEAD_CHARACTERS = 1024;

/** Kinds whose consumers accept nothing but UTF-8: a file in another encoding contradicts its format. */
const UTF8_ONLY: ReadonlySet<string> = new Set(['alert-rules', 'alert-routing']);

export interface Collected {
  readonly inventory: Inventory;
  readonly tree: Tree;
}

type Parse = Awaited<ReturnType<KindModule['load']>>;

/** Reads the candidates of a source and turns each into facts, one file in memory at a time. */
export async function collect(source: RepositorySource, kinds: readonly KindModule[]): Promise<Collected> {
  const listing = await source.list();
  const classOf = classifyPaths(listing.entries, await attributes(source, listing.entries));
  const kindsOf = pathIndex(kinds);
  const candidates = new Map<string, { pathClass: PathClass; kinds: readonly KindModule[] }>();
  for (const entry of listing.entries) {
    if (entry.type !== 'file') continue;
    const pathClass = classOf(entry.path);
    const found = kindsOf(entry.path, pathClass);
    if (found.length > 0) candidates.set(entry.path, { pathClass, kinds: found });
  }
  const parsers = new Map<KindModule, Parse>();
  const files: FileFacts[] = [];
  for await (const { path, content } of source.read([...candidates.keys()])) {
    const candidate = candidates.get(path);
    if (!candidate) continue;
    const facts =
      content instanceof Uint8Array
        ? await read(path, content, candidate.pathClass, candidate.kinds, parsers)
        : unread(path, candidate.pathClass, candidate.kinds, content);
    if (facts.artifacts.length > 0 || facts.problems.length > 0) files.push(facts);
  }
  for (const folder of listing.unseen ?? []) files.push(unseenFolder(folder.path, folder.why));
  return {
    inventory: {
      files,
      history: listing.history,
      ...(listing.commit === undefined ? {} : { commit: listing.commit }),
    },
    tree: buildTree(listing.entries.map((entry) => entry.path)),
  };
}

/** A folder that could not be opened may hold anything; that is said aloud like an unreadable file. */
const unseenFolder = (path: string, why: string): FileFacts => ({
  path,
  pathClass: 'authored',
  artifacts: [],
  problems: [{ kind: 'document', what: `the folder cannot be listed: ${why}`, effect: 'unseen' }],
});

async function attributes(source: RepositorySource, entries: readonly SourceEntry[]): Promise<Map<string, string>> {
  const paths = entries
    .filter((entry) => entry.type === 'file' && /(?:^|\/)\.gitattributes$/.test(entry.path))
    .map((entry) => entry.path);
  return readTexts(source, paths);
}

/** The decoded texts of files; those that cannot be read are left out. */
export async function readTexts(source: RepositorySource, paths: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for await (const { path, content } of source.read(paths)) {
    if (!(content instanceof Uint8Array)) continue;
    const decoded = decodeText(content);
    if (decoded.encoding !== 'binary') texts.set(path, decoded.text);
  }
  return texts;
}

async function read(
  path: string,
  bytes: Uint8Array,
  pathClass: PathClass,
  kinds: readonly KindModule[],
  parsers: Map<KindModule, Parse>,
): Promise<FileFacts> {
  const decoded = decodeText(bytes);
  if (decoded.encoding === 'binary') return { path, pathClass, artifacts: [], problems: [] };
  const actual =
    pathClass === 'authored' ? (classByHead(path, decoded.text.slice(0, HEAD_CHARACTERS)) ?? pathClass) : pathClass;
  const file = new RepositoryFile(path, actual, decoded.text);
  const artifacts: AnyArtifact[] = [];
  const problems: ReadProblem[] = [];
  for (const kind of kinds) {
    if (kind.notIn.includes(actual) || !kind.sniff(file)) continue;
    const parse = parsers.get(kind) ?? (await kind.load());
    parsers.set(kind, parse);
    const parsed = attempt(kind, parse, file);
    artifacts.push(...(parsed.artifacts as readonly AnyArtifact[]));
    problems.push(...parsed.problems);
    if (decoded.encoding === 'windows-1252' && (parsed.artifacts.length > 0 || parsed.problems.length > 0))
      problems.push(notUtf8(kind));
  }
  return { path, pathClass: actual, artifacts, problems };
}

/** A parser that throws is a fault of this tool; the file is then unseen, and the run goes on. */
function attempt(kind: KindModule, parse: Parse, file: RepositoryFile): ReturnType<Parse> {
  try {
    return parse(file);
  } catch (error) {
    const what = `the ${kind.kind} parser failed on it (${error instanceof Error ? error.message : String(error)}); please report this`;
    return { artifacts: [], problems: [{ kind: kind.kind, what, effect: 'unseen' }] };
  }
}

function notUtf8(kind: KindModule): ReadProblem {
  return UTF8_ONLY.has(kind.kind)
    ? { kind: kind.kind, what: 'it is not UTF-8 text', effect: 'broken' }
    : { kind: kind.kind, what: 'it is not UTF-8 text and was read as Windows-1252', effect: 'unseen' };
}

function unread(path: string, pathClass: PathClass, kinds: readonly KindModule[], failure: ReadFailure): FileFacts {
  const [kind] = kinds;
  if (!kind) return { path, pathClass, artifacts: [], problems: [] };
  return { path, pathClass, artifacts: [], problems: [{ kind: kind.kind, what: failure.detail, effect: 'unseen' }] };
}
