import type { TestLanguage } from './language.ts';

export const DOTNET: TestLanguage = {
  name: 'C#',
  extensions: ['cs', 'fs', 'vb'],
  named: /(?:Tests?|Specs?|Should|Steps?|Facts|Scenarios?)(?:\.\w+)?\.(?:cs|fs|vb)$|^Test[A-Z]/,
  byFolder: true,
  cases:
    /[[<](?:\w+\s*,\s*)?(?:\w*Fact|\w*Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod|Property|Given|When|Then)(?:Attribute)?\b[^\]>\n]{0,200}[\]>(]|\btestCase\s+"|\btestList\s+"/,
  checks: /\bAssert\w*\b|\.Should\w*\b|\b\w*Verif\w+\(|\bExpect\w*\b|\bThat\(|\btest\s*<@|\.Received\(|EnsureSuccess/,
  runners: [
    ['xunit', /\bXunit\b|\[(?:Fact|Theory)/],
    ['mstest', /\[TestMethod|UnitTesting/],
    ['nunit', /\bNUnit\b|\[(?:TestFixture|TestCase|Test)\b/],
    ['tunit', /\bTUnit\b/],
    ['expecto', /\bExpecto\b/],
  ],
  signs: [
    { means: 'pact', layer: 'contract', sign: /\bPactNet\b/ },
    {
      means: 'browser',
      layer: 'e2e',
      sign: /\bMicrosoft\.Playwright\b|\bOpenQA\.Selenium\b|\bPuppeteerSharp\b|\bAtata\b|\bPageTest\b/,
    },
    { means: 'device', layer: 'e2e', sign: /\bXamarin\.UITest\b|\bOpenQA\.Selenium\.Appium\b/ },
    { means: 'testcontainers', layer: 'integration', sign: /\bTestcontainers\b|\bRespawn\w*\b/ },
    {
      means: 'application',
      layer: 'integration',
      sign: /\bWebApplicationFactory\b|\bMvc\.Testing\b|\bTestServer\b|\bDistributedApplicationTestingBuilder\b|\bAspire\.Hosting\.Testing\b|\bAlbaHost\b|\bIAlbaHost\b|\bTesting\.(?:SendAsync|AddAsync)\b|\busing static Testing\b/,
    },
    {
      means: 'marked',
      layer: 'integration',
      sign: /\[(?:Trait|Category|TestCategory)\([^)\n]*(?:Integration|Functional)/,
    },
    {
      means: 'database',
      sign: /\bUseInMemoryDatabase\b|\bUseSqlite\b|\bSqlConnection\b|\bNpgsql\w*\b|\bDbContext\b|\bDatabaseData\b|\bDatabaseTheory\b/,
    },
    { means: 'wiremock', sign: /\bWireMock\b/ },
    { means: 'http-stub', sign: /\bMockHttpMessageHandler\b|\bRichardSzalay\.MockHttp\b/ },
  ],
};
