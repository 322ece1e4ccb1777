import type { TestLanguage } from './language.ts';

export const GO: TestLanguage = {
  name: 'Go',
  extensions: ['go'],
  named: /_test\.go$/,
  cases: /^func\s+(?:\([^)\n]*\)\s*)?(?:Test|Fuzz|Example)\w*\(|\b(?:Describe|It|Specify|DescribeTable)\(/m,
  checks:
    /\b[tTbB]{1,2}\.(?:Error|Errorf|Fatal|Fatalf|Fail|FailNow|Assert|Check)\b|\b\w*(?:[Aa]ssert|[Rr]equire|[Ee]xpect|[Vv]erify|[Cc]heck|[Mm]ust)\w*[.(]|Ω\(|\b(?:is|c|qt|be|s|suite|ts)\.(?:Equal|NoErr|True|False|Nil|NoError|Error)\b|\/\/ (?:Unordered )?[Oo]utput:|\bcmp\.Diff|\btest\w*\(t\b/,
  runners: [
    ['ginkgo', /onsi\/ginkgo/],
    ['go test', /./],
  ],
  signs: [
    { means: 'pact', layer: 'contract', sign: /"github\.com\/pact-foundation\// },
    {
      means: 'openapi-validator',
      layer: 'contract',
      sign: /\bopenapi3filter\.Validate\w+|"github\.com\/pb33f\/libopenapi-validator/,
    },
    {
      means: 'browser',
      layer: 'e2e',
      sign: /"github\.com\/(?:chromedp\/chromedp|go-rod\/rod|playwright-community\/playwright-go|tebeka\/selenium|sclevine\/agouti)/,
    },
    {
      means: 'cluster',
      layer: 'e2e',
      sign: /"(?:github\.com\/(?:efficientgo|cortexproject\/cortex\/integration)\/e2e|github\.com\/grafana\/e2e|sigs\.k8s\.io\/e2e-framework|k8s\.io\/kubernetes\/test\/e2e\/framework|github\.com\/operator-framework\/operator-sdk\/pkg\/test)/,
    },
    {
      means: 'cluster',
      layer: 'e2e',
      // Operators keep what they try in a running cluster among functional tests.
      sign: /"github\.com\/onsi\/ginkgo|"k8s\.io\/client-go\/kubernetes"/,
      path: /(?:^|\/)(?:func(?:tional)?[-_]?tests?|tests?\/func(?:tional)?)\//,
    },
    {
      means: 'cluster',
      layer: 'integration',
      sign: /"(?:sigs\.k8s\.io\/controller-runtime\/pkg\/envtest|github\.com\/gruntwork-io\/terratest)/,
    },
    {
      means: 'testcontainers',
      layer: 'integration',
      sign: /"github\.com\/(?:testcontainers\/testcontainers-go|ory\/dockertest|fergusstrange\/embedded-postgres)/,
    },
    {
      means: 'marked',
      layer: 'integration',
      sign: /^\/\/\s*\+build\s[^\n]*\b(?:integration|functional|system)|^\/\/go:build\s[^\n]*\b(?:integration|functional|system)/m,
    },
    {
      means: 'application',
      layer: 'integration',
      sign: /\b(?:Functional|Integration)(?:Test)?(?:Base|Suite|Case|Env|Setup|TestSuite)\b/,
    },
    {
      means: 'database',
      sign: /\bsql\.Open\(|\bpgx(?:pool)?\.(?:Connect|New)|\bgorm\.Open\(|\bDATABASE_URL\b|\bmongo\.Connect\(/,
    },
    { means: 'vcr', sign: /\bgo-vcr\b/ },
    { means: 'http-stub', sign: /\bhttptest\.NewServer\b|\bjarcoal\/httpmock\b|\bh2non\/gock\b/ },
  ],
};
