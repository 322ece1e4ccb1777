import type { TestLanguage } from './language.ts';

export const PYTHON: TestLanguage = {
  name: 'Python',
  extensions: ['py'],
  named: /^tests?[-_.]|_tests?\.py$|^tests?\.py$|_spec\.py$|_steps\.py$|^locustfile|^steps\.py$/i,
  cases: /^[ \t]*(?:async[ \t]+)?def[ \t]+test\w*\s*\(|^class\s+\w+\([^)\n]*TestCase\b|^@(?:given|when|then|step)\(/m,
  checks:
    /^[ \t]*assert\b|\bself\.assert\w+|\.assert_\w+\(|\bassert_\w+\(|\bpytest\.(?:raises|warns|fail)\b|\bexpect\(|\bself\.fail\(|\braise_for_status\(|\b\w*[aA]ssert\w*\(|==\s*snapshot/m,
  runners: [
    ['behave', /^from behave import/m],
    ['pytest', /\bpytest\b|^[ \t]{0,4}def test/m],
    ['unittest', /\bunittest\b|\bTestCase\b/],
  ],
  signs: [
    { means: 'pact', layer: 'contract', sign: /^\s*(?:from|import) pact\b/m },
    { means: 'schemathesis', layer: 'contract', sign: /\bschemathesis\b/ },
    {
      means: 'openapi-validator',
      layer: 'contract',
      sign: /^\s*(?:from|import) (?:openapi_core|openapi_tester|dredd_hooks|hypothesis_openapi|openapi_spec_validator)\b/m,
    },
    {
      means: 'browser',
      layer: 'e2e',
      sign: /^\s*(?:from|import) (?:selenium|playwright|splinter|pypom|helium|seleniumbase)\b|\b(?:Static)?LiveServerTestCase\b|\bdriver\.find_element|\bpage\.goto\(/m,
    },
    { means: 'device', layer: 'e2e', sign: /^\s*(?:from|import) appium\b/m },
    {
      means: 'testcontainers',
      layer: 'integration',
      sign: /^\s*(?:from|import) (?:testcontainers|pytest_docker|testing\.postgresql|docker)\b|\bdocker_(?:services|compose\w*|client)\b/m,
    },
    { means: 'marked', layer: 'integration', sign: /\bpytest\.mark\.(?:integration|functional|system|docker)\w*/ },
    {
      means: 'database',
      sign: /\bdjango_db\b|\bdjango\.test\b|\bAPITestCase\b|\bcreate_engine\(|\bdb_session\b|\bdbsession\b|\bdb_request\b|\bnotify_db\w*\b|\bAsyncSession\b|\bpsycopg\d?\b|\bpytest\.mark\.\w*(?:_db|database|redis)\b|\bDATABASE_URL\b/,
    },
    { means: 'vcr', sign: /\bvcr\b|\bbetamax\b/ },
    {
      means: 'http-stub',
      sign: /\brequests_mock\b|\bhttpretty\b|\brespx\b|\bresponses\.(?:add|activate)\b|\baioresponses\b|\bpytest_httpx\b|\bhttpx_mock\b|\bpatch\(|\bmonkeypatch\b|\bmocker\b|\bMagicMock\b|\bMockTransport\b/,
    },
    { means: 'in-process', sign: /\bTestClient\b|\btest_client\b|\bAPIClient\b|\bASGITransport\b/ },
    { means: 'requests', sign: /\b(?:requests|httpx)\.(?:get|post|put|patch|delete|request)\(/ },
  ],
};
