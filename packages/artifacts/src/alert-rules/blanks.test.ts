import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { parseAlertRules } from './parse.ts';

const rule = (annotation: string) =>
  `groups:\n- name: g\n  rules:\n  - alert: A\n    expr: up == 0\n    annotations:\n      ${annotation}\n`;

function blanksOf(text: string): readonly [string, string, string][] {
  const { artifacts } = parseAlertRules(new RepositoryFile('alerts.yaml', 'authored', text));
  const blanks = artifacts[0]?.facts.alerts[0]?.blanks ?? [];
  return blanks.map(({ field, what, at }) => [field, what, text.slice(...at)]);
}

describe('blanks in annotations', () => {
  test.each([
    ['dashboard: TODO', [['annotations.dashboard', 'TODO', 'TODO']]],
    ['dashboard: "tbd"', [['annotations.dashboard', 'tbd', '"tbd"']]],
    ['summary: up since TODO minutes', [['annotations.summary', 'TODO', 'TODO']]],
    ['summary: |-\n        it took\n        xxx seconds', [['annotations.summary', 'xxx', 'xxx']]],
    ['summary: ask [insert team]', [['annotations.summary', '[insert team]', '[insert team]']]],
  ])('%s', (annotation, expected) => expect(blanksOf(rule(annotation))).toEqual(expected));

  test.each([
    'action: kubectl -n <namespace> logs pod-xxx',
    'summary: many 5xx answers',
    'action: see [describe](https://wiki.internal/describe)',
    'summary: N/A',
    'summary: todo el sistema ha fallado',
    "summary: '{{ $labels.replace }} is late'",
  ])('none in %s', (annotation) => expect(blanksOf(rule(annotation))).toEqual([]));
});
