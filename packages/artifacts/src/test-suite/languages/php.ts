import type { TestLanguage } from './language.ts';

export const PHP: TestLanguage = {
  name: 'PHP',
  extensions: ['php'],
  named: /(?:Test|Cest|Cept|Context|Spec)\.php$|^test[-_]/,
  byFolder: true,
  cases:
    /\bextends\s+[\\\w]*(?:TestCase|TestBase|Test|Unit)\b|\bfunction\s+test\w*\s*\(|#\[Test\b|@test\b|^\s*(?:it|test|describe|scenario|arch)\s*\(|@(?:Given|When|Then)\b|AcceptanceTester|FunctionalTester|ApiTester|ObjectBehavior/m,
  checks: /\b(?:assert|expect)\w*\s*\(|->(?:should|assert|expect|see|dontSee|verify|throw)\w*\(|->toBe/,
  runners: [
    ['pest', /^\s*(?:it|test|describe|arch)\s*\(/m],
    ['codeception', /\b(?:AcceptanceTester|FunctionalTester|ApiTester|UnitTester|Codeception)\b/],
    ['phpspec', /ObjectBehavior/],
    ['behat', /\bBehat\b/],
    ['phpunit', /./],
  ],
  signs: [
    { means: 'pact', layer: 'contract', sign: /\bPhpPact\b/ },
    { means: 'openapi-validator', layer: 'contract', sign: /\bOpenAPIValidation\\|\bSpectator\b|\bOsteel\\OpenApi\b/ },
    {
      means: 'browser',
      layer: 'e2e',
      sign: /\bDuskTestCase\b|\bLaravel\\Dusk\b|\bPantherTestCase\b|\bWebDriverBy\b|\bAcceptanceTester\b|\bPest\\Browser\b|\bFacebook\\WebDriver\b/,
    },
    {
      means: 'application',
      layer: 'integration',
      sign: /\bextends\s+[\\\w]*(?:WebTestCase|KernelTestCase|ApiTestCase|FunctionalTestCase|IntegrationTestCase|FeatureTestCase|BrowserTestBase)\b|\bFunctionalTester\b|\bApiTester\b|\bMinkContext\b/,
    },
    {
      means: 'application',
      layer: 'integration',
      sign: /\$this->(?:\w+\([^()\n]{0,80}\)->){0,3}(?:get|post|put|patch|delete)(?:Json)?\(\s*(?:['"]\/|route\()|\$this->(?:json|call)\(\s*['"](?:GET|POST|PUT|PATCH|DELETE)/,
    },
    {
      means: 'application',
      layer: 'integration',
      sign: /\bRefreshDatabase\b|\bDatabaseTransactions\b|->actingAs\(/,
      path: /(?:^|\/)[Ff]eature\//,
    },
    {
      means: 'marked',
      layer: 'integration',
      sign: /@group\s+(?:integration|functional)|#\[Group\(['"](?:integration|functional)/,
    },
    {
      means: 'database',
      sign: /\bRefreshDatabase\b|\bDatabaseTransactions\b|\bDatabaseMigrations\b|\bEntityManager\w*\b|\bEloquent\b|\bPDO\b|factory\(/,
    },
    { means: 'vcr', sign: /\bVCR\b/ },
    { means: 'http-stub', sign: /\bHttp::fake\b|\bMockHandler\b|\bMockHttpClient\b/ },
  ],
};
