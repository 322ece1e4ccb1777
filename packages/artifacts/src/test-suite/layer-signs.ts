import type { TestLayer } from '@shipworthy/model';

/** What a test works with, by the libraries and calls that only such tests name. */
export interface LayerSign {
  /** For the facts: `browser`, `testcontainers`. */
  readonly means: string;
  /** The layer it speaks for; undefined: it says what is stood in for, and nothing of the layer. */
  readonly layer?: TestLayer;
  readonly sign: RegExp;
  /** Only where this fits too. */
  readonly path?: RegExp;
}

const CONTRACT: readonly LayerSign[] = [
  {
    means: 'pact',
    layer: 'contract',
    sign: /@pact-foundation\/|\bpact[-_]?(?:python|go|ruby|php|net|js|jvm)\b|\bau\.com\.dius\.pact\b|\bPactNet\b|\bpact_(?:verifier|consumer|matching)\b|\bpact\/(?:provider|consumer)|\bPact\.(?:service_consumer|provider_states_for|service_provider)|\bPhpPact\b|^from pact import|\bhas_pact_with\b|\bpact_helper\b/m,
  },
  {
    means: 'spring-cloud-contract',
    layer: 'contract',
    sign: /\borg\.springframework\.cloud\.contract\b(?!\.wiremock)|\bContract\.make\b/,
  },
  { means: 'schemathesis', layer: 'contract', sign: /\bschemathesis\b/ },
  {
    means: 'dredd',
    layer: 'contract',
    sign: /\bdredd(?:-|_)hooks\b|^(?:blueprint|endpoint)\s*:/m,
    path: /dredd|hooks/i,
  },
  { means: 'rswag', layer: 'contract', sign: /\bswagger_helper\b|\brswag\b|\bopenapi_helper\b/ },
  {
    means: 'openapi-validator',
    layer: 'contract',
    sign: /\bassert_(?:response_schema_confirm|schema_conform|request_schema_confirm)\b|\bCommittee::|\btoSatisfyApiSpec\b|\bsatisfyApiSpec\b|\bjest-openapi\b|\bjestOpenAPI\b|\bchai-openapi-response-validator\b|\bOpenapiFirst::Test\b|\bopenapi_first\b|\bopenapi-response-validator\b|\bexpress-openapi-validator\b|\bopenapi_core\b|\bopenapi_tester\b|\bOpenAPIValidation\\|\bSpectator::using|\bopenapi3filter\.Validate\w+|\bcom\.atlassian\.oai\.validator\b|\bopenapi4j\b|\bOpenApiSpex\.Test|\bassert_operation_response\b|\bapivore\b|\bSwaggerSpecValidator\b|\bmatch_openapi_doc\b|\bmatches?_openapi\b|\bOpenApiValidator\b|\bpb33f\/libopenapi-validator\b|\bskemium\b/,
  },
];

