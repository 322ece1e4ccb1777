import { expect, test } from '@jest/globals';
import { UsageError } from '@shipworthy/audit/usage-error';
import { SourceError } from '@shipworthy/model';
import { ConfigError } from '@shipworthy/policy';
import { faultOf } from './fault.ts';

const mistake = (line: number) => ({ path: '.shipworthy.yaml', line, what: `no ${line}`, advice: 'Write it.' });
const MISTAKES = [1, 2, 3, 4].map(mistake);

test.each([
  ['what was asked for', new UsageError('no such', 'Write.'), 3, 'no such', 'Write.'],
  ['a source that is asked wrongly', new SourceError('no folder', 'usage', 'Correct.'), 3, 'no folder', 'Correct.'],
  ['a source', new SourceError('no base', 'environment', 'Fetch.'), 2, 'no base', 'Fetch.'],
  [
    'a configuration',
    new ConfigError(MISTAKES),
    3,
    'the configuration has 4 mistakes',
    '.shipworthy.yaml:1: no 1. Write it. .shipworthy.yaml:2: no 2. Write it. .shipworthy.yaml:3: no 3. Write it. And 1 more.',
  ],
  [
    'the machine',
    Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC' }),
    2,
    'the runner refused: ENOSPC: no space',
    expect.stringContaining('disk'),
  ],
  [
    'anything else',
    new TypeError('x is undefined'),
    2,
    'internal error: x is undefined',
    expect.stringContaining('report it'),
  ],
  ['what is no error', 'text', 2, 'internal error: text', expect.stringContaining('report it')],
])('%s is told with what helps', (_, error, code, message, advice) => {
  expect(faultOf(error)).toMatchObject({ code, message, advice });
});

test('mistakes of a configuration are all handed on', () => {
  expect(faultOf(new ConfigError(MISTAKES)).mistakes).toEqual(MISTAKES);
});
