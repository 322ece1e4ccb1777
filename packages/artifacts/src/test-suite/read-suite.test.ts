import { describe, expect, test } from '@jest/globals';
import type { TestLayer } from '@shipworthy/model';
import { RepositoryFile } from '../repository-file.ts';
import { suiteOf } from './read-suite.ts';
import { pathJudge } from './test-paths.ts';

const suite = (path: string, text: string) => suiteOf(new RepositoryFile(path, 'fixture', text));
const lines = (...text: readonly string[]) => `${text.join('\n')}\n`;

describe('a file of tests is of the layer of what it does', () => {
  test.each<[TestLayer, string, string, string]>([
    ['unit', 'jest', 'src/a.test.ts', "import { test } from '@jest/globals';\ntest('a', () => expect(1).toBe(1));"],
    ['unit', 'ava', 'test.js', "import test from 'ava';\ntest('a', t => t.is(1, 1));"],
    ['unit', 'node:test', 'test/a.mjs', "import test from 'node:test';\ntest('a', () => assert.ok(1));"],
    ['unit', 'pytest', 'tests/test_a.py', 'def test_a():\n    assert 1 == 1'],
    ['unit', 'go test', 'money/money_test.go', 'func TestA(t *testing.T) {\n\tt.Fatal("x")\n}'],
    ['unit', 'junit', 'src/test/java/ATest.java', 'import org.junit.Test;\n@Test\nvoid a() { assertEquals(1, 1); }'],
    [
      'unit',
      'kotest',
      'src/test/kotlin/ATest.kt',
      'import io.kotest.matchers.shouldBe\n@Test fun a() { 1 shouldBe 1 }',
    ],
    [
      'unit',
      'spock',
      'src/test/groovy/ASpec.groovy',
      'import spock.lang.*\nclass ASpec extends Specification {\n  def "a"() {\n    expect: 1 == 1\n  }\n}',
    ],
    [
      'unit',
      'scalatest',
      'test/ASpec.scala',
      'import org.scalatest._\nclass ASpec extends AnyFlatSpec { it should "a" in { assert(true) } }',
    ],
    [
      'unit',
      'rspec',
      'spec/models/user_spec.rb',
      "require 'rails_helper'\ndescribe User do\n  it { is_expected.to be_valid }\nend",
    ],
    [
      'unit',
      'minitest',
      'test/models/user_test.rb',
      'require "test_helper"\nclass UserTest < ActiveSupport::TestCase\n  test "a" do\n    assert true\n  end\nend',
    ],
    ['unit', 'xunit', 'tests/A.UnitTests/ATests.cs', 'using Xunit;\n[Fact]\npublic void A() { Assert.True(true); }'],
    [
      'unit',
      'phpunit',
      'tests/Unit/ATest.php',
      '<?php class ATest extends TestCase { public function testA() { $this->assertTrue(true); } }',
    ],
    ['unit', 'pest', 'tests/Unit/ATest.php', "<?php\nit('a', function () { expect(1)->toBe(1); });"],
    ['unit', 'exunit', 'test/a_test.exs', 'use ExUnit.Case\n  test "a" do\n    assert 1 == 1\n  end'],
    ['unit', 'cargo test', 'src/lib.rs', '#[cfg(test)]\nmod tests {\n  #[test]\n  fn a() { assert_eq!(1, 1); }\n}'],
    ['unit', 'xctest', 'AppTests/ATests.swift', 'class ATests: XCTestCase { func testA() { XCTAssertTrue(true) } }'],
    ['unit', 'swift testing', 'Tests/ATests.swift', 'import Testing\n@Test func a() { #expect(1 == 1) }'],
    [
      'unit',
      'flutter test',
      'test/a_test.dart',
      "import 'package:flutter_test/flutter_test.dart';\nvoid main() { testWidgets('a', (t) async { expect(find.text('a'), findsOneWidget); }); }",
    ],
    ['unit', 'googletest', 'tests/a_test.cc', '#include <gtest/gtest.h>\nTEST(A, B) { EXPECT_EQ(1, 1); }'],
    ['unit', 'bats', 'test/a.bats', '@test "a" {\n  [ 1 -eq 1 ]\n}'],
    ['unit', 'prove', 't/a.t', 'use Test::More;\nok(1);'],
    [
      'integration',
      'go test',
      'store/store_test.go',
      '//go:build integration\n\npackage store\nfunc TestA(t *testing.T) { t.Fatal() }',
    ],
    [
      'integration',
      'vitest',
      'src/db.integration.test.ts',
      "import { it, expect } from 'vitest';\nit('a', () => expect(1).toBe(1));",
    ],
    [
      'integration',
      'junit',
      'src/test/java/OrderRepositoryTest.java',
      'import org.junit.jupiter.api.Test;\nimport org.testcontainers.containers.PostgreSQLContainer;\n@Test void a() { assertThat(1); }',
    ],
    [
      'integration',
      'xunit',
      'tests/Api.Tests/OrdersTests.cs',
      'using Microsoft.AspNetCore.Mvc.Testing;\n[Fact] public void A() { Assert.True(true); }',
    ],
    [
      'integration',
      'pytest',
      'test/telemetry/test_logs.py',
      'import requests\ndef test_logs(url):\n    r = requests.get(f"{url}/x")\n    r.raise_for_status()',
    ],
    [
      'integration',
      'rspec',
      'spec/requests/orders_spec.rb',
      "require 'rails_helper'\nRSpec.describe 'Orders', type: :request do\n  it('a') { get '/'; expect(response).to be_ok }\nend",
    ],
    [
      'integration',
      'phpunit',
      'tests/Feature/OrderTest.php',
      "<?php class OrderTest extends TestCase { use RefreshDatabase; public function test_a() { $this->get('/')->assertOk(); } }",
    ],
    [
      'integration',
      'cargo test',
      'tests/cli.rs',
      'use assert_cmd::Command;\n#[test]\nfn a() { Command::cargo_bin("x").unwrap().assert().success(); }',
    ],
    [
      'integration',
      'cucumber',
      'bdd/step_definitions/order.ts',
      "import { Then } from '@cucumber/cucumber';\nThen('a', function () { expect(this.status).toBe(200); });",
    ],
    [
      'e2e',
      'playwright',
      'tests/login.spec.ts',
      "import { test, expect } from '@playwright/test';\ntest('a', async ({ page }) => { await page.goto('/'); });",
    ],
    [
      'e2e',
      'cypress',
      'cypress/e2e/login.cy.ts',
      "describe('a', () => { it('b', () => { cy.visit('/'); cy.get('a').should('be.visible'); }); });",
    ],
    [
      'e2e',
      'rspec',
      'spec/system/login_spec.rb',
      "require 'rails_helper'\ndescribe 'login' do\n  it 'a' do\n    visit '/'\n    expect(page).to have_content 'a'\n  end\nend",
    ],
    [
      'e2e',
      'rspec',
      'spec/accounts/login_spec.rb',
      "RSpec.feature 'Login' do\n  scenario 'a' do\n    expect(1).to eq 1\n  end\nend",
    ],
    [
      'e2e',
      'xctest',
      'AppUITests/LoginTests.swift',
      'class LoginTests: XCTestCase { func testA() { XCUIApplication().launch(); XCTAssertTrue(true) } }',
    ],
    [
      'e2e',
      'junit',
      'app/src/androidTest/java/LoginTest.kt',
      'import androidx.test.espresso.Espresso.onView\nimport org.junit.Test\n@Test fun a() { onView(x).check(y) }',
    ],
    ['e2e', 'go test', 'test/e2e/main_test.go', 'func TestA(t *testing.T) { t.Fatal() }'],
    [
      'e2e',
      'flutter test',
      'integration_test/app_test.dart',
      "import 'package:integration_test/integration_test.dart';\nvoid main() { testWidgets('a', (t) async { expect(1, 1); }); }",
    ],
    [
      'contract',
      'rspec',
      'spec/pacts/store_spec.rb',
      "Pact.service_consumer 'a'\ndescribe 'x' do\n  it('a') { expect(1).to eq 1 }\nend",
    ],
    [
      'e2e',
      'ginkgo',
      'tests/func-tests/dashboard_test.go',
      'import . "github.com/onsi/ginkgo/v2"\nvar _ = Describe("a", func() {\n\tIt("b", func() { Expect(1).To(Equal(1)) })\n})',
    ],
    [
      'integration',
      'go test',
      'tests/functests/store_test.go',
      'import "testing"\nfunc TestA(t *testing.T) {\n\tt.Error("a")\n}',
    ],
    [
      'contract',
      'rspec',
      'spec/service_consumers/pact_helper.rb',
      "require 'pact/provider/rspec'\nrequire_relative '../spec_helper'\nPact.service_provider 'a' do\n  honours_pact_with 'b' do\n  end\nend",
    ],
    [
      'contract',
      'pytest',
      'tests/test_api.py',
      'import schemathesis\n@schema.parametrize()\ndef test_api(case):\n    case.call_and_validate()\n    assert case',
    ],
    [
      'contract',
      'rspec',
      'spec/requests/v1/orders_spec.rb',
      "require 'swagger_helper'\nRSpec.describe 'a' do\n  run_test!\nend",
    ],
    [
      'contract',
      'jest',
      'test/api.test.js',
      "const jestOpenAPI = require('jest-openapi').default;\njest.setTimeout(1);\nit('a', () => { expect(res).toSatisfyApiSpec(); });",
    ],
    [
      'load',
      'k6',
      'load/spike.js',
      "import http from 'k6/http';\nexport const options = { thresholds: { http_req_failed: ['rate<0.01'] } };",
    ],
    ['load', 'locust', 'tests/load/locustfile.py', 'from locust import HttpUser, task'],
    [
      'load',
      'artillery',
      'load-tests/api.yml',
      lines('config:', '  phases:', '    - duration: 60', '      arrivalRate: 5'),
    ],
    [
      'load',
      'hyperfoil',
      'orders/hyperfoil/get-orders.hf.yml',
      lines('name: get-orders', 'phases:', '  - get:', '      constantRate:', '        usersPerSec: 20'),
    ],
    ['load', 'jmeter', 'src/test/jmeter/plan.jmx', '<jmeterTestPlan version="1.2"></jmeterTestPlan>'],
    [
      'load',
      'gatling',
      'src/gatling/scala/OrderSimulation.scala',
      'import io.gatling.core.Predef._\nclass OrderSimulation extends Simulation {}',
    ],
  ])('%s, %s: %s', (layer, runner, path, text) => {
    expect(suite(path, text)).toMatchObject({ layer, facts: { runner } });
  });

  test.each([
    [
      'a component in a browser',
      'cypress/component/a.cy.tsx',
      "it('a', () => { cy.mount(<A />); cy.get('a').should('exist'); });",
    ],
    [
      'a unit test in a folder of end-to-end tests',
      'e2e-tests/unit/wait.test.ts',
      "import { chromium } from '@playwright/test';\nit('a', () => { expect(1).toBe(1); });",
    ],
    ['a package called system', 'pkg/system/system_test.go', 'func TestA(t *testing.T) { t.Fatal() }'],
    [
      'a model called Integration',
      'spec/models/integration_spec.rb',
      "describe Integration do\n  it('a') { expect(1).to eq 1 }\nend",
    ],
    [
      'what belongs to a model called Integration',
      'spec/graphql/mutations/integration_customers/create_spec.rb',
      "describe Create do\n  it('a') { expect(1).to eq 1 }\nend",
    ],
    [
      'a template of a chart that is put together',
      'charts/shop/tests/deployment_test.yaml',
      lines(
        'suite: deployment',
        'tests:',
        '  - it: has a name',
        '    asserts:',
        '      - equal:',
        '          value: shop',
      ),
    ],
    [
      'a slice of an application',
      'src/test/java/AControllerTest.java',
      '@WebMvcTest\nclass A { @Test void a() { assertThat(1); } }',
    ],
    [
      'HTML that is parsed',
      'spec/lib/page_spec.rb',
      "describe 'a' do\n  it('a') { expect(Capybara.string(html)).to have_css('a') }\nend",
    ],
    ['an interface that is called contract', 'roles/contract_test.go', 'func TestA(t *testing.T) { t.Fatal() }'],
    [
      'requests that go nowhere',
      'tests/test_client.py',
      'import requests\ndef test_a(requests_mock):\n    assert requests.get("https://x").ok',
    ],
    [
      'a test of a tool, which quotes tests',
      'src/tool.test.ts',
      "import { it, expect } from 'vitest';\nit('a', () => expect(layer(\"import { test } from '@playwright/test'\")).toBe('e2e'));",
    ],
    [
      'a test of a tool, which quotes load tests',
      'src/load.test.ts',
      "import { it, expect } from 'vitest';\nconst text = `\nimport http from 'k6/http';\n`;\nit('a', () => expect(text).toBe(1));",
    ],
  ])('%s is a unit test', (_what, path, text) => {
    expect(suite(path, text)).toMatchObject({ layer: 'unit' });
  });

  test.each([
    ['nothing is checked', 'tests/test_a.py', 'def helper():\n    return 1'],
    ['no case is there', 'test/setup.ts', 'export const expected = assert(1);'],
    ['the traffic of a demonstration', 'src/loadgenerator/locustfile.py', 'from locust import HttpUser, task'],
    ['phases of something else', 'test/performance/jobs.yaml', 'phases:\n  - duration: 5'],
    ['a benchmark alone', 'pkg/a_bench_test.go', 'func BenchmarkA(b *testing.B) {\n\tfor i := 0; i < b.N; i++ {}\n}'],
    ['data of a test in YAML', 'charts/shop/tests/values_test.yaml', lines('suite: deployment', 'values: []')],
    ['a source without tests', 'src/main.rs', 'fn main() { x.unwrap(); }'],
    ['a stub that a framework made', 'shop/tests.py', 'from django.test import TestCase\n\n# Create your tests here.'],
  ])('%s: no tests', (_what, path, text) => {
    expect(suite(path, text)).toBeUndefined();
  });
});

