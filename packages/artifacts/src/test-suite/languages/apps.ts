import type { TestLanguage } from './language.ts';

export const SWIFT: TestLanguage = {
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
  signs: [
    { means: 'device', layer: 'e2e', sign: /\bXCUIApplication\b|\bXCUIElement\b|\bKIFTestCase\b|\bEarlGrey\b/ },
    { means: 'database', sign: /\bNSPersistentContainer\b|\bModelContainer\b|\bDatabaseQueue\b/ },
    { means: 'http-stub', sign: /\bOHHTTPStubs\b|\bURLProtocol\b|\bMocker\b/ },
  ],
};

export const DART: TestLanguage = {
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
  signs: [
    { means: 'device', layer: 'e2e', sign: /package:(?:integration_test|patrol|flutter_driver)\// },
    { means: 'http-stub', sign: /\bMockClient\b|package:(?:nock|http_mock_adapter)\// },
  ],
};

export const ELIXIR: TestLanguage = {
  name: 'Elixir',
  extensions: ['exs', 'ex'],
  named: /_test\.exs$/,
  cases: /^\s*(?:test|feature|property|describe)\s+["(]|^\s*doctest\b/m,
  checks: /\b(?:assert|refute|check|expect)\w*\b|^\s*doctest\b/m,
  runners: [['exunit', /./]],
  signs: [
    { means: 'openapi-validator', layer: 'contract', sign: /\bOpenApiSpex\.Test\w*|\bassert_operation_response\b/ },
    { means: 'pact', layer: 'contract', sign: /\bPact(?:Elixir)?\b/ },
    { means: 'browser', layer: 'e2e', sign: /\bWallaby\b|\buse Hound\b|\buse [\w.]*FeatureCase\b|\bPlaywright\b/ },
    { means: 'testcontainers', layer: 'integration', sign: /\bTestcontainers\b/ },
    { means: 'marked', layer: 'integration', sign: /^\s*@(?:moduletag|tag)\s+:?(?:integration|external)\b/m },
    { means: 'database', sign: /\buse [\w.]*(?:DataCase|ConnCase|RepoCase|ChannelCase)\b|\bRepo\.insert/ },
    { means: 'vcr', sign: /\bExVCR\b/ },
    { means: 'http-stub', sign: /\bBypass\b|\bReq\.Test\b|\bTesla\.Mock\b/ },
  ],
};
