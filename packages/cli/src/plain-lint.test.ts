import { describe, expect, jest, test } from '@jest/globals';
import type { LintArguments } from './commands/lint.ts';
import type { Context } from './context.ts';
import { lintOptions } from './options.ts';
import { readPlainLint } from './plain-lint.ts';

const lint = jest.fn(async (_asked: LintArguments, _context: Context) => 0);
jest.unstable_mockModule('./commands/lint.ts', () => ({ lint }));
const { runCommandLine } = await import('./command-line.ts');

const context: Context = { version: '0', build: '0', code: '0', pages: new URL('file:///'), env: {} };

/** What the library makes of the arguments. */
async function asTheLibraryReads(args: readonly string[]): Promise<Partial<LintArguments>> {
  lint.mockClear();
  await runCommandLine(args, context);
  const read: Record<string, unknown> = { ...lint.mock.calls[0]?.[0] };
  const names = Object.keys(readPlainLint(['lint']) ?? {});
  return Object.fromEntries(names.map((name) => [name, read[name]]));
}

/** One way to give each option; numbers are left to the library. */
const GIVEN = Object.entries(lintOptions).flatMap(([name, option]): string[][] => {
  if ('type' in option && option.type === 'number') return [];
  if ('choices' in option) return [[`--${name}`, option.choices.at(-1) ?? '']];
  return [option.type === 'boolean' ? [`--${name}`] : [`--${name}`, 'some/value']];
});

describe('plain arguments are read as the library reads them', () => {
  test.each([
    [[]],
    [['.']],
    [['lint']],
    [['007']],
    [['a=b']],
    [['a path']],
    ...GIVEN.map((flags) => [flags]),
    ...GIVEN.map((flags) => [['some/path', ...flags]]),
    ...GIVEN.map((flags) => [[...flags, 'some/path']]),
    [GIVEN.flat()],
    [['--no-color']],
    [['--no-verbose', 'x']],
    [['--format=json', '--revision=HEAD~1', '--output=a=b.json']],
    [['--rule', 'alert/*', 'x', '--rule=runbook/*']],
    [['--revision', '1e3', '--rule', '7']],
  ])('%j', async (args) => {
    const plain = readPlainLint(['lint', ...args]);
    expect(plain).toBeDefined();
    expect(plain).toEqual(await asTheLibraryReads(['lint', ...args]));
  });
});

describe('what is not plain is left to the library', () => {
  test.each([
    [[]],
    [['rules']],
    [['--version']],
    [['lint', '--help']],
    [['lint', '-h']],
    [['lint', '--']],
    [['lint', '-v']],
    [['lint', 'a', 'b']],
    [['lint', '']],
    [['lint', "'a'"]],
    [['lint', '--fromat', 'json']],
    [['lint', '--format']],
    [['lint', '--fail-on', 'info']],
    [['lint', '--limit', '70000']],
    [['lint', '--no-config']],
    [['lint', '--no-format']],
    [['lint', '--failOn', 'never']],
    [['lint', '--format', 'text', '--format', 'json']],
    [['lint', '--verbose', '--verbose']],
    [['lint', '--verbose', 'false']],
    [['lint', '--verbose=false']],
    [['lint', '--rule', '--verbose']],
    [['lint', '--rule=']],
    [['lint', '--output', '"x"']],
    [['lint', '--constructor', 'x']],
  ])('%j', (args) => {
    expect(readPlainLint(args)).toBeUndefined();
  });
});
