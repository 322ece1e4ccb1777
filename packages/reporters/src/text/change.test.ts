import { describe, expect, test } from '@jest/globals';
import type { Change } from '@shipworthy/model';
import { markdown } from '../markdown/index.ts';
import { audit, finding, outcome, ownersRule } from '../test-data/sample-audit.ts';
import { renderText } from './lint.ts';

const change: Change = {
  base: 'main',
  commit: '0123456789abcdef0123456789abcdef01234567',
  files: [{ path: 'deploy/alerts.yaml', state: 'modified', pathClass: 'authored' }],
  words: { commits: [] },
};
const owners = { rule: ownersRule, severity: 'warning', message: 'Nobody owns a folder.' } as const;
const judged = audit({
  change,
  findings: [
    finding({ change: 'introduced' }),
    finding({ ...owners, change: 'existing', location: { path: 'old.md', line: 3 } }),
    finding({ ...owners, change: 'worsened', location: { path: 'worse.md', line: 1 }, count: 4 }),
  ],
  fixed: [finding({ location: { path: 'mended.yaml', line: 9 } })],
  outcomes: [
    outcome({ outcome: 'unknown', why: 'cannot be seen from far' }, { evidence: [{ path: 'far.md' }] }),
    outcome({ outcome: 'unknown', why: 'cannot be seen near' }, { evidence: [{ path: 'deploy/alerts.yaml' }] }),
  ],
});
const plain = { color: 0, width: 100, hyperlinks: false } as const;

describe('the report of a change', () => {
  test('shows what it answers for, and counts what was there before', () => {
    const text = renderText(judged, plain);
    expect(text).toContain('Alert QueueStuck sends people to docs/queue.md');
    expect(text).toContain('Worse than before');
    expect(text).toContain('✓ mended.yaml:9  alert/runbook-resolves');
    expect(text).not.toContain('old.md');
    expect(text).toContain('This change introduces 1 error, worsens 1 warning, fixes 1: 1 file changed since main');
    expect(text).toContain('1 finding from before left as they were');
    expect(text).toContain('cannot be seen near');
    expect(text).not.toContain('from far');
  });
  test('lists everything when asked to', () => {
    const text = renderText(judged, { ...plain, verbose: true });
    expect(text).toContain('old.md');
    expect(text).toContain('from far');
  });
  test('says so when nothing was introduced', () => {
    expect(renderText(audit({ change, fixed: [] }), plain)).toBe(
      'Nothing introduced: 1 file changed since main (0123456789ab).\n',
    );
  });
  test('names a base that is given by its commit by the beginning of it', () => {
    const commit = 'f'.repeat(40);
    expect(renderText(audit({ change: { ...change, base: commit, commit }, fixed: [] }), plain)).toContain(
      `changed since ${'f'.repeat(12)}.\n`,
    );
  });
  test('as Markdown, with what was there before folded', () => {
    const text = markdown.render(judged, {});
    expect(text).toMatch(/^## Readiness of this change: 1 error introduced, 1 warning worsened, 1 fixed\n/);
    expect(text).toContain('- [x] `mended.yaml:9` (`alert/runbook-resolves`)');
    expect(text).toContain('<summary>1 finding from before, left as they were</summary>');
    expect(text).not.toContain('old.md');
  });
});
