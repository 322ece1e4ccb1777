import type { TestLanguage } from './language.ts';

interface OneRunner {
  readonly name: string;
  readonly extension: string | readonly string[];
  readonly named: RegExp;
  readonly cases: RegExp;
  readonly checks: RegExp;
  readonly runner: string;
}

/** A language with one form of tests, that no library of ours looks into further. */
const language = ({ name, extension, named, cases, checks, runner }: OneRunner): TestLanguage => ({
  name,
  extensions: typeof extension === 'string' ? [extension] : extension,
  named,
  byFolder: true,
  cases,
  checks,
  runners: [[runner, /./]],
  signs: [],
});

export const OTHERS: readonly TestLanguage[] = [
  language({
    name: 'Perl',
    extension: 't',
    named: /\.t$/,
    cases: /\bTest2?(?:::\w+)+|\b(?:subtest|plan)\b/,
    checks: /\b(?:ok|is|isnt|like|unlike|is_deeply|cmp_ok|isa_ok|can_ok|pass|fail|dies_ok|throws_ok|lives_ok)\b[\s(]/,
    runner: 'prove',
  }),
  language({
    name: 'Haskell',
    extension: 'hs',
    named: /(?:Spec|Tests?)\.hs$/,
    cases: /\b(?:describe|it|testCase|testProperty|testGroup|prop|hspec|TestList|property)\b/,
    checks: /\bshould\w+|@\?=|@=\?|\bassert\w*|===|\bproperty\b/,
    runner: 'hspec',
  }),
  language({
    name: 'Clojure',
    extension: ['clj', 'cljs', 'cljc'],
    named: /_test\.clj[cs]?$/,
    cases: /\((?:deftest|defspec|facts?)\b/,
    checks: /\((?:is|are)\b|=>/,
    runner: 'clojure.test',
  }),
  language({
    name: 'R',
    extension: 'r',
    named: /^test-?.*\.[rR]$/,
    cases: /\b(?:test_that|it|describe|expect_\w+)\s*\(/,
    checks: /\bexpect_\w+\(|\bstopifnot\(|\bcheck\w+\(/,
    runner: 'testthat',
  }),
  language({
    name: 'Julia',
    extension: 'jl',
    named: /^(?:runtests|test_?\w*|\w+_tests?)\.jl$/,
    cases: /@test(?:set|item)?\b/,
    checks: /@test(?:_\w+)?\b/,
    runner: 'Test',
  }),
  language({
    name: 'Erlang',
    extension: 'erl',
    named: /(?:_SUITE|_tests|_test)\.erl$/,
    cases: /_test_?\s*\(|\ball\(\)|\b\w+\(_?Config\)/,
    checks: /\?(?:assert|_assert|_test)\w*|\bct:fail|\b\w+\s*=\s*\w+/,
    runner: 'common test',
  }),
  language({
    name: 'OCaml',
    extension: 'ml',
    named: /(?:^|_)tests?(?:_\w+)?\.ml$/,
    cases: /\blet%(?:test|expect_test)|\btest_case\b|\bAlcotest\b|\bOUnit/,
    checks: /\bassert\w*|\bcheck\b|%expect/,
    runner: 'alcotest',
  }),
  language({
    name: 'Elm',
    extension: 'elm',
    named: /Tests?\.elm$/,
    cases: /\b(?:describe|test|fuzz\d?)\b/,
    checks: /\bExpect\./,
    runner: 'elm-test',
  }),
  language({
    name: 'Robot Framework',
    extension: 'robot',
    named: /\.robot$/,
    cases: /^\*{3}\s*(?:Test Cases|Tasks)\s*\*{3}/im,
    checks: /\bShould\b|\b(?:Wait Until|Click|Go To|Get (?:Text|Element))\b/i,
    runner: 'robot',
  }),
  language({
    name: 'Terraform',
    extension: 'hcl',
    named: /\.tftest\.hcl$/,
    cases: /^run\s+"/m,
    checks: /\bassert\s*\{/,
    runner: 'terraform test',
  }),
  language({
    name: 'Rego',
    extension: 'rego',
    named: /_test\.rego$/,
    cases: /^(?:todo_)?test_\w+/m,
    checks: /^test_\w+/m,
    runner: 'opa test',
  }),
  {
    ...language({
      name: 'Zig',
      extension: 'zig',
      named: /(?:^|_)tests?\.zig$/,
      cases: /^test\s+(?:"|\w+\s*\{|\{)/m,
      checks: /\bexpect\w*\(|\bassert\(/,
      runner: 'zig test',
    }),
    inline: true,
  },
];
