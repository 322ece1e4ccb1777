import { expect, test } from '@jest/globals';
import { clientDescriptions } from './gradle-clients.ts';

const task = (...settings: string[]) =>
  `tasks.register("make", GenerateTask::class) {\n${settings.map((line) => `  ${line}\n`).join('')}}\n`;

test.each<[string, string, readonly string[]]>([
  [
    'Kotlin, by the library',
    task('generatorName.set("kotlin")', 'library.set("jvm-spring-webclient")', 'inputSpec.set("specs/a.json")'),
    ['specs/a.json'],
  ],
  [
    'Groovy, by the package',
    'task make(type: GenerateTask) {\n  generatorName = "java"\n  inputSpec = "$rootDir/specs/b.yaml"\n  apiPackage = "org.acme.client.b"\n}\n',
    ['specs/b.yaml'],
  ],
  [
    'the block of the plugin',
    `openApiGenerate {\n  library = "feign"\n  inputSpec = "\${projectDir}/c.yaml".toString()\n}\n`,
    ['c.yaml'],
  ],
  ['a server', task('generatorName.set("spring")', 'library.set("spring-boot")', 'inputSpec.set("specs/a.json")'), []],
  ['a server of Kotlin', task('library.set("jaxrs-spec")', 'inputSpec.set("a.json")'), []],
  [
    'settings of another task',
    task('inputSpec.set("specs/server.json")') + task('library.set("feign")', 'inputSpec.set("specs/a.json")'),
    ['specs/a.json'],
  ],
  ['an address', task('library.set("feign")', 'inputSpec.set("https://acme.org/a.json")'), []],
  ['a value of the build', task('library.set("feign")', 'inputSpec.set("$specs/a.json")'), []],
])('%s', (_name, text, expected) => {
  expect(clientDescriptions(text)).toEqual(expected);
});
