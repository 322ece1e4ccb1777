import { expect, test } from '@jest/globals';
import { commandLineFault } from './command-line-fault.ts';

test.each([
  ['Unknown argument: fromat', ['lint', '--fromat', 'json'], 'there is no option --fromat', 'Did you mean --format?'],
  [
    'Unknown arguments: fail-onn, failOnn',
    ['lint', '--fail-onn=x'],
    'there is no option --fail-onn',
    'Did you mean --fail-on?',
  ],
  ['Unknown argument: base', ['lint', '--base', 'main'], 'there is no option --base', 'See: shipworthy lint --help'],
  ['Unknown argument: x', ['lint', '-x'], 'there is no option -x', 'See: shipworthy lint --help'],
  ['Unknown command: lnit', ['lnit'], "there is no command 'lnit'", 'Did you mean shipworthy lint?'],
  ['Unknown argument: b', ['lint', 'a', 'b'], "'b' is one argument too many", 'See: shipworthy lint --help'],
  [
    'Invalid values:\n  Argument: preset, Given: "strikt", Choices: "essential", "recommended", "strict"',
    ['lint', '--preset', 'strikt'],
    '--preset cannot be "strikt"; it is one of essential, recommended, strict',
    'Did you mean strict?',
  ],
  ['Not enough arguments following: rule', ['lint', '--rule'], '--rule needs a value', 'See: shipworthy lint --help'],
  [
    'Not enough non-option arguments: got 0, need at least 1',
    ['explain'],
    'an argument is missing',
    'See: shipworthy explain',
  ],
  ['a command is missing', [], 'a command is missing', 'See: shipworthy --help'],
])('%j of %j', (complaint, args, message, advice) => {
  const fault = commandLineFault(complaint, args);
  expect(fault.message).toBe(message);
  expect(fault.advice).toContain(advice);
});
