import { afterEach, describe, expect, test } from '@jest/globals';
import { lacksContents } from './lacks-contents.ts';
import { TemporaryFolder } from './testing/temporary-folder.ts';

const folders: TemporaryFolder[] = [];
const folder = (): TemporaryFolder => {
  const made = new TemporaryFolder();
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const made of folders.splice(0)) made.remove();
});

describe('what a clone lacks', () => {
  test.each([
    ['all of it', [], false],
    ['a shallow one', ['--depth=1'], false],
    ['one without contents', ['--filter=blob:none', '--no-checkout'], true],
    ['one without trees', ['--filter=tree:0', '--no-checkout'], true],
    ['one that fetched those that are checked out', ['--filter=blob:none'], false],
  ])('%s', async (_, choice, lacking) => {
    const origin = folder().write({ 'a.md': 'a', 'b/c.md': 'c' }).commitAll();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const clone = folder();
    clone.git('clone', '-q', ...choice, `file://${origin.path}`, '.');
    expect(await lacksContents(clone.path, origin.git('rev-parse', 'HEAD'))).toBe(lacking);
  });
});
