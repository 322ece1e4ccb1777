import { type Uses, use } from './program-use.ts';

const skipsTests = /-D(?:skipTests|maven\.test\.skip)(?:=true)?(?:\s|$)|-x test\b/;

/** Programs that build and test what runs on the Java virtual machine: their arguments name tasks. */
export const JVM: readonly (readonly [string, Uses])[] = [
  [
    'sbt',
    [
      use('unit', /(?:^|[\s;"+/:])(?:test|testOnly|testQuick|testAll|coverage test)\b/),
      use('integration', /\b(?:it|IntegrationTest)[:/ ]+test\b|integrationTest/i),
      use('build', /\b(?:compile|package|assembly|dist|stage|docker:publishLocal|publishLocal)\b/i),
      use('format', /\bscalafmt\w*\b/),
      use('lint', /\b(?:scalafix|scalastyle|scapegoat)\w*\b/i),
      use('publish', /\b(?:publish|publishSigned|ci-release|release|docker:publish)\b(?!Local)/i),
    ],
  ],
  ['mill', [use('unit', /\btest\b/), use('build', /\b(?:compile|assembly)\b/), use('publish', /\bpublish\b/i)]],
  [
    'lein',
    [
      use('unit', /\btest\b/),
      use('build', /\b(?:uberjar|jar|compile)\b/),
      use('publish', /\bdeploy\b/),
      use('lint', /\b(?:eastwood|kibit|check)\b/),
    ],
  ],
  ['clojure', [use('unit', /[:-]\S*test\b/), use('build', /-T:build\b/)]],
  ['clj', [use('unit', /[:-]\S*test\b/)]],
  ['ant', [use('unit', /\btest\b/), use('build')]],
  [
    'mvn',
    [
      use('unit', /(?:^|\s)(?:test|package|verify|install|deploy|surefire:test|integration-test)(?:\s|$)/, skipsTests),
      use(
        'integration',
        /(?:^|\s)(?:verify|install|deploy|integration-test|failsafe:\S+)(?:\s|$)/,
        /-D(?:skipTests|maven\.test\.skip|skipITs)(?:=true)?(?:\s|$)/,
      ),
      use('build', /(?:^|\s)(?:compile|package|verify|install|deploy|test-compile)(?:\s|$)/),
      use('publish', /(?:^|\s)(?:deploy|release:perform|jib:build|central-publishing:publish)(?:\s|$)|nexus-staging/),
      use('lint', /\b(?:checkstyle|pmd|spotbugs|enforcer|license|ktlint|detekt|sortpom|errorprone)\w*:\S+/),
      use(
        'format',
        /\b(?:spotless|fmt|formatter|spring-javaformat|prettier|impsort):(?:check|validate|verify|apply)\S*/,
      ),
      use('dependency-scan', /dependency-check\S*:(?:check|aggregate)/),
      use('sast', /\bsonar:sonar\b|sonar-maven-plugin/),
    ],
  ],
  [
    'gradle',
    [
      use(
        'unit',
        /(?:^|[\s:])(?:check|build|test\w*UnitTest(?:(?:Unified)?Coverage)?|test|allTests|jvmTest|jsTest|nativeTest|testAll|testClasses-run|koverVerify|koverXmlReport|jacocoTestReport|runUnitTests?)(?:\s|$)/,
        /-x (?:test|check)\b/,
      ),
      use(
        'integration',
        /(?:^|[\s:])(?:\w*[iI]ntegrationTests?\w*|functionalTest\w*|intTest|itest|componentTest|check\w*IT)(?:\s|$)/,
      ),
      use('e2e', /\bconnected\w*(?:AndroidTest|Check)\b|\be2e\w*\b|\w+AndroidTest\b|[aA]cceptanceTest/i),
      use('load', /\bgatlingRun\b|\bjmRun\b/),
      use('contract', /\b(?:contractTest\w*|pactVerify|pactPublish)\b/),
      use(
        'build',
        /(?:^|[\s:])(?:build|assemble\w*|bundle\w*|jar|shadowJar|bootJar|war|compile\w*|bootBuildImage|jib\w*|installDist|distZip|publishToMavenLocal)(?:\s|$)/,
      ),
      use(
        'publish',
        /(?:^|[\s:])(?:publish(?!ToMavenLocal)\w*|uploadArchives|jib|closeAndReleaseRepository|upload\w*Bundle|promote\w*)(?:\s|$)/,
      ),
      use(
        'lint',
        /(?:^|[\s:])(?:lint\w*|ktlint\w*|detekt\w*|checkstyle\w*|pmd\w*|spotbugs\w*|apiCheck|checkLicense|check|build)(?:\s|$)/,
      ),
      use(
        'format',
        /(?:^|[\s:])(?:spotless\w*|ktlintCheck|ktfmtCheck|checkFormat|scalafmt\w*|verifyGoogleJavaFormat|checkScalafmt)(?:\s|$)/,
      ),
      use('dependency-scan', /dependencyCheck\w*/),
      use('sast', /\bsonar(?:qube)?\b/),
      use('documentation', /\b(?:dokka\w*|javadoc\w*)\b/),
    ],
  ],
];
