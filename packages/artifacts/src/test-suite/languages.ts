/** How tests are written in one language: where its runners look, what a case looks like and what checks something. */
export interface TestLanguage {
  readonly name: string;
  /** Lower case, without dot. */
  readonly extensions: readonly string[];
  /** Base names, as written, that runners or custom take for tests. */
  readonly named: RegExp;
  /** Any file of the language in a folder of tests may be one: its runners go by folder. */
  readonly byFolder?: true;
  /** Tests stand in the sources themselves. */
  readonly inline?: true;
  /** A case: a function, block or class that a runner calls. */
  readonly cases: RegExp;
  /** An assertion or expectation. */
  readonly checks: RegExp;
  /** Runners by what only their tests say; the first that fits. */
  readonly runners: readonly (readonly [name: string, sign: RegExp])[];
}

/** `FooTest`, `FooTests`, `TestFoo`, `FooIT`, `FooSpec`... of the languages whose files are named like their class. */
const CLASS_NAMED =
  /^Test[A-Z]\w*\.|(?:Tests?|TestCase|TestSuite|IT|ITCase|Specs?|Should|Steps?|StepDefs?|StepDefinitions?|Simulation|Cest|Cept|Contract)\.\w+$/;

const JAVASCRIPT: TestLanguage = {
  name: 'JavaScript',
  extensions: ['js', 'jsx', 'cjs', 'mjs', 'ts', 'tsx', 'cts', 'mts'],
  named: /(?:[-._](?:test|tests|spec|specs|cy|e2e|it|pact|k6)|^tests?)\.[cm]?[jt]sx?$|(?:^|[-._])k6(?=[-._])/i,
  byFolder: true,
  cases:
    /\b(?:it|test|describe|specify|suite|scenario|Scenario|Deno\.test|Given|When|Then|[rR]uleTester\.run|fixture)(?:\.\w+){0,4}\s*(?:\(|`)|\bnew Test\(/,
  checks:
    /\b(?:assert|expect|should|chai|sinon|verify)\w*\s*[.(<]|\.should\b|\b(?:t|tap|test|assert|is)\.(?:is|not|deepEqual|true|false|truthy|falsy|equals?|same|ok|notOk|pass|throws|throwsAsync|rejects|like|match|regex|snapshot|type|strictEqual|end)\s*\(|\bcy\.\w+\(|[rR]uleTester\.run\(|\bfail\(|\b\w*Tester?\.\w+\(/,
  runners: [
    ['playwright', /['"]@?playwright(?:-core|\/[\w-]+)?['"]/],
    ['cypress', /\bcy\.\w+\(/],
    ['vitest', /['"](?:vitest|vite-plus\/test)['"]|\bvi\.\w+\(/],
    ['jest', /['"]@jest\/globals['"]|\bjest\.\w+\(/],
    ['node:test', /['"]node:test['"]/],
    ['bun test', /['"]bun:test['"]/],
    ['deno test', /\bDeno\.test\b/],
    ['ava', /['"]ava['"]/],
    ['tap', /['"](?:tap|tape|@tapjs\/[\w-]+|libtap)['"]/],
    ['lab', /['"]@hapi\/lab['"]/],
    ['uvu', /['"]uvu['"]/],
    ['qunit', /['"]qunit['"]/],
    ['mocha', /['"](?:mocha|chai)['"]/],
    ['cucumber', /['"]@?cucumber(?:\/cucumber)?['"]/],
  ],
};

const PYTHON: TestLanguage = {
  name: 'Python',
  extensions: ['py'],
  named: /^tests?[-_.]|_tests?\.py$|^tests?\.py$|_spec\.py$|_steps\.py$|^locustfile|^steps\.py$/i,
  cases: /^[ \t]*(?:async[ \t]+)?def[ \t]+test\w*\s*\(|^class\s+\w+\([^)\n]*TestCase\b|^@(?:given|when|then|step)\(/m,
  checks:
    /^[ \t]*assert\b|\bself\.assert\w+|\.assert_\w+\(|\bassert_\w+\(|\bpytest\.(?:raises|warns|fail)\b|\bexpect\(|\bself\.fail\(|\braise_for_status\(|\b\w*assert\w*\(|==\s*snapshot/im,
  runners: [
    ['behave', /^from behave import/m],
    ['pytest', /\bpytest\b|^[ \t]{0,4}def test/m],
    ['unittest', /\bunittest\b|\bTestCase\b/],
  ],
};

const GO: TestLanguage = {
  name: 'Go',
  extensions: ['go'],
  named: /_test\.go$/,
  cases: /^func\s+(?:\([^)\n]*\)\s*)?(?:Test|Fuzz|Example)\w*\(|\b(?:Describe|It|Specify|DescribeTable)\(/m,
  checks:
    /\b[tTbB]{1,2}\.(?:Error|Errorf|Fatal|Fatalf|Fail|FailNow|Assert|Check)\b|\b\w*(?:[Aa]ssert|[Rr]equire|[Ee]xpect|[Vv]erify|[Cc]heck|[Mm]ust)\w*[.(]|\bExpect\(|Ω\(|\b(?:is|c|qt|be|s|suite|ts)\.(?:Equal|NoErr|True|False|Nil|Assert|Check|Require|NoError|Error)\b|\/\/ (?:Unordered )?[Oo]utput:|cmp\.Diff|\btest\w*\(t\b/,
  runners: [
    ['ginkgo', /onsi\/ginkgo/],
    ['go test', /./],
  ],
};

const JVM_CHECKS =
  /\b\w*(?:[Aa]ssert|[Ee]xpect|[Vv]erify|[Ss]hould|[Mm]ust|[Tt]hat)\w*|\bfail\(|^\s*(?:then|expect):|\.check\(|\bStepVerifier\b/m;
const JVM_CASES =
  /@(?:Test|ParameterizedTest|Property|RepeatedTest|TestFactory|ArchTest|Given|When|Then|And|QuickTheory)\b|\bdef\s+["'][^"'\n]+["']\s*\(|:\s*(?:String|Fun|Behavior|Describe|Should|Word|Free|Feature|Expect|Annotation)Spec\b|\bextends\s+(?:\w+\.)*\w*(?:Spec|Suite|TestCase|Test|Simulation|Specification|PropSpec|Properties)\b|\bobject\s+\w+\s+extends\s+\w*TestSuite|\bContract\.make\b/;
const JVM_RUNNERS: TestLanguage['runners'] = [
  ['gatling', /\bio\.gatling\b/],
  ['cucumber', /\bio\.cucumber\b|\bcucumber\.api\b/],
  ['kotest', /\bio\.kotest\b/],
  ['spock', /\bspock\.lang\b/],
  ['testng', /\borg\.testng\b/],
  ['scalatest', /\borg\.scalatest/],
  ['specs2', /\borg\.specs2\b/],
  ['munit', /\bmunit\b/],
  ['junit', /\bjunit\b|kotlin\.test/],
];
const jvm = (name: string, extensions: readonly string[]): TestLanguage => ({
  name,
  extensions,
  named: CLASS_NAMED,
  cases: JVM_CASES,
  checks: JVM_CHECKS,
  runners: JVM_RUNNERS,
});

const RUBY: TestLanguage = {
  name: 'Ruby',
  extensions: ['rb'],
  named: /_(?:spec|test|steps)\.rb$|^test_\w+\.rb$/,
  cases:
    /^\s*(?:(?:RSpec\.)?(?:describe|context|feature|scenario)|it|specify|test|should)\b.*(?:\bdo\b|\{)|^\s*def test_\w+|^\s*(?:Given|When|Then|And)\b.*\bdo\b/m,
  checks:
    /\bexpect[\s({]|\b(?:assert|refute)\w*|\bshould(?:_not)?\b|\.must_\w+|\bis_expected\b|\bhave_\w+|\brun_test!|\bflunk\b|\bfind\(|\bshould_\w+/,
  runners: [
    ['cucumber', /^\s*(?:Given|When|Then|And)\b.*\bdo\b/m],
    ['minitest', /\bMinitest\b|ActiveSupport::TestCase|ActionDispatch::|ApplicationSystemTestCase|test_helper/],
    ['rspec', /\b(?:RSpec|spec_helper|rails_helper|describe|swagger_helper)\b/],
    ['test-unit', /Test::Unit/],
  ],
};

const DOTNET: TestLanguage = {
  name: 'C#',
  extensions: ['cs', 'fs', 'vb'],
  named: /(?:Tests?|Specs?|Should|Steps?|Facts|Scenarios?|Fixture)(?:\.\w+)?\.(?:cs|fs|vb)$|^Test[A-Z]/,
  byFolder: true,
  cases:
    /[[<](?:\w+\s*,\s*)?(?:\w*Fact|\w*Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod|Property|AvaloniaFact|Given|When|Then)(?:Attribute)?\b[^\]>\n]{0,200}[\]>(]|\btestCase\s+"|\btestList\s+"/,
  checks: /\bAssert\w*\b|\.Should\w*\b|\b\w*Verif\w+\(|\bExpect\w*\b|\bThat\(|\btest\s*<@|\.Received\(|EnsureSuccess/,
  runners: [
    ['xunit', /\bXunit\b|\[(?:Fact|Theory)/],
    ['nunit', /\bNUnit\b|\[(?:TestFixture|TestCase)/],
    ['mstest', /\[TestMethod|UnitTesting/],
    ['tunit', /\bTUnit\b/],
    ['expecto', /\bExpecto\b/],
  ],
};

const PHP: TestLanguage = {
  name: 'PHP',
  extensions: ['php'],
  named: /(?:Test|Cest|Cept|Context|Spec)\.php$|^test[-_]/,
  byFolder: true,
  cases:
    /\bextends\s+[\\\w]*(?:TestCase|TestBase|Test|Unit|WebTestCase)\b|\bfunction\s+test\w*\s*\(|#\[Test\b|@test\b|^\s*(?:it|test|describe|scenario|arch)\s*\(|@(?:Given|When|Then)\b|AcceptanceTester|FunctionalTester|ApiTester|ObjectBehavior/m,
  checks: /\b(?:assert|expect)\w*\s*\(|->(?:should|assert|expect|see|dontSee|verify|throw)\w*\(|->toBe/,
  runners: [
    ['pest', /^\s*(?:it|test|describe|arch)\s*\(/m],
    ['codeception', /\b(?:AcceptanceTester|FunctionalTester|ApiTester|UnitTester|Codeception)\b/],
    ['phpspec', /ObjectBehavior/],
    ['behat', /\bBehat\b/],
    ['phpunit', /./],
  ],
};

const ELIXIR: TestLanguage = {
  name: 'Elixir',
  extensions: ['exs', 'ex'],
  named: /_test\.exs$/,
  cases: /^\s*(?:test|feature|property|describe)\s+["(]|^\s*doctest\b/m,
  checks: /\b(?:assert|refute|check|expect)\w*\b|^\s*doctest\b/m,
  runners: [['exunit', /./]],
};

const RUST: TestLanguage = {
  name: 'Rust',
  extensions: ['rs'],
  named: /^tests?\.rs$|_tests?\.rs$|^test_\w+\.rs$/,
  byFolder: true,
  inline: true,
  cases:
    /#\[(?:\w+::){0,3}(?:\w*test|rstest|test_case|test_log|case|proptest|quickcheck|wasm_bindgen_test|test_matrix)(?:\([^\]\n]{0,200}\))?\]|\bproptest!\s*\{|^\s*\w*test\w*!\s*[({]/m,
  checks:
    /\b\w*assert\w*!|\bshould_panic\b|\binsta::|\.assert\(|\bprop_assert|\.unwrap\(\)|\bpanic!|\b\w*assert\w*\(|\.expect\(/,
  runners: [['cargo test', /./]],
};

const SWIFT: TestLanguage = {
  name: 'Swift',
  extensions: ['swift', 'm', 'mm'],
  named: /(?:Tests?|Specs?|TestCase)\.(?:swift|mm?)$|^Test[A-Z]/,
  byFolder: true,
  cases: /\bfunc\s+test\w*\s*\(|@Test\b|\b(?:QuickSpec|AsyncSpec)\b|^-\s*\(void\)\s*test\w+|\bXCTestCase\b/m,
  checks:
    /\bXCT(?:Assert\w*|Fail|Unwrap)|#expect\b|#require\b|\bexpect\w*\s*[({]|\bassert\w*\(|waitForExistence|\bverify\w*\(/,
  runners: [
    ['swift testing', /^import Testing\b/m],
    ['quick', /\b(?:QuickSpec|AsyncSpec)\b/],
    ['xctest', /./],
  ],
};

const DART: TestLanguage = {
  name: 'Dart',
  extensions: ['dart'],
  named: /_test\.dart$|(?:^|[-_])test\.dart$/,
  byFolder: true,
  cases:
    /\b(?:test|testWidgets|group|patrolTest|patrolWidgetTest|blocTest|testGoldens|testWithGame)\s*(?:<[^>\n]{0,80}>)?\(/,
  checks: /\b(?:expect|verify|assert)\w*\s*\(|matchesGoldenFile|\bfind\./,
  runners: [
    ['flutter test', /package:(?:flutter_test|integration_test)\//],
    ['dart test', /./],
  ],
};

const CPP: TestLanguage = {
  name: 'C++',
  extensions: ['c', 'cc', 'cpp', 'cxx', 'h', 'hpp'],
  named: /(?:^|[-_.])(?:unit)?tests?[-_.]|(?:Tests?|_spec)\.(?:c|cc|cpp|cxx)$|^tests?\.(?:c|cc|cpp|cxx)$/,
  byFolder: true,
  cases:
    /\b(?:TEST|TEST_F|TEST_P|TYPED_TEST|TYPED_TEST_P|TEST_CASE|TEST_CASE_METHOD|SECTION|SCENARIO|BOOST_AUTO_TEST_CASE|BOOST_FIXTURE_TEST_CASE|CPPUNIT_TEST|START_TEST|TEST_GROUP|QTEST_\w+|DOCTEST_TEST_CASE|RUN_TEST|cmocka_unit_test|TestMain|MU_TEST|CTEST\d?|MunitTest|TEST_BEGIN|TESTFUNC)\b\s*[({[]?|\bint\s+main\s*\(|\b(?:static\s+)?(?:void|int|bool)\s+(?:test_\w+|\w+_test)\s*\(/,
  checks:
    /\b(?:\w+_)?(?:EXPECT|ASSERT|CHECK|REQUIRE|BOOST_TEST|BOOST_CHECK|BOOST_REQUIRE|QVERIFY|QCOMPARE|CPPUNIT_ASSERT|TEST_ASSERT|VERIFY|CU_ASSERT)\w*\s*\(|\b(?:ck_)?assert\w*\s*\(|\bassert_\w+\(/,
  runners: [
    ['googletest', /\bgtest\b|\bgmock\b/],
    ['catch2', /\bcatch\w*\.hpp|catch2\//i],
    ['doctest', /\bdoctest\b/],
    ['boost test', /BOOST_AUTO_TEST|boost\/test/],
    ['qt test', /\bQTest\b/],
    ['cmocka', /\bcmocka\b/],
  ],
};

const SHELL: TestLanguage = {
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
};

const LUA: TestLanguage = {
  name: 'Lua',
  extensions: ['lua'],
  named: /_(?:spec|test)\.lua$|^test_?\w*\.lua$/,
  byFolder: true,
  cases: /\b(?:describe|it|test|context)\s*\(|\bfunction\s+[\w.:]*test\w*\s*\(|\bTestCase\b/i,
  checks: /\b\w*assert\w*\b|\bexpect\w*\(|\beq\(|\blu\.\w+|\bMiniTest\.expect/i,
  runners: [['busted', /\bdescribe\s*\(/]],
};

/** Languages with few forms, that need no more than a line. */
const simple = (
  name: string,
  extensions: readonly string[],
  named: RegExp,
  cases: RegExp,
  checks: RegExp,
  runner: string,
): TestLanguage => ({
  name,
  extensions,
  named,
  byFolder: true,
  cases,
  checks,
  runners: [[runner, /./]],
});

const OTHERS: readonly TestLanguage[] = [
  simple(
    'Perl',
    ['t'],
    /\.t$/,
    /\bTest2?(?:::\w+)+|\b(?:subtest|plan)\b/,
    /\b(?:ok|is|isnt|like|unlike|is_deeply|cmp_ok|isa_ok|can_ok|pass|fail|dies_ok|throws_ok|lives_ok)\b[\s(]/,
    'prove',
  ),
  simple(
    'Haskell',
    ['hs'],
    /(?:Spec|Tests?)\.hs$/,
    /\b(?:describe|it|testCase|testProperty|testGroup|prop|hspec|TestList|property)\b/,
    /\bshould\w+|@\?=|@=\?|\bassert\w*|===|\bproperty\b/,
    'hspec',
  ),
  simple(
    'Clojure',
    ['clj', 'cljs', 'cljc'],
    /_test\.clj[cs]?$/,
    /\(deftest\b|\(defspec\b|\(facts?\b/,
    /\(is\b|\(are\b|=>/,
    'clojure.test',
  ),
  simple(
    'R',
    ['r'],
    /^test-?.*\.[rR]$/,
    /\b(?:test_that|it|describe|expect_\w+)\s*\(/,
    /\bexpect_\w+\(|\bstopifnot\(|\bcheck\w+\(/,
    'testthat',
  ),
  simple(
    'Julia',
    ['jl'],
    /^(?:runtests|test_?\w*|\w+_tests?)\.jl$/,
    /@testset\b|@test\b|@testitem\b/,
    /@test(?:_\w+)?\b/,
    'Test',
  ),
  simple(
    'Erlang',
    ['erl'],
    /(?:_SUITE|_tests|_test)\.erl$/,
    /_test_?\s*\(|\ball\(\)|\b\w+\(_?Config\)/,
    /\?(?:assert|_assert|_test)\w*|\bct:fail|\b\w+\s*=\s*\w+/,
    'common test',
  ),
  simple(
    'OCaml',
    ['ml'],
    /(?:^|_)tests?(?:_\w+)?\.ml$/,
    /\blet%(?:test|expect_test)|\btest_case\b|\bAlcotest\b|\bOUnit/,
    /\bassert\w*|\bcheck\b|%expect/,
    'alcotest',
  ),
  simple('Elm', ['elm'], /Tests?\.elm$/, /\b(?:describe|test|fuzz\d?)\b/, /\bExpect\./, 'elm-test'),
  simple(
    'Nim',
    ['nim'],
    /^t(?:est)?_?\w+\.nim$/,
    /\b(?:suite|test)\s+"/,
    /\b(?:check|doAssert|require|expect)\b/,
    'unittest',
  ),
  simple(
    'Robot',
    ['robot'],
    /\.robot$/,
    /^\*{3}\s*(?:Test Cases|Tasks)\s*\*{3}/im,
    /\bShould\b|\b(?:Wait Until|Click|Go To|Get (?:Text|Element))\b/i,
    'robot framework',
  ),
  simple('Terraform', ['hcl'], /\.tftest\.hcl$/, /^run\s+"/m, /\bassert\s*\{/, 'terraform test'),
  simple('Rego', ['rego'], /_test\.rego$/, /^(?:todo_)?test_\w+/m, /^(?:test_\w+)/m, 'opa test'),
  {
    ...simple(
      'Zig',
      ['zig'],
      /(?:^|_)tests?\.zig$/,
      /^test\s+(?:"|\w+\s*\{|\{)/m,
      /\bexpect\w*\(|\bassert\(/,
      'zig test',
    ),
    inline: true,
  },
];

export const TEST_LANGUAGES: readonly TestLanguage[] = [
  JAVASCRIPT,
  PYTHON,
  GO,
  jvm('Java', ['java']),
  jvm('Kotlin', ['kt', 'kts']),
  jvm('Groovy', ['groovy']),
  jvm('Scala', ['scala', 'sc']),
  RUBY,
  DOTNET,
  PHP,
  ELIXIR,
  RUST,
  SWIFT,
  DART,
  CPP,
  SHELL,
  LUA,
  ...OTHERS,
];

const BY_EXTENSION: ReadonlyMap<string, TestLanguage> = new Map(
  TEST_LANGUAGES.flatMap((language) => language.extensions.map((extension) => [extension, language] as const)),
);

/** The language of a file by its extension, which may be of any case. */
export const testLanguageOf = (path: string): TestLanguage | undefined =>
  BY_EXTENSION.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
