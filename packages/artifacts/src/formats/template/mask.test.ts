import { describe, expect, test } from '@jest/globals';
import { hasTemplate, maskTemplate, PADDING } from './mask.ts';

describe('maskTemplate', () => {
  test.each([
    ['for: {{ .Values.for }}', 'for: _________________', ['{{ .Values.for }}']],
    ['s: "{{`{{ $labels.x }}`}} down"', 's: "{{ $labels.x }}~~~~~~ down"', []],
    ['s: {{ "{{" }} $labels.x {{ "}}" }}', 's: {{~~~~~~~~ $labels.x }}~~~~~~~~', []],
    ["s: {{ '{{' }} x", 's: {{~~~~~~~~ x', []],
    ['s: "{{ $labels.x }} {{ $value | humanize }}"', 's: "{{ $labels.x }} {{ $value | humanize }}"', []],
    ['{{- if .Values.x }}\na: 1\n{{- end }}', '                   \na: 1\n          ', []],
    [
      'a:\n  {{- toYaml .x | nindent 2 }}\nb: 1',
      `a:\n${' '.repeat('  {{- toYaml .x | nindent 2 }}'.length)}\nb: 1`,
      ['{{- toYaml .x | nindent 2 }}'],
    ],
    ['{% if a %}x{% endif %}: {{ b }}', '          x           : _______', ['{{ b }}']],
    ['a: <%= @b %>', 'a: _________', ['<%= @b %>']],
    ['a: {{ printf "}}" .x }}!', `a: ${'_'.repeat(20)}!`, ['{{ printf "}}" .x }}']],
    ['a: {{ open', 'a: {{ open', []],
    [
      '[[- if .Proxy ]]\nurl: [[ .Proxy ]]\n[[- end ]]',
      '                \nurl: ____________\n          ',
      ['[[ .Proxy ]]'],
    ],
    ['a: [[1, 2], [3]]', 'a: [[1, 2], [3]]', []],
    ['{{/*\n# say {{ X }}\n*/}}\na: 1', '    \n             \n    \na: 1', []],
    ['a: "b{#c"', 'a: "b{#c"', []],
  ])('%j', (text, shown, unknown) => {
    const masked = maskTemplate(text);
    expect(masked.text.replaceAll(PADDING, '~')).toBe(shown);
    expect(masked.text).toHaveLength(text.length);
    expect(masked.unknown.map((span) => text.slice(...span))).toEqual(unknown);
  });

  test('many brackets that never close are text', () => {
    const text = '{{ "'.repeat(2_000);
    expect(maskTemplate(text)).toEqual({ text, unknown: [] });
  });
});

test.each([
  ['a: "{{ $labels.x }}"', false],
  ['a: "{{ humanize $value }}"', false],
  ['a: {{ x }}', true],
  ['a: <% x %>', true],
  ['a: b', false],
])('hasTemplate(%j)', (text, expected) => expect(hasTemplate(text)).toBe(expected));
