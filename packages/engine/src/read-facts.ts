import {
  classByHead,
  decodeText,
  FileBytes,
  type KindModule,
  RepositoryFile,
  readSuppressions,
} from '@shipworthy/artifacts';
import type { AnyArtifact, FileFacts, Kind, PathClass, ReadFailure, ReadProblem } from '@shipworthy/model';

/** What a header says about a file (generated, template) is in its first kilobyte. */
const HEAD_CHARACTERS = 1024;

/** Kinds whose consumers accept nothing but UTF-8: a file in another encoding contradicts its format. */
const UTF8_ONLY: ReadonlySet<string> = new Set(['alert-rules', 'alert-routing']);

type Parse = Awaited<ReturnType<KindModule['load']>>;
/** Parsers loaded so far. */
export type Parsers = Map<KindModule, Parse>;

/** What the configuration says of a file; it wins over what the file says of itself. */
export interface Chosen {
  /** Kinds it is declared to be. */
  readonly declared: readonly Kind[];
}

/** The facts of one file's bytes. Loads a kind's parser for its first candidate. */
export async function readFacts(
  path: string,
  bytes: Uint8Array,
  pathClass: PathClass,
  kinds: readonly KindModule[],
  parsers: Parsers,
  chosen?: Chosen,
): Promise<FileFacts> {
  const searched = new FileBytes(bytes);
  const possible = isUtf16(bytes) ? kinds : possibleIn(searched, path, kinds, chosen?.declared ?? []);
  if (possible.length === 0) return { path, pathClass, artifacts: [], problems: [] };
  const decoded = decodeText(bytes, searched);
  if (decoded.encoding === 'binary') return { path, pathClass, artifacts: [], problems: [] };
  const actual =
    pathClass === 'authored' && !chosen
      ? (classByHead(path, decoded.text.slice(0, HEAD_CHARACTERS)) ?? pathClass)
      : pathClass;
  const declared = chosen?.declared ?? [];
  const file = new RepositoryFile(path, actual, decoded.text, declared);
  const artifacts: AnyArtifact[] = [];
  const problems: ReadProblem[] = [];
  for (const kind of possible) {
    const isDeclared = declared.includes(kind.kind);
    if (!isDeclared && (kind.notIn.includes(actual) || !kind.sniff(file))) continue;
    const parse = parsers.get(kind) ?? (await kind.load());
    parsers.set(kind, parse);
    const ready = kind.prepare?.(file);
    if (ready) await ready;
    const parsed = isDeclared ? asDeclared(kind, attempt(kind, parse, file)) : attempt(kind, parse, file);
    artifacts.push(...(parsed.artifacts as readonly AnyArtifact[]));
    problems.push(...parsed.problems);
    if (decoded.encoding === 'windows-1252' && (parsed.artifacts.length > 0 || parsed.problems.length > 0))
      problems.push(notUtf8(kind));
  }
  const suppressions = readSuppressions(path, decoded.text);
  return { path, pathClass: actual, artifacts, problems, ...(suppressions.length === 0 ? {} : { suppressions }) };
}

/** What kinds themselves say of a page that nothing but the configuration makes one of theirs. */
const DECLARED = 'the configuration says so';

/** A declared kind needs no detection, but its facts must be there. */
function asDeclared(kind: KindModule, { artifacts, problems }: ReturnType<Parse>): ReturnType<Parse> {
  if (artifacts.length === 0 && problems.length === 0) {
    const what = `the configuration declares it as ${kind.kind}, and nothing of that kind can be read from it`;
    return { artifacts, problems: [{ kind: kind.kind, what, effect: 'broken' }] };
  }
  return {
    artifacts: artifacts.map((artifact) => ({
      ...artifact,
      confidence: 1,
      why: [...new Set([DECLARED, ...artifact.why])],
    })),
    problems,
  };
}

/** The kinds that the bytes can be, before they are decoded. */
function possibleIn(
  bytes: FileBytes,
  path: string,
  kinds: readonly KindModule[],
  declared: readonly Kind[],
): readonly KindModule[] {
  return kinds.filter((kind) => declared.includes(kind.kind) || (kind.sniffBytes?.(bytes, path) ?? true));
}

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

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

/** What is left of a file whose bytes cannot be had: that it could not be seen, if its path makes it likely to hold something. */
export function unreadFacts(
  path: string,
  pathClass: PathClass,
  kinds: readonly KindModule[],
  failure: ReadFailure,
  chosen?: Chosen,
): FileFacts {
  const suggested = kinds.filter(
    ({ kind, paths }) => chosen?.declared.includes(kind) === true || (paths.suggested?.(path) ?? true),
  );
  const [first] = suggested;
  if (!first) return { path, pathClass, artifacts: [], problems: [] };
  const { reason, detail } = failure;
  // What was deleted, or is no document in size or nature, leaves nothing open but itself.
  const open = reason === 'unreadable' && pathClass === 'authored';
  const couldBe = open ? { couldBe: suggested.map(({ kind }) => kind) } : {};
  return {
    path,
    pathClass,
    artifacts: [],
    problems: [{ kind: first.kind, what: detail, effect: 'unseen', ...couldBe }],
  };
}
