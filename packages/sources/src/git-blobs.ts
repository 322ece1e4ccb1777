import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { MAX_FILE_BYTES, type ReadFailure, SourceError } from '@shipworthy/model';
import { tooLarge } from './disk-reader.ts';
import { complaint } from './git-fault.ts';
import { runGit, startGit } from './git-process.ts';
import { heldObjects, type LeftOut, leftOutOf } from './left-out.ts';
import { withoutPointer } from './lfs-pointer.ts';

/** A corrupt object ends `git cat-file`; it is started again behind it this often, then the rest is given up. */
const MAX_RESTARTS = 16;
const NEWLINE = 0x0a;

type Blob = Uint8Array | ReadFailure;

/** Blobs that a partial clone lacks are `told` of one by one, or `refused`: too much is not to be seen for an audit. */
export type WhenLeftOut = 'told' | 'refused';

/**
 * Contents of blobs (hex ids) in the order asked. Sizes are asked for first, so that nothing over the limit is even
 * unpacked; contents are then streamed from one `git cat-file`, one blob in memory at a time.
 * @throws SourceError for what is refused
 */
export async function* readBlobs(
  folder: string,
  ids: readonly string[],
  leftOut: WhenLeftOut = 'told',
): AsyncGenerator<Blob, void, undefined> {
  const failures = await unreadable(folder, ids, leftOut);
  const wanted = ids.filter((id) => !failures.has(id));
  const contents = readAll(folder, wanted);
  try {
    for (const id of ids) {
      const failure = failures.get(id);
      if (failure) yield failure;
      else {
        const next = await contents.next();
        yield next.done ? { reason: 'unreadable', detail: 'git gave no content' } : withoutPointer(next.value);
      }
    }
  } finally {
    await contents.return();
  }
}

/** Blobs that are not there, are no blobs, or are too large. */
async function unreadable(
  folder: string,
  ids: readonly string[],
  leftOut: WhenLeftOut,
): Promise<Map<string, ReadFailure>> {
  const failures = new Map<string, ReadFailure>();
  if (ids.length === 0) return failures;
  const check = (some: readonly string[]) => runGit(folder, ['cat-file', '--batch-check'], `${some.join('\n')}\n`);
  let asked = ids;
  let answer = await check(asked);
  const partial = answer.ok && !/ missing$/m.test(answer.stdout.toString('utf8')) ? undefined : await leftOutOf(folder);
  if (partial) {
    const held = await heldObjects(folder, ids);
    const lacking = new Set(ids.filter((id) => !held.has(id)));
    if (leftOut === 'refused' && lacking.size > 0 && !partial.onlyLarge) throw lacks(folder, lacking.size, partial);
    for (const id of lacking) failures.set(id, LEFT_OUT);
    asked = ids.filter((id) => held.has(id));
    answer = await check(asked);
  }
  const lines = answer.stdout.toString('utf8').split('\n');
  for (const [index, id] of asked.entries()) {
    const [, type, size] = lines[index]?.split(' ') ?? [];
    const bytes = Number(size);
    if (type !== 'blob' || !Number.isSafeInteger(bytes))
      failures.set(id, {
        reason: 'unreadable',
        detail: type === 'missing' ? 'its object is not in this clone, or is damaged' : complaint(answer.stderr),
      });
    else if (bytes > MAX_FILE_BYTES) failures.set(id, tooLarge(bytes));
  }
  return failures;
}

const BRING = '`git fetch --refetch --no-filter`';
const LEFT_OUT: ReadFailure = { reason: 'unreadable', detail: `not in this partial clone (${BRING} brings it)` };

function lacks(folder: string, count: number, { filters }: LeftOut): SourceError {
  const how = filters.length > 0 ? ` (${filters.join(', ')})` : '';
  const files = count === 1 ? '1 file that is' : `${count} files that are`;
  return new SourceError(
    `${folder}: the contents of ${files} asked for are not in this clone, a partial one${how}`,
    'repository',
    `Fetch them: ${BRING}. With --filter=blob:none git leaves them on the server until they are checked out.`,
  );
}

async function* readAll(folder: string, ids: readonly string[]): AsyncGenerator<Blob, void, undefined> {
  let done = 0;
  for (let starts = 0; done < ids.length && starts <= MAX_RESTARTS; starts++) {
    const reader = new BatchReader(folder, ids.slice(done));
    try {
      for (; done < ids.length; done++) {
        const content = await reader.next();
        if (!content) break;
        yield content;
      }
    } finally {
      reader.end();
    }
    if (done < ids.length) {
      done++;
      yield { reason: 'unreadable', detail: 'its object is damaged' };
    }
  }
  for (; done < ids.length; done++) yield { reason: 'unreadable', detail: 'too many objects are damaged' };
}

/** Takes apart the output of one `git cat-file --batch`: `id blob size LF content LF` for each id. */
class BatchReader {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(folder: string, ids: readonly string[]) {
    this.#child = startGit(folder, ['cat-file', '--batch']);
    this.#child.stderr.resume();
    // The process may end before it has read all; what is then missing from its output is reported as such.
    this.#child.on('error', () => {});
    this.#child.stdin.on('error', () => {});
    this.#child.stdin.end(`${ids.join('\n')}\n`);
    this.#chunks = this.#child.stdout[Symbol.asyncIterator]();
  }

  /** The next content; undefined when the output ends early or is not what was announced. */
  async next(): Promise<Uint8Array | undefined> {
    const header = await this.#line();
    const [, type, size] = header?.split(' ') ?? [];
    const bytes = Number(size);
    if (type !== 'blob' || !Number.isSafeInteger(bytes) || bytes > MAX_FILE_BYTES) return undefined;
    const content = await this.#take(bytes);
    const end = await this.#take(1);
    return end?.[0] === NEWLINE ? content : undefined;
  }

  end(): void {
    this.#child.kill('SIGKILL');
    this.#child.stdout.destroy();
  }

  async #more(): Promise<boolean> {
    try {
      const next = await this.#chunks.next();
      if (next.done) return false;
      this.#rest = next.value;
      return true;
    } catch {
      return false;
    }
  }

  async #line(): Promise<string | undefined> {
    let line = '';
    for (;;) {
      const end = this.#rest.indexOf(NEWLINE);
      line += this.#rest.toString('latin1', 0, end === -1 ? undefined : end);
      this.#rest = end === -1 ? this.#rest.subarray(this.#rest.length) : this.#rest.subarray(end + 1);
      if (end !== -1) return line;
      if (!(await this.#more())) return undefined;
    }
  }

  async #take(bytes: number): Promise<Uint8Array | undefined> {
    const content = Buffer.allocUnsafe(bytes);
    for (let filled = 0; ; ) {
      const part = this.#rest.subarray(0, bytes - filled);
      content.set(part, filled);
      filled += part.length;
      this.#rest = this.#rest.subarray(part.length);
      if (filled === bytes) return content;
      if (!(await this.#more())) return undefined;
    }
  }
}