test('what checks is a place in the text', () => {
  const text = 'def test_a():\n    assert 1 == 1\n';
  const [start, end] = suite('tests/test_a.py', text)?.facts.checks ?? [0, 0];
  expect(text.slice(start, end)).toBe('assert');
});

test('bounds of a load test are told from none', () => {
  const bare = "import http from 'k6/http';\nexport default () => http.get('x');\n";
  expect(suite('load/a.js', bare)?.facts.thresholds).toBeUndefined();
  expect(suite('load/a.js', `${bare}export const options = { thresholds: {} };`)?.facts.thresholds).toBeDefined();
});

test('what stands in for others is said', () => {
  const text = "import nock from 'nock';\nit('a', () => expect(1).toBe(1));";
  expect(suite('src/a.test.ts', text)?.facts.means).toEqual(['http-stub']);
});

describe('what tests call to hold a response to the description', () => {
  const LOADS = "const api = load('public/swagger/index.yml');\nmodule.exports = (body) => validate(body, api);\n";
  test.each<[string, string, TestLayer | undefined]>([
    ['test/api/support/validateAgainstSchema.js', LOADS, 'contract'],
    ['test/api/support/validateAgainstSchema.js', "const api = load('public/swagger/index.yml');\n", undefined],
    ['test/api/support/validateAgainstSchema.js', 'module.exports = (body) => validate(body, TYPES);\n', undefined],
    ['test/api/support/session.js', LOADS, undefined],
  ])('%s', (path, text, layer) => {
    expect(suite(path, text)?.layer).toBe(layer);
  });
  test.each([
    ['test/api/support/validateAgainstSchema.js', 'test'],
    ['spec/support/openapi_matcher.rb', 'test'],
    ['test/api/support/session.js', undefined],
    ['charts/shop/tests/deployment_test.yaml', 'test'],
    ['orders/hyperfoil/get-orders.hf.yml', 'test'],
    ['test/fixtures/openapi_matcher.rb', undefined],
    ['src/support/validateAgainstSchema.js', undefined],
  ])('%s is read: %s', (path, suits) => {
    expect(pathJudge()(path)).toBe(suits);
  });
});
