import { describe, expect, test } from '@jest/globals';
import type { Checklist } from '@shipworthy/model';
import { checklistIn } from './rerooted.ts';

const CHECKLIST: Checklist = {
  tool: { name: 'shipworthy', version: '1' },
  base: 'x',
  files: 3,
  areas: [
    {
      name: 'data',
      configured: false,
      files: [{ path: 'a.sql' }],
      lines: [
        {
          obligation: 'way-back',
          state: 'met',
          evidence: [
            { in: 'file', at: { path: 'b.md', line: 2 }, what: 'plan' },
            { in: 'body', line: 1, words: 'c.md' },
          ],
        },
      ],
    },
  ],
  contracts: [
    { path: 'd.yaml', breaks: [{ what: 'gone', level: 'breaking', at: { path: 'd.yaml', line: 3 } }] },
    { path: 'e.yaml', unknown: 'why' },
  ],
  migrations: [{ at: { path: 'f.sql' }, back: 'absent', dangerous: [{ path: 'f.sql', line: 4 }], unread: false }],
  alerts: [{ name: 'Down', at: { path: 'g.yaml' } }],
  forms: [{ what: 'change-template', at: { path: 'h.md' } }],
};

/** Every `path` in it. */
const pathsOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, below]) => (key === 'path' ? [String(below)] : pathsOf(below)))
    : [];

describe('the checklist of a folder', () => {
  test('names every place from the root of the repository, and leaves words alone', () => {
    const before = pathsOf(CHECKLIST);
    const after = checklistIn('services/a', CHECKLIST);
    expect(before.length).toBe(9);
    expect(pathsOf(after)).toEqual(before.map((path) => `services/a/${path}`));
    expect(JSON.stringify(after)).toContain('"words":"c.md"');
  });

  test('of the whole repository is as it was', () => {
    expect(checklistIn('', CHECKLIST)).toBe(CHECKLIST);
  });
});
