import { describe, expect, test } from '@jest/globals';
import { type KindModule, kindModules } from '@shipworthy/artifacts';
import type { FactsCache, FileChoices, FileFacts } from '@shipworthy/model';
import { memorySource } from '@shipworthy/sources';
import { collect } from './collect.ts';

/** Keeps facts as a cache on disk does: as JSON. */
class MemoryCache implements FactsCache {
  readonly lines = new Map<string, string>();
  known = 0;

  recall(key: string): FileFacts | null | undefined {
    const json = this.lines.get(key);
    if (json !== undefined) this.known++;
    return json === undefined ? undefined : JSON.parse(json);
  }

  keep(key: string, facts: FileFacts | null): void {
    this.lines.set(key, JSON.stringify(facts));
  }
}

const FILES = {
  'docs/runbooks/queue.md': '# Queue is full\n\n## Symptoms\n\nNothing moves.\n\n## Mitigation\n\nRestart it.\n',
  'README.md': '# Queue\n\nRun `make`.\n',
  'notes.yaml': 'just: notes\n',
  CODEOWNERS: '* @queue/team\n',
};
const CHOICES: FileChoices = { ignores: () => false, classOf: () => undefined, kindsOf: () => [] };

interface Run {
  readonly files?: Readonly<Record<string, string>>;
  readonly kinds?: readonly KindModule[];
  readonly choices?: FileChoices;
}

async function collected(cache: FactsCache | undefined, { files = FILES, kinds = kindModules, choices }: Run = {}) {
  return (await collect(memorySource(files), kinds, choices, { cache })).inventory;
}

async function warm(): Promise<MemoryCache> {
  const cache = new MemoryCache();
  await collected(cache);
  cache.known = 0;
  return cache;
}

test('what is recalled is what reading again gives, and nothing is parsed', async () => {
  const cache = await warm();
  const unloadable = kindModules.map((kind) => ({
    ...kind,
    load: () => Promise.reject(new Error('a parser was loaded')),
    sniff: () => {
      throw new Error('a file was looked at');
    },
  }));
  expect(await collected(cache, { kinds: unloadable })).toEqual(await collected(undefined));
  expect(cache.known).toBe(Object.keys(FILES).length);
});

test('files that hold nothing are known to hold nothing', async () => {
  expect([...(await warm()).lines.values()].filter((line) => line === 'null')).toHaveLength(1);
});

describe('what changes facts is read anew, and gives what is given without a cache', () => {
  const changed = (path: string, text: string): Run => ({ files: { ...FILES, [path]: text } });
  test.each<[string, Run, number]>([
    ['a file with other content of the same length', changed('CODEOWNERS', '* @queue/crew\n'), 3],
    ['a file in another place', { files: { ...FILES, 'runbooks/queue.md': FILES['docs/runbooks/queue.md'] } }, 4],
    ['a class of the configuration', { choices: { ...CHOICES, classOf: () => 'example' } }, 0],
    [
      'a kind of the configuration',
      {
        choices: {
          ...CHOICES,
          classOf: (path) => (path === 'notes.yaml' ? 'authored' : undefined),
          kindsOf: () => ['slo'],
        },
      },
      3,
    ],
    ['the folder of a class', changed('.gitattributes', '*.md linguist-generated\n'), 2],
    [
      'facts of a newer version',
      { kinds: kindModules.map((kind) => ({ ...kind, factsVersion: kind.factsVersion + 1 })) },
      0,
    ],
    ['one kind less', { kinds: kindModules.filter(({ kind }) => kind !== 'ownership') }, 3],
  ])('%s', async (_name, run, known) => {
    const cache = await warm();
    expect(await collected(cache, run)).toEqual(await collected(undefined, run));
    expect(cache.known).toBe(known);
  });
});
