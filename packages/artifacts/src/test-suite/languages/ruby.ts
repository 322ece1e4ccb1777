import type { TestLanguage } from './language.ts';

export const RUBY: TestLanguage = {
  name: 'Ruby',
  extensions: ['rb'],
  // A provider's side of Pact: the file names the consumers whose expectations are replayed.
  named: /_(?:spec|test|steps)\.rb$|^test_\w+\.rb$|^pact_helper\.rb$/,
  cases:
    /^\s*(?:(?:RSpec\.)?(?:describe|context|feature|scenario)|it|specify|test|should)\b.*(?:\bdo\b|\{)|^\s*def test_\w+|^\s*(?:Given|When|Then|And)\b.*\bdo\b|^\s*honours_pacts?_with\b/m,
  checks:
    /\bexpect[\s({]|\b(?:assert|refute)\w*|\bshould(?:_not)?\b|\.must_\w+|\bis_expected\b|\bhave_\w+|\brun_test!|\bflunk\b|\bfind\(|\bshould_\w+|\bhonours_pacts?_with\b/,
  runners: [
    ['cucumber', /^\s*(?:Given|When|Then|And)\b.*\bdo\b/m],
    ['minitest', /\bMinitest\b|ActiveSupport::TestCase|ActionDispatch::|ApplicationSystemTestCase|test_helper/],
    ['test-unit', /Test::Unit/],
    ['rspec', /\b(?:RSpec|spec_helper|rails_helper|describe|feature|swagger_helper)\b/],
  ],
  signs: [
    {
      means: 'pact',
      layer: 'contract',
      sign: /\bPact\.(?:service_consumer|provider_states_for|service_provider)|\bhas_pact_with\b|\bpact_helper\b|require ["']pact|\bpact_test_helper\b|\bpact:\s*true\b/,
    },
    { means: 'rswag', layer: 'contract', sign: /\bswagger_helper\b|\brswag\b|\bopenapi_helper\b/ },
    {
      means: 'openapi-validator',
      layer: 'contract',
      sign: /\bassert_(?:response_schema_confirm|schema_conform|request_schema_confirm)\b|\bCommittee::|\bOpenapiFirst\b|\bopenapi_first\b|\bapivore\b|\bmatch_openapi_\w+|\bconform_to_openapi|\bskooma\b|\bconform_schema\b/i,
    },
    {
      means: 'browser',
      layer: 'e2e',
      sign: /\btype(?::| =>)\s*:(?:system|feature)\b|\bApplicationSystemTestCase\b|\bSelenium::WebDriver\b|\bCapybara\.(?:app|current_driver|using_\w+)|\bFerrum\b|\bWatir\b|^\s*(?:RSpec\.)?feature\s+["'A-Z]/m,
    },
    {
      means: 'browser',
      layer: 'e2e',
      sign: /^\s*scenario\s+["']|\bvisit[\s(]|\bpage\b/m,
      path: /(?:^|\/)(?:features?|system|acceptance|step_definitions|e2e)\/.*\.rb$/,
    },
    { means: 'testcontainers', layer: 'integration', sign: /\bTestcontainers\b/ },
    {
      means: 'application',
      layer: 'integration',
      sign: /\bActionDispatch::IntegrationTest\b|\btype(?::| =>)\s*:request\b/,
    },
    {
      means: 'application',
      layer: 'integration',
      sign: /^\s*(?:get|post|put|patch|delete)[\s(]/m,
      path: /(?:^|\/)requests?\/.*\.rb$/,
    },
    {
      means: 'marked',
      layer: 'integration',
      sign: /^\s*(?:RSpec\.)?describe\b[^\n]*,\s*(?::integration\b|integration: true)/m,
    },
    {
      means: 'database',
      sign: /\brails_helper\b|\bActiveSupport::TestCase\b|\btest_helper\b|\bActiveRecord\b|\bcreate\(:|\bcreate :|\bFactoryBot\b/,
    },
    { means: 'in-process', sign: /\bRack::Test::Methods\b/ },
    { means: 'vcr', sign: /\bvcr\b|\bVCR\b/ },
    { means: 'http-stub', sign: /\bWebMock\b|\bstub_request\b|\bstub_\w+_(?:api|request|call)\w*|\bwebmock\b/ },
  ],
};
