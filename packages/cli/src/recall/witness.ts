import { createHash } from 'node:crypto';
import type { Listing, RepositorySource, SourceContent } from '@shipworthy/model';
import type { ReadConfigText } from '@shipworthy/policy/config-text';

/** What an audit was shown of a repository, by digests: an audit that is shown the same again says the same. */
export interface Seen {
  /** Of the listing: every path with its type, the commit, what could not be listed. */
  readonly tree: string;
  /** Path and digest of every file that was read. */
  readonly files: readonly (readonly [path: string, digest: string])[];
  /** Configuration files that were looked for on the disk beside those of the listing. */
  readonly config: readonly (readonly [name: string, digest: string])[];
}

/** A source that remembers what it showed. */
export class Witness implements RepositorySource {
  readonly kind: RepositorySource['kind'];
  readonly name: string;
  readonly #source: RepositorySource;
  readonly #read: ReadConfigText;
  /** Of every file that was read, whoever asked. */
  readonly #digests = new Map<string, string>();
  /** Files that the audit relies on. */
  readonly #files = new Set<string>();
  readonly #config = new Map<string, string>();
  #isSteady = true;

  /** @param ofDisk reads a configuration file that is not listed */
  constructor(source: RepositorySource, ofDisk: ReadConfigText) {
    this.kind = source.kind;
    this.name = source.name;
    this.#source = source;
    this.#read = ofDisk;
  }

  list(): Promise<Listing> {
    return this.#source.list();
  }

  async *read(paths: readonly string[]): AsyncGenerator<SourceContent, void, undefined> {
    for await (const { path, content } of this.#source.read(paths)) {
      this.#files.add(path);
      const digest = this.#note(path, content);
      yield content instanceof Uint8Array ? { path, content, digest } : { path, content };
    }
  }

  digestOf(path: string): string | undefined {
    const digest = this.#digests.get(path);
    if (digest === undefined || !isOfBytes(digest)) return undefined;
    this.#files.add(path);
    return digest;
  }

  /** Configuration files of the folder that are not listed. */
  readonly ofDisk: ReadConfigText = async (name) => {
    const found = await this.#read(name);
    this.#config.set(name, sha256(JSON.stringify(found)));
    return found;
  };

  /** False when a file was not the same each time it was read: what was made of it may be of neither state. */
  get isSteady(): boolean {
    return this.#isSteady;
  }

  async seen(): Promise<Seen> {
    const files = [...this.#files].map((path) => [path, this.#digests.get(path) ?? ''] as const);
    return { tree: await this.#tree(), files, config: [...this.#config] };
  }

  /** Is everything as it was? All files are read; their digests are then known to who asks for them. */
  async isAsBefore(before: Seen): Promise<boolean> {
    if ((await this.#tree()) !== before.tree) return false;
    let same = true;
    for (const [name, digest] of before.config)
      if (sha256(JSON.stringify(await this.#read(name))) !== digest) same = false;
    const digests = new Map(before.files);
    for await (const { path, content } of this.#source.read([...digests.keys()]))
      if (this.#note(path, content) !== digests.get(path)) same = false;
    return same;
  }

  #note(path: string, content: SourceContent['content']): string {
    const digest = content instanceof Uint8Array ? sha256(content) : JSON.stringify(content);
    const before = this.#digests.get(path);
    if (before !== undefined && before !== digest) this.#isSteady = false;
    this.#digests.set(path, digest);
    return digest;
  }

  async #tree(): Promise<string> {
    const { entries, ...rest } = await this.#source.list();
    const paths = entries.map(({ path }) => path).join('\0');
    const others = entries.filter(({ type, blob }) => type !== 'file' || blob !== undefined);
    return sha256(`${JSON.stringify([this.kind, this.name, rest, others])}\0${paths}`);
  }
}

/** A failure is noted as JSON, which no digest begins like. */
const isOfBytes = (digest: string): boolean => !digest.startsWith('{');

const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('base64url');
