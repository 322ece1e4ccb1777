import { describe, expect, test } from '@jest/globals';
import { buildTree } from '../tree/build-tree.ts';
import { pageOfSite } from './declared-site.ts';

const tree = buildTree(['docs/runbooks/QueueStuck.md', 'docs/runbooks/disk/_index.md', 'README.md']);
const sites = [
  { prefix: 'https://r.acme.dev/runbooks', folder: 'docs/runbooks' },
  { prefix: 'https://acme.dev/', folder: '' },
];
const pageOf = (address: string) => {
  const page = pageOfSite(sites, tree, address);
  return page && (page.found ? page.path + page.fragment : `no ${page.expected}`);
};

describe('pages of declared sites', () => {
  test.each([
    ['https://r.acme.dev/runbooks/QueueStuck', 'docs/runbooks/QueueStuck.md'],
    ['https://r.acme.dev/runbooks/queuestuck/#fix', 'docs/runbooks/QueueStuck.md#fix'],
    ['https://r.acme.dev/runbooks/QueueStuck.html?v=2', 'docs/runbooks/QueueStuck.md'],
    ['https://r.acme.dev/runbooks/disk', 'docs/runbooks/disk/_index.md'],
    ['https://acme.dev/', 'README.md'],
    ['https://r.acme.dev/runbooks/gone', 'no docs/runbooks/gone.md'],
    ['https://r.acme.dev/runbooks-old/QueueStuck', undefined],
    ['https://other.dev/QueueStuck', undefined],
  ])('%s: %s', (address, page) => {
    expect(pageOf(address)).toBe(page);
  });
});
