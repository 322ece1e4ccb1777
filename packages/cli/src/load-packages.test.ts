import { describe, expect, test } from '@jest/globals';
import { UsageError } from '@shipworthy/audit/usage-error';
import { API_VERSION, defineReporter, defineRule } from '@shipworthy/rule-kit';
import { type Loader, loadPackages } from './load-packages.ts';

const ruleOf = (id: string) =>
  defineRule({
    id,
    title: 'Something holds',
    stages: ['operate'],
    qualities: ['reliability'],
    severity: 'warning',
    confidence: 'high',
    preset: 'strict',
    subject: 'repository',
    messages: {},
    check: (_, { skip }) => skip('no'),
  });
const csv = defineReporter({ name: 'csv', render: () => '' });
const rule = ruleOf('acme/runbook/holds');
const known = { rules: ['runbook/actionable', 'alert/has-runbook'], formats: ['text', 'json'] };

/** A fault as Node reports it. */
const fault = (code: string, message: string): Error => Object.assign(new Error(message), { code });

const loaderOf = (exported: unknown): Loader => ({
  resolve: (name) => `file:///install/node_modules/${name}/index.js`,
  load: async () => {
    if (exported instanceof Error) throw exported;
    return exported as Record<string, unknown>;
  },
  from: '/install/',
});

async function refusal(names: readonly string[], loader: Loader): Promise<string> {
  try {
    await loadPackages(names, known, loader);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message}. ${error.advice}`;
    throw error;
  }
  return 'loaded';
}

describe('a package that can be used', () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    ['rules', { name: 'Acme', prefix: 'acme', rules: [rule] }, { name: 'Acme', rules: [rule], reporters: [] }],
    ['reporters, without a prefix', { reporters: [csv] }, { name: 'acme', rules: [], reporters: [csv] }],
    ['both', { prefix: 'acme', rules: [rule], reporters: [csv] }, { name: 'acme', rules: [rule], reporters: [csv] }],
    ['a scope as prefix', { prefix: '@acme', rules: [ruleOf('@acme/runbook/holds')] }, { name: 'acme' }],
    ['CommonJS', { default: { prefix: 'acme', rules: [rule] } }, { name: 'acme', rules: [rule] }],
    ['ESM with some default', { default: 1, reporters: [csv] }, { reporters: [csv] }],
  ])('%s', async (_name, exported, expected) => {
    expect(await loadPackages(['acme'], known, loaderOf(exported))).toMatchObject([expected as object]);
  });
  test('named twice it is loaded once', async () => {
    expect(await loadPackages(['acme', 'acme'], known, loaderOf({ reporters: [csv] }))).toHaveLength(1);
  });
});

describe('a package that cannot be used is refused, and why', () => {
  test.each([
    './acme',
    '../acme',
    '/acme',
    'file:///acme',
    'node:fs',
    'https://x/y',
    'data:text/javascript,1',
    'a/b',
    '',
  ])('%j is no name', async (name) => {
    expect(await refusal([name], loaderOf({}))).toMatch(/is not the name of a package\. Packages load by name/);
  });

  test.each<[string, unknown, RegExp]>([
    ['nothing', {}, /exports neither rules nor reporters\. See docs\/writing-rules\.md/],
    ['a rule alone', { default: rule }, /exports neither rules nor reporters/],
    ['rules that are no list', { prefix: 'acme', rules: { rule } }, /exports rules that are not a list/],
    [
      'something among the rules',
      { prefix: 'acme', rules: [rule, {}] },
      /rules, of which number 2 is none. Make each with defineRule/,
    ],
    ['a rule of no stage', { prefix: 'acme', rules: [{ ...rule, stages: [] }] }, /number 1 is none/],
    ['a page that is no address', { prefix: 'acme', rules: [{ ...rule, page: './rule.md' }] }, /number 1 is none/],
    ['a reporter that renders nothing', { reporters: [{ ...csv, render: 1 }] }, /reporters, of which number 1 is none/],
    ['no prefix', { rules: [rule] }, /exports no prefix .*prefix = 'acme'/],
    ['an odd prefix', { prefix: 'Acme/', rules: [rule] }, /exports no prefix/],
    ['the prefix of an artifact', { prefix: 'alert', rules: [rule] }, /'alert', which is the name of an artifact/],
    [
      'another prefix',
      { prefix: 'other', rules: [rule] },
      /'acme\/runbook\/holds' without its prefix. Call it other\/artifact\/aspect/,
    ],
    [
      'an id of ours',
      { prefix: 'acme', rules: [ruleOf('runbook/actionable')] },
      /'runbook\/actionable' without its prefix/,
    ],
    ['an id twice', { prefix: 'acme', rules: [rule, rule] }, /'acme\/runbook\/holds', which there is already/],
    ['a format of ours', { reporters: [{ ...csv, name: 'json' }] }, /a reporter 'json', which there is already/],
    ['a format twice', { reporters: [csv, csv] }, /a reporter 'csv', which there is already/],
    ['a later interface', { reporters: [{ ...csv, api: API_VERSION + 1 }] }, /speaks 1. Use a newer shipworthy/],
    [
      'an earlier interface',
      { prefix: 'acme', rules: [{ ...rule, api: 0 }] },
      /version 0 .* Use a newer version of the package/,
    ],
    ['an error', new Error('boom\nat line 3'), /does not load: boom. The package is at fault/],
    ['a missing dependency', fault('ERR_MODULE_NOT_FOUND', "Cannot find package 'x'"), /Install what it depends on/],
    ['an ES module that is required', fault('ERR_REQUIRE_ESM', 'require() of ES Module'), /It requires an ES module/],
    [
      'no JavaScript',
      fault('ERR_UNKNOWN_FILE_EXTENSION', 'Unknown file extension ".ts"'),
      /Its entry is not JavaScript/,
    ],
    ['a syntax error', new SyntaxError('Unexpected token'), /Its entry is no ES module/],
  ])('%s', async (_name, exported, message) => {
    expect(await refusal(['acme'], loaderOf(exported))).toMatch(message);
  });

  test.each<[string, string, RegExp]>([
    ['not installed', 'ERR_MODULE_NOT_FOUND', /acme is not installed beside shipworthy.*looked from \/install\//],
    ['without an entry', 'ERR_PACKAGE_PATH_NOT_EXPORTED', /acme has no main entry/],
  ])('%s', async (_name, code, message) => {
    const loader: Loader = {
      ...loaderOf({}),
      resolve: () => {
        throw fault(code, 'x');
      },
    };
    expect(await refusal(['acme'], loader)).toMatch(message);
  });

  test('what an earlier package brought', async () => {
    expect(await refusal(['acme', 'again'], loaderOf({ reporters: [csv] }))).toMatch(
      /package again has a reporter 'csv'/,
    );
    expect(await refusal(['acme', 'again'], loaderOf({ prefix: 'acme', rules: [rule] }))).toMatch(
      /package again has a rule 'acme\/runbook\/holds', which there is already/,
    );
  });
});
