import { describe } from '@jest/globals';
import { eachIsTold, type Mistake } from './test-data/mistake.ts';

const TABLE: readonly Mistake[] = [
  [
    'a rule that is not',
    'rules:\n  alert/has-runbok: off',
    '2:3',
    "no rule is called 'alert/has-runbok'",
    'Did you mean alert/has-runbook?',
  ],
  ['a group that is not', 'rules:\n  alrt/*: off', '2:3', "no rule is called 'alrt/*'", 'Did you mean alert/*?'],
  [
    'a severity misspelt',
    'rules:\n  owner/declared: eror',
    '2:19',
    "rules.owner/declared cannot be 'eror'",
    'Did you mean error?',
  ],
  [
    'a severity of another tool',
    'rules:\n  owner/declared: warn',
    '2:19',
    "rules.owner/declared cannot be 'warn'",
    'Did you mean warning?',
  ],
  [
    'a severity as a number',
    'rules:\n  owner/declared: 2',
    '2:19',
    "rules.owner/declared must be text or a list or keys with values, not the value '2'",
    'Write it like off.',
  ],
  [
    'a severity misspelt in a pair',
    'rules:\n  page/short: [wrong, {limit: 3}]',
    '2:16',
    "rules.page/short[1] cannot be 'wrong'",
    'It is one of off, info, warning, error.',
  ],
  [
    'a key of a rule',
    'rules:\n  page/short: {severty: off}',
    '2:16',
    "rules.page/short has no key 'severty'",
    'Did you mean severity?',
  ],
  [
    'a setting that is not',
    'rules:\n  page/short: [error, {limt: 3}]',
    '2:24',
    "page/short has no setting 'limt'",
    'Did you mean limit?',
  ],
  [
    'a setting of a rule without',
    'rules:\n  owner/declared: [error, {limit: 3}]',
    '2:28',
    "owner/declared has no setting 'limit'",
    'It has no settings: give its severity alone.',
  ],
  [
    'a setting of the wrong type',
    'rules:\n  page/short: [error, {limit: many}]',
    '2:31',
    "limit of page/short must be a whole number, not the text 'many'",
    'It is the most lines; the default is 25.',
  ],
  [
    'a setting out of bounds',
    'rules:\n  page/short: [error, {limit: 0}]',
    '2:31',
    'limit of page/short must be at least 1, not 0',
    'It is the most lines; the default is 25.',
  ],
  [
    'a setting that is no word of the list',
    'rules:\n  page/short: {options: {mode: line}}',
    '2:32',
    "mode of page/short must be one of lines, words, not 'line' (did you mean lines?)",
    'It is what is counted; the default is "lines".',
  ],
  [
    'a setting that is no list',
    'rules:\n  page/short: {options: {names: x}}',
    '2:33',
    "names of page/short must be a list of texts, not the text 'x'",
    'It is names that are left out; the default is [].',
  ],
  [
    'a setting that is no truth value',
    'rules:\n  page/short: {options: {strict: 1}}',
    '2:34',
    "strict of page/short must be true or false, not the value '1'",
    'It is whether blank lines count; the default is false.',
  ],
];

describe('mistakes about rules and their settings', () => {
  eachIsTold(TABLE);
});
