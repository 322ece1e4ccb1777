import { expect, test } from '@jest/globals';
import type { FileFacts, ReadmeFacts } from '@shipworthy/model';
import { judge } from './testing/trees.ts';

const readme = (path: string, pathClass: FileFacts['pathClass'], facts: Partial<ReadmeFacts>): FileFacts => ({
  path,
  pathClass,
  artifacts: [
    {
      kind: 'readme',
      path,
      pathClass,
      level: 'parsed',
      confidence: 0.9,
      why: [],
      id: path,
      facts: { folder: path.slice(0, Math.max(0, path.lastIndexOf('/'))), manualPage: false, ...facts },
    },
  ],
  problems: [],
});

test('a notice on the page that greets makes what is missing advice', () => {
  expect(judge([], [readme('README.md', 'authored', { retired: [2, 14] })])).toMatchObject({
    criticality: 'experimental',
    retired: { because: expect.stringContaining('README.md'), at: { path: 'README.md', span: [2, 14] } },
  });
});

test.each<[string, FileFacts]>([
  ['a page that says nothing of it', readme('README.md', 'authored', {})],
  ['a part that is over', readme('v1/README.md', 'authored', { retired: [0, 9] })],
  ['an example', readme('README.md', 'example', { retired: [0, 9] })],
])('%s changes nothing', (_, file) => {
  const profile = judge([], [file]);
  expect(profile.criticality).toBe('standard');
  expect(profile.retired).toBeUndefined();
});