const BROWSER: readonly LayerSign[] = [
  {
    means: 'component',
    layer: 'unit',
    sign: /\bexperimental-ct-|\bcy\.mount\(|\b(?:cypress\/(?:react|vue|angular)|@cypress\/mount)|@vitest\/browser|\bmount\(<|vitest-browser-/,
  },
  {
    means: 'browser',
    layer: 'e2e',
    sign: /['"]@?playwright(?:-core|\/test|-bdd)?['"]|\bplaywright\.(?:sync|async)_api\b|\bMicrosoft\.Playwright\b|\bcom\.microsoft\.playwright\b|\bplaywright-(?:go|community)\b|\bcy\.(?:visit|get|contains|intercept|request|login\w*)\(|\bfrom selenium\b|\bimport selenium\b|\borg\.openqa\.selenium\b|\bselenium-webdriver\b|\bOpenQA\.Selenium\b|\bSelenium::WebDriver\b|\bcom\.codeborne\.selenide\b|['"](?:webdriverio|nightwatch|testcafe|puppeteer|puppeteer-core|@wdio\/[\w-]+|taiko|codeceptjs)['"]|\bchromedp\/chromedp\b|\bgo-rod\/rod\b|\bfantoccini\b|\bthirtyfour\b|\bheadless_chrome\b|\btype:\s*:(?:system|feature)\b|\btype => :(?:system|feature)\b|\bApplicationSystemTestCase\b|\bDuskTestCase\b|\bLaravel\\Dusk\b|\bPantherTestCase\b|\bMinkContext\b|\bWebDriverBy\b|\bAcceptanceTester\b|\bWallaby\b|\buse Hound\b|\bFeatureCase\b|\bGebSpec\b|\bgeb\.spock\b|\bStaticLiveServerTestCase\b|\bLiveServerTestCase\b|\bSeleniumLibrary\b|\bLibrary\s+Browser\b|\bhtmlunit\b|\bsplinter\b|\bthucydides\b|\bserenitybdd\b|\bbrowser\.(?:url|\$)\(|\bpage\.goto\(|\bI\.amOnPage\(/,
  },
  {
    means: 'browser',
    layer: 'e2e',
    sign: /^\s*(?:RSpec\.)?feature\s+['"]|^\s*scenario\s+['"]|^\s*visit[\s(]|\bcapybara\b/im,
    path: /(?:^|\/)(?:features?|system|acceptance|step_definitions)\/.*\.rb$/,
  },
  {
    means: 'browser',
    layer: 'e2e',
    sign: /\(\s*(?:async\s*)?\(\s*\{[^}\n]{0,80}\bpage\b[^}\n]{0,80}\}/,
    path: /\.[cm]?[jt]s$/,
  },
];

const DEVICE: readonly LayerSign[] = [
  {
    means: 'device',
    layer: 'e2e',
    sign: /['"]detox['"]|\bdevice\.(?:launchApp|reloadReactNative)\(|\bappium\b|\bXCUIApplication\b|\bandroidx\.test\.espresso\b|\bandroid\.support\.test\.espresso\b|\bandroidx\.test\.uiautomator\b|\bcreateAndroidComposeRule\b|\bpackage:integration_test\b|\bpackage:patrol\b|\bflutter_driver\b|\bKIFTestCase\b|\bEarlGrey\b/,
  },
  {
    means: 'device',
    layer: 'e2e',
    sign: /^-\s*(?:launchApp|tapOn|assertVisible|inputText|runFlow)\b/m,
    path: /\.ya?ml$/i,
  },
];

const CLUSTER: readonly LayerSign[] = [
  {
    means: 'cluster',
    layer: 'e2e',
    sign: /\befficientgo\/e2e\b|\bsigs\.k8s\.io\/e2e-framework\b|\bkubernetes\/test\/e2e\/framework\b|\bgruntwork-io\/terratest\b.*k8s|\bchainsaw\.kyverno\.io\b|\bkuttl\.dev\b/,
  },
  { means: 'cluster', layer: 'integration', sign: /\bcontroller-runtime\/pkg\/envtest\b|\bgruntwork-io\/terratest\b/ },
];

const RUNNING: readonly LayerSign[] = [
  {
    means: 'testcontainers',
    layer: 'integration',
    sign: /\btestcontainers?\b|\bTestcontainers?\b|\bory\/dockertest\b|\bDotNet\.Testcontainers\b|\bpytest[-_]docker\b|\bdocker_(?:services|compose)\b|\bembedded[-_]?postgres\b|\bEmbeddedPostgres\b|\bmongodb-memory-server\b|\bEmbeddedKafka\b|\bServiceConnection\b|\bpgtest(?:db)?\b|\btesting\.postgresql\b/i,
  },
  {
    means: 'application',
    layer: 'integration',
    sign: /\bWebApplicationFactory\b|\bMvc\.Testing\b|\bDistributedApplicationTestingBuilder\b|\bAspire\.Hosting\.Testing\b|@(?:SpringBootTest|QuarkusTest|QuarkusIntegrationTest|MicronautTest|DataJpaTest|DataMongoTest|DataJdbcTest|JdbcTest|DataRedisTest|MicrosoftTest|IntegrationTest)\b|\bActionDispatch::IntegrationTest\b|\bActionController::API\b|\btype:\s*:request\b|\btype => :request\b|\bextends\s+(?:WebTestCase|KernelTestCase|ApiTestCase|FunctionalTestCase|IntegrationTestCase)\b|\b(?:Functional|Integration)Test(?:Base|Suite|Case|Fixture|Env|Setup)\b|\btestApplication\s*\{|\bGuiceOneServerPerSuite\b|\bGuiceOneAppPer(?:Suite|Test)\b|\bWithApplication\b|\bassert_cmd\b|\bcargo_bin\b|\bCARGO_BIN_EXE\b/,
  },
  {
    means: 'marked',
    layer: 'integration',
    sign: /^\/\/\s*\+build\s.*\b(?:integration|functional|system)|^\/\/go:build\s.*\b(?:integration|functional|system)\b|\bpytest\.mark\.(?:integration|functional|system|docker)\b|@(?:Tag|Category|Tags)\(\s*['"]?\w*(?:[iI]ntegration|[fF]unctional)|\[(?:Trait|Category|TestCategory)\([^)\n]*(?:Integration|Functional)|^\s*@(?:moduletag|tag)\s+:?(?:integration)|@group\s+(?:integration|functional)|#\[Group\(['"](?:integration|functional)/m,
  },
];

const DATABASE: readonly LayerSign[] = [
  {
    means: 'database',
    sign: /\bdjango_db\b|\bdjango\.test\b|\bAPITestCase\b|\bRefreshDatabase\b|\bDatabaseTransactions\b|\bDatabaseMigrations\b|\bDataCase\b|\bConnCase\b|\brails_helper\b|\bActiveSupport::TestCase\b|\btest_helper\b|\bsql\.Open\(|\bpgx(?:pool)?\.(?:Connect|New)|\bcreate_engine\(|\bdb_session\b|\bnotify_db\w*\b|\bPrismaClient\b|\bprisma\.\w+\.\w+\(|\bmongoose\.connect\b|\bDataSource\b|\bknex\b|\bsqlx::(?:test|PgPool)|\bAutoRollback\b|\bDB_DSN\b|\bDATABASE_URL\b/,
  },
];

const STAND_INS: readonly LayerSign[] = [
  { means: 'wiremock', sign: /\bwiremock\b|\bWireMock\b|\bmockserver\b|\bMockServer\b|\bMockWebServer\b/ },
  { means: 'vcr', sign: /\bvcr\b|\bVCR\b|\bbetamax\b|\bPollyJS\b|\bgo-vcr\b|\bExVCR\b/ },
  {
    means: 'http-stub',
    sign: /['"]nock['"]|['"]msw(?:\/node)?['"]|\bWebMock\b|\bstub_request\b|\brequests_mock\b|\bhttpretty\b|\brespx\b|\bresponses\.(?:add|activate)\b|\bhttpmock\b|\bHttp::fake\b|\bhttptest\.NewServer\b|\baioresponses\b|\bBypass\b|\bMockHttpMessageHandler\b/,
  },
];

/** Strongest first: of those that fit, the first with a layer decides. */
export const LAYER_SIGNS: readonly LayerSign[] = [
  ...CONTRACT,
  ...BROWSER,
  ...DEVICE,
  ...CLUSTER,
  ...RUNNING,
  ...DATABASE,
  ...STAND_INS,
];

/** A request over the network to whatever an address names; with stand-ins it goes nowhere. */
export const REQUESTS = /\b(?:requests|httpx)\.(?:get|post|put|patch|delete|request)\(/;
/** A whole application that answers requests in the test's own process. */
export const IN_PROCESS = /\bsupertest\b|\bchai-http\b|\blight-my-request\b|\bTestClient\b|\bRack::Test\b/;
