import type { TestLanguage } from './language.ts';

/** Java, Kotlin, Groovy and Scala share their runners and libraries. */
const SHARED: Omit<TestLanguage, 'name' | 'extensions'> = {
  named:
    /^Test[A-Z]\w*\.|(?:Tests?|TestCase|TestSuite|IT|ITCase|Specs?|Suite|Should|Steps?|StepDefs?|StepDefinitions?|Simulation|Contract)\.\w+$/,
  cases:
    /@(?:Test|ParameterizedTest|Property|RepeatedTest|TestFactory|ArchTest|Given|When|Then|And|QuickTheory)\b|\bdef\s+["'][^"'\n]+["']\s*\(|:\s*(?:String|Fun|Behavior|Describe|Should|Word|Free|Feature|Expect|Annotation)Spec\b|\bextends\s+(?:\w+\.)*\w*(?:Spec|Suite|TestCase|Test|Simulation|Specification|Properties|Base)\b|\bobject\s+\w+\s+extends\s+\w*TestSuite|\bContract\.make\b/,
  checks:
    /\b\w*(?:[Aa]ssert|[Ee]xpect|[Vv]erify|[Ss]hould|[Mm]ust|[Tt]hat)\w*|\bfail\(|^\s*(?:then|expect):|\.check\(|\bStepVerifier\b/m,
  runners: [
    ['gatling', /\bio\.gatling\b/],
    ['cucumber', /\bio\.cucumber\b|\bcucumber\.api\b/],
    ['kotest', /\bio\.kotest\b/],
    ['spock', /\bspock\.lang\b/],
    ['testng', /\borg\.testng\b/],
    ['scalatest', /\borg\.scalatest/],
    ['specs2', /\borg\.specs2\b/],
    ['munit', /\bmunit\b/],
    ['junit', /\bjunit\b|kotlin\.test/],
  ],
  signs: [
    { means: 'pact', layer: 'contract', sign: /\bau\.com\.dius\.pact\b|\bcom\.itv\.scalapact\b/ },
    {
      means: 'spring-cloud-contract',
      layer: 'contract',
      sign: /\borg\.springframework\.cloud\.contract\b(?!\.wiremock)|\bContract\.make\b/,
    },
    {
      means: 'openapi-validator',
      layer: 'contract',
      sign: /\bcom\.atlassian\.oai\.validator\b|\borg\.openapi4j\b|\bcom\.github\.erosb\.kappa\b/,
    },
    {
      means: 'browser',
      layer: 'e2e',
      sign: /\borg\.openqa\.selenium\b|\bcom\.codeborne\.selenide\b|\bcom\.microsoft\.playwright\b|\bgeb\.\w+|\bserenitybdd\b|\bthucydides\b|\bWebBrowser\b|\bhtmlunit\b/,
    },
    {
      means: 'device',
      layer: 'e2e',
      sign: /\b(?:androidx|android\.support)\.test\.(?:espresso|uiautomator)\b|\bcreateAndroidComposeRule\b|\bio\.appium\b|\bActivityTestRule\b|\bActivityScenario\b/,
      path: /androidtest|uitest|e2e|integration/i,
    },
    {
      means: 'testcontainers',
      layer: 'integration',
      sign: /\borg\.testcontainers\b|\btestcontainers\b|\bcom\.dimafeng\.testcontainers\b|\bEmbeddedKafka\b|\bEmbeddedPostgres\b|\bServiceConnection\b|\bflapdoodle\b/,
    },
    {
      means: 'application',
      layer: 'integration',
      sign: /@(?:SpringBootTest|QuarkusTest|QuarkusIntegrationTest|MicronautTest|DataJpaTest|DataMongoTest|DataJdbcTest|JdbcTest|DataRedisTest|DataNeo4jTest|DataR2dbcTest|MybatisTest|IntegrationTest|ApplicationModuleTest|SpringJUnitWebConfig)\b|\btestApplication\s*\{|\bwithTestApplication\b|\bGuiceOne(?:ServerPer|AppPer)\w+|\bWithApplication\b|\bWithServer\b|\bDropwizardAppExtension\b|\bDropwizardAppRule\b/,
    },
    {
      means: 'marked',
      layer: 'integration',
      sign: /@(?:Tag|Category|Tags)\(\s*["']?\w*(?:[iI]ntegration|[fF]unctional)/,
    },
    {
      means: 'device',
      layer: 'integration',
      sign: /\bAndroidJUnit4\b|\bInstrumentationRegistry\b/,
      path: /androidtest/i,
    },
    {
      means: 'database',
      sign: /\bDataSource\b|\bJdbcTemplate\b|\bEntityManager\b|\bTestEntityManager\b|\bjdbc:h2\b|\bH2\w*\b|\bJdbi\b/,
    },
    { means: 'wiremock', sign: /\bwiremock\b|\bWireMock\b|\bMockServer\w*|\bMockWebServer\b/ },
    { means: 'http-stub', sign: /\bMockRestServiceServer\b|\bMockEngine\b/ },
    { means: 'in-process', sign: /\bMockMvc\b|\bWebTestClient\b|\bRestAssured\b/ },
  ],
};

const jvm = (name: string, extensions: readonly string[]): TestLanguage => ({ name, extensions, ...SHARED });

export const JAVA = jvm('Java', ['java']);
export const KOTLIN = jvm('Kotlin', ['kt', 'kts']);
export const GROOVY = jvm('Groovy', ['groovy']);
export const SCALA = jvm('Scala', ['scala', 'sc']);
