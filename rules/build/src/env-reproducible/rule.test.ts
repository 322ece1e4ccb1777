import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const NEEDS_DATABASE = { Dockerfile: 'FROM python:3.12\n', 'requirements.txt': 'flask==3.0.0\npsycopg2==2.9.9\n' };

const GRADLE = { Dockerfile: 'FROM eclipse-temurin:21\n' };
const SPRING =
  'dependencies {\n  implementation("org.springframework.boot:spring-boot-starter-web")\n  runtimeOnly("org.postgresql:postgresql:42.7.0")\n';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a development container',
      files: { ...NEEDS_DATABASE, '.devcontainer/devcontainer.json': '{"image":"a:1"}' },
    },
    {
      name: 'a script for a new machine',
      files: { ...NEEDS_DATABASE, 'bin/setup': '#!/bin/sh\npip install -r requirements.txt\n' },
    },
    { name: 'a target', files: { ...NEEDS_DATABASE, Makefile: 'services-up:\n\tdocker run postgres\n' } },
    {
      name: 'tests of Gradle start it themselves',
      files: {
        ...GRADLE,
        'build.gradle.kts': `${SPRING}  testImplementation("org.testcontainers:postgresql:1.21.4")\n}\n`,
      },
    },
    {
      name: 'tests start it themselves',
      files: {
        Dockerfile: 'FROM python:3.12\n',
        'requirements.txt': 'flask==3.0.0\npsycopg2==2.9.9\ntestcontainers==4.0.0\n',
      },
    },
  ],
  gap: [
    {
      name: 'tests of Gradle that start nothing',
      files: {
        ...GRADLE,
        'build.gradle.kts': `${SPRING}  testImplementation("org.springframework.boot:spring-boot-starter-test")\n}\n`,
      },
      findings: [
        'compose.yaml (absent) info The program needs PostgreSQL on the machine (build.gradle.kts says so), and nothing here starts it: whoever comes new, or is called at night, loses the first day. Add a compose.yaml or a development container with it.',
      ],
    },
    {
      name: 'one service',
      files: NEEDS_DATABASE,
      findings: [
        'compose.yaml (absent) info The program needs PostgreSQL on the machine (requirements.txt says so), and nothing here starts it: whoever comes new, or is called at night, loses the first day. Add a compose.yaml or a development container with it.',
      ],
    },
  ],
  skip: [
    { name: 'nothing beside it', files: { Dockerfile: 'FROM python:3.12\n', 'requirements.txt': 'flask==3.0.0\n' } },
    {
      name: 'a library',
      files: { 'package.json': '{"name":"a","main":"i.js","dependencies":{"pg":"8"}}', 'i.js': '' },
    },
  ],
});
