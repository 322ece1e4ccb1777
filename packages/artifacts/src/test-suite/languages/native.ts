import type { TestLanguage } from './language.ts';

export const CPP: TestLanguage = {
  name: 'C++',
  extensions: ['c', 'cc', 'cpp', 'cxx', 'h', 'hpp'],
  named: /(?:^|[-_.])(?:unit)?tests?(?:[-_.].*)?\.(?:c|cc|cpp|cxx)$|(?:Tests?|_spec)\.(?:c|cc|cpp|cxx)$/,
  byFolder: true,
  cases:
    /\b(?:TEST|TEST_F|TEST_P|TYPED_TEST|TYPED_TEST_P|TEST_CASE|TEST_CASE_METHOD|SECTION|SCENARIO|BOOST_AUTO_TEST_CASE|BOOST_FIXTURE_TEST_CASE|CPPUNIT_TEST|START_TEST|TEST_GROUP|QTEST_\w+|DOCTEST_TEST_CASE|RUN_TEST|cmocka_unit_test|TestMain|MU_TEST|MunitTest)\b|\bint\s+main\s*\(|\b(?:void|int|bool)\s+(?:test_\w+|\w+_test)\s*\(/,
  checks:
    /\b(?:\w+_)?(?:EXPECT|ASSERT|CHECK|REQUIRE|BOOST_TEST|BOOST_CHECK|BOOST_REQUIRE|QVERIFY|QCOMPARE|CPPUNIT_ASSERT|TEST_ASSERT|VERIFY|CU_ASSERT)\w*\s*\(|\b(?:ck_)?assert\w*\s*\(/,
  runners: [
    ['googletest', /\bgtest\b|\bgmock\b/],
    ['catch2', /\bcatch\w*\.hpp|catch2\//i],
    ['doctest', /\bdoctest\b/],
    ['boost test', /BOOST_AUTO_TEST|boost\/test/],
    ['qt test', /\bQTest\b/],
    ['cmocka', /\bcmocka\b/],
  ],
  signs: [],
};

export const SHELL: TestLanguage = {
  name: 'shell',
  extensions: ['bats', 'sh', 'bash'],
  named: /\.bats$|(?:_spec|[-_.]tests?)\.(?:sh|bash)$|^tests?[-_.]\w*/,
  byFolder: true,
  cases:
    /^@test\b|^\s*(?:Describe|It|Example|Specify)\s+['"]|^\s*(?:function\s+)?test_?\w+\s*\(\)|\btest_expect_success\b|^\s*it\s+['"]/m,
  checks:
    /^\s*\[\[? .+\]\]?\s*$|\bassert\w*\b|\brefute\w*\b|^\s*The\s+\w+|\btest_expect_success\b|\bfail\b|\|\|\s*(?:return|exit)\s+1|\bexit 1\b|\bdiff\b|^\s*test\s+/m,
  runners: [
    ['bats', /^@test\b/m],
    ['shellspec', /^\s*(?:Describe|It)\s+['"]/m],
    ['shunit2', /\bshunit2\b/],
    ['sharness', /\btest_expect_success\b/],
  ],
  signs: [{ means: 'cluster', layer: 'e2e', sign: /^[^#\n]*\bkubectl\s/m, path: /\.bats$|e2e/ }],
};

export const LUA: TestLanguage = {
  name: 'Lua',
  extensions: ['lua'],
  named: /_(?:spec|test)\.lua$|^test_?\w*\.lua$/,
  byFolder: true,
  cases: /\b(?:describe|it|test|context)\s*\(|\bfunction\s+[\w.:]*[tT]est\w*\s*\(|\bTestCase\b/,
  checks: /\b\w*assert\w*\b|\bexpect\w*\(|\beq\(|\blu\.\w+|\bMiniTest\.expect/,
  runners: [['busted', /\bdescribe\s*\(/]],
  signs: [],
};
