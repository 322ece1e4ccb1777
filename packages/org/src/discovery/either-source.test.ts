import { describe, expect, test } from '@jest/globals';
import { type RepositorySource, type SourceContent, SourceError } from '@shipworthy/model';
import { eitherSource } from './either-source.ts';

/** Gives each path its own name as content, and fails at one. */
function source(name: string, failing: (path: string) => Error | undefined, asked: string[] = []): RepositorySource {
  return {
    kind: 'memory',
    name,
    list: async () => ({ entries: [], history: 'none' }),
    async *read(paths): AsyncGenerator<SourceContent, void, undefined> {
      for (const path of paths) {
        const error = failing(path);
        if (error) throw error;
        asked.push(path);
        yield { path, content: Buffer.from(`${name} ${path}`) };
      }
    },
  };
}

async function read(from: RepositorySource, paths: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  for await (const { content } of from.read(paths)) said.push(Buffer.from(content as Uint8Array).toString());
  return said;
}

const broken = new SourceError('broken', 'environment', 'again');
const at = (place: string, error: Error) => (path: string) => (path === place ? error : undefined);
const never = () => undefined;

describe('two ways to a repository', () => {
  test('the first is enough where it works', async () => {
    let opened = 0;
    const either = eitherSource(source('git', never), () => {
      opened++;
      return source('api', never);
    });
    expect(await read(either, ['a', 'b'])).toEqual(['git a', 'git b']);
    expect(opened).toBe(0);
  });

  test('what the first did not give comes from the other, now and later', async () => {
    const asked: string[] = [];
    let opened = 0;
    const either = eitherSource(source('git', at('b', broken)), () => {
      opened++;
      return source('api', never, asked);
    });
    expect(await read(either, ['a', 'b', 'c'])).toEqual(['git a', 'api b', 'api c']);
    expect(await read(either, ['a'])).toEqual(['api a']);
    expect({ asked, opened }).toEqual({ asked: ['b', 'c', 'a'], opened: 1 });
  });

  test('where both fail, the other says why; a mistake of our own is neither', async () => {
    const other = new SourceError('expired', 'environment', 'renew');
    const both = eitherSource(source('git', at('a', broken)), () => source('api', at('a', other)));
    await expect(read(both, ['a'])).rejects.toBe(other);
    const mistake = new TypeError('ours');
    const wrong = eitherSource(source('git', at('a', mistake)), () => source('api', never));
    await expect(read(wrong, ['a'])).rejects.toBe(mistake);
  });
});
