import { execFile } from 'node:child_process';

const MAX_BYTES = 512 * 1024 * 1024;

export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly id: string;
  readonly size?: number;
}

export interface GitObject {
  readonly type: string;
  readonly bytes: Buffer;
}

export interface Commit {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** ISO 8601 in UTC, as GitHub prints it. */
  readonly date: string;
}

const known = new Map<string, GitObjects>();

/** The objects of a folder; the same for all repositories that are commits of it. */
export function gitObjects(folder: string): GitObjects {
  const objects = known.get(folder) ?? new GitObjects(folder);
  known.set(folder, objects);
  return objects;
}

/** The objects of one repository on disk, as git gives them. */
export class GitObjects {
  readonly #folder: string;
  /** What full ids name never changes. */
  readonly #resolved = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The id a revision names and its type's, or undefined. */
  async resolve(revision: string, type: 'commit' | 'tree' | 'blob'): Promise<string | undefined> {
    if (!/^[0-9a-f]{40,64}$/.test(revision)) return this.#parsed(revision, type);
    const key = `${revision} ${type}`;
    const known = this.#resolved.get(key) ?? (await this.#parsed(revision, type));
    if (known !== undefined) this.#resolved.set(key, known);
    return known;
  }

  async #parsed(revision: string, type: string): Promise<string | undefined> {
    if (revision.startsWith('-')) return undefined;
    return (await this.#try(['rev-parse', '--verify', '--quiet', `${revision}^{${type}}`]))?.toString('utf8').trim();
  }

  async tree(id: string, recursive: boolean): Promise<TreeEntry[]> {
    const args = ['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), id];
    const records = (await this.#git(args)).toString('utf8').split('\0').slice(0, -1);
    return records.map((record) => {
      const tab = record.indexOf('\t');
      const [mode = '', type = '', object = '', size = '-'] = record.slice(0, tab).split(/ +/);
      return { path: record.slice(tab + 1), mode, type, id: object, ...(size === '-' ? {} : { size: Number(size) }) };
    });
  }

  /** The objects of ids that are whole; one git for all. */
  async objects(ids: readonly string[]): Promise<Map<string, GitObject>> {
    const wanted = ids.filter((id) => /^[0-9a-f]{40,64}$/.test(id));
    const output = await this.#git(['cat-file', '--batch'], `${wanted.join('\n')}\n`);
    const found = new Map<string, GitObject>();
    for (let at = 0; at < output.length; ) {
      const end = output.indexOf('\n', at);
      const [id = '', type = '', size] = output.toString('latin1', at, end).split(' ');
      if (size === undefined) at = end + 1;
      else {
        found.set(id, { type, bytes: output.subarray(end + 1, end + 1 + Number(size)) });
        at = end + 1 + Number(size) + 1;
      }
    }
    return found;
  }

  /** The commits of a range (`a..b`), or one commit, newest first. */
  async commits(range: string, most?: number): Promise<Commit[]> {
    const format = '--format=%H%x00%T%x00%P%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%B%x00%x01';
    const count = most === undefined ? [] : [`--max-count=${most}`];
    const output = await this.#git(['log', '--no-show-signature', format, ...count, range, '--']);
    return output
      .toString('utf8')
      .split('\0\u0001\n')
      .slice(0, -1)
      .map((record) => {
        const [id = '', tree = '', parents = '', an = '', ae = '', at, cn = '', ce = '', ct, message = ''] =
          record.split('\0');
        return {
          id,
          tree,
          parents: parents.split(' ').filter(Boolean),
          message: message.trimEnd(),
          author: { name: an, email: ae, date: dateOf(at) },
          committer: { name: cn, email: ce, date: dateOf(ct) },
        };
      });
  }

  async mergeBase(base: string, head: string): Promise<string | undefined> {
    return (await this.#try(['merge-base', base, head]))?.toString('utf8').trim();
  }

  async #try(args: readonly string[]): Promise<Buffer | undefined> {
    try {
      return await this.#git(args);
    } catch {
      return undefined;
    }
  }

  #git(args: readonly string[], input = ''): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const git = execFile(
        'git',
        ['-C', this.#folder, ...args],
        { encoding: 'buffer', maxBuffer: MAX_BYTES },
        (error, stdout, stderr) =>
          error ? reject(new Error(`git ${args.join(' ')}: ${stderr.toString('utf8')}`)) : resolve(stdout),
      );
      git.stdin?.on('error', () => {});
      git.stdin?.end(input);
    });
  }
}

const dateOf = (seconds: string | undefined): string =>
  new Date(Number(seconds ?? 0) * 1000).toISOString().replace('.000Z', 'Z');
