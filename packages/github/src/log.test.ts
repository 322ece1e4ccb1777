import { describe, expect, test } from '@jest/globals';
import { commandsOf } from './e2e/commands.ts';
import { Log } from './log.ts';

function written(write: (log: Log) => void): string {
  let text = '';
  write(
    new Log((part) => {
      text += part;
    }),
  );
  return text;
}

describe('the log', () => {
  test.each([
    '::error::pwned',
    '  ::set-output name=a::b',
    '##[error]pwned',
    'x\r\n::add-mask::y',
    '::stop-commands::x\n::x::\n::error::pwned',
    '::endgroup::\n::error::pwned',
  ])('quotes %j without acting on it', (text) => {
    expect(commandsOf(written((log) => log.quoted('Report', text)))).toEqual([]);
  });

  test('takes another word for each quotation', () => {
    const words = [1, 2].map(() => /stop-commands::(\S+)/.exec(written((log) => log.quoted('a', 'b')))?.[1]);
    expect(new Set(words).size).toBe(2);
  });

  test.each(['a\n::error::pwned', 'a\r::error::pwned', 'a::b,c=d'])('annotates with %j in one command', (text) => {
    const commands = commandsOf(written((log) => log.annotate('warning', text, { file: text, title: text })));
    expect(commands).toEqual([expect.stringMatching(/^::warning file=[^:,\n]*,title=[^:,\n]*::[^\n]*$/)]);
  });

  test('keeps a line of our own one line', () => {
    expect(written((log) => log.line('said: a\n::error::pwned'))).toBe('said: a\\n::error::pwned\n');
  });
});
