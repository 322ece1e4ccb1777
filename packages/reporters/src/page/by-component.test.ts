import { describe, expect, test } from '@jest/globals';
import { markdown } from '../markdown/index.ts';
import { audit, finding } from '../test-data/sample-audit.ts';
import { renderText } from '../text/index.ts';
import { talliesOf } from './by-component.ts';

const findings = [
  finding({ component: 'web', severity: 'warning' }),
  finding({ component: 'web', severity: 'warning' }),
  finding({ component: 'pay | log', severity: 'error' }),
];

describe('findings by component', () => {
  test('the worst first', () => {
    expect(talliesOf(findings)).toEqual([
      { component: 'pay | log', counts: { error: 1, warning: 0, info: 0 } },
      { component: 'web', counts: { error: 0, warning: 2, info: 0 } },
    ]);
  });
  test.each([
    ['one component has all', findings.slice(0, 2)],
    ['the repository is one component', [finding()]],
  ])('nothing to say: %s', (_case, few) => {
    expect(talliesOf(few)).toEqual([]);
    expect(renderText(audit({ findings: few }), { color: 0, width: 100, hyperlinks: false })).not.toContain(
      'Component',
    );
  });
  test('as text and as Markdown', () => {
    const text = renderText(audit({ findings }), { color: 0, width: 100, hyperlinks: false });
    expect(text).toMatch(/^Component +errors +warnings +info\npay \| log +1\nweb {20,}2$/m);
    expect(markdown.render(audit({ findings }), { page: () => '' })).toContain(
      '| pay \\| log | 1 | 0 | 0 |\n| web | 0 | 2 | 0 |',
    );
  });
  test('many are cut, and it is said', () => {
    const many = Array.from({ length: 20 }, (_, index) => finding({ component: `c${index}` }));
    expect(renderText(audit({ findings: many }), { color: 0, width: 100, hyperlinks: false })).toContain(
      'and 5 more components',
    );
  });
});
