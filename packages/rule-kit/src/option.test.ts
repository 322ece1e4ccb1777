import { expect, test } from '@jest/globals';
import { defineRule, option, today } from './index.ts';

const meta = {
  id: 'demo/holds',
  title: 'Something holds',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'strict',
  subject: 'repository',
  messages: {},
} as const;

test('a setting keeps its type, default and bounds', () => {
  const schema = { type: 'integer', default: 25, minimum: 1, describe: 'the most lines' } as const;
  expect(option(schema)).toEqual({ need: 'option', option: schema });
});

/** What the types must hold. Never called: the compiler is the test, and an unused expectation fails it. */
export const heldByTheTypes = () => [
  defineRule({
    ...meta,
    needs: {
      limit: option({ type: 'integer', default: 25, minimum: 1, describe: 'the most lines' }),
      strict: option({ type: 'boolean', default: false, describe: 'whether blank lines count' }),
      label: option({ type: 'string', default: 'team', describe: 'the label' }),
      mode: option({ type: 'enum', values: ['lines', 'words'], default: 'lines', describe: 'what is counted' }),
      names: option({ type: 'list', default: [], describe: 'names that are left out' }),
      day: today(),
    },
    check(_, { given, skip }) {
      const limit: number = given.limit;
      const strict: boolean = given.strict;
      const label: string = given.label;
      const mode: 'lines' | 'words' = given.mode;
      const names: readonly string[] = given.names;
      const day: string = given.day;
      // @ts-expect-error the value of an enum is one of its values
      const other: 'letters' = given.mode;
      // @ts-expect-error a list cannot be changed
      given.names.push('x');
      return skip([limit, strict, label, mode, names, day, other].join());
    },
  }),
  // @ts-expect-error the default is of another type
  option({ type: 'integer', default: '25', describe: 'x' }),
  // @ts-expect-error the default is none of the values
  option({ type: 'enum', values: ['a', 'b'], default: 'c', describe: 'x' }),
  // @ts-expect-error what it decides is not described
  option({ type: 'boolean', default: true }),
  // @ts-expect-error no such type
  option({ type: 'number', default: 1, describe: 'x' }),
];
