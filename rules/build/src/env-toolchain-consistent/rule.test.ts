import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const workflow = (...versions: readonly string[]) => ({
  '.github/workflows/ci.yml': `on: push\njobs:\n${versions
    .map(
      (version, index) =>
        `  job${index}:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/setup-node@v4\n        with:\n          node-version: ${version}\n`,
    )
    .join('')}`,
});
const container = (image: string) => ({ '.devcontainer/devcontainer.json': JSON.stringify({ image }) });
const PICK =
  'what works on one machine proves nothing about the other. Pick one version, and let the other places read it from there.';

const JAVA_17 =
  'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/setup-java@v4\n        with: { distribution: temurin, java-version: 17 }\n      - run: ./gradlew test\n';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a pipeline that only starts Gradle, whose toolchain is that of the image',
      files: {
        Dockerfile: 'FROM eclipse-temurin:21\n',
        'build.gradle.kts': 'java {\n  toolchain { languageVersion = JavaLanguageVersion.of(21) }\n}\n',
        '.github/workflows/ci.yml': JAVA_17,
      },
    },
    {
      name: 'a job that works in the settings of the repository alone',
      files: {
        '.nvmrc': '20\n',
        Dockerfile: 'FROM node:20\n',
        '.github/workflows/bot.yml':
          'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    defaults:\n      run:\n        working-directory: .github/bot\n    steps:\n      - uses: actions/setup-node@v4\n        with: { node-version: 24 }\n      - run: npm test\n',
      },
    },
    { name: 'a further version is tested too', files: { '.nvmrc': 'v22.3.0\n', ...workflow('22', '20') } },
    { name: 'a range allows it', files: { '.nvmrc': '22\n', 'package.json': '{"engines":{"node":">=20"}}' } },
    {
      name: 'a package that pipelines build with a version of its own',
      files: {
        '.nvmrc': '22\n',
        Dockerfile: 'FROM node:22\n',
        'functions/package.json': '{"engines":{"node":"^20.0.0"}}',
        ...workflow('22', '20'),
      },
    },
    {
      name: 'a folder with a pin of its own',
      files: {
        '.nvmrc': '22\n',
        'old/.nvmrc': '18\n',
        'old/Dockerfile': 'FROM node:18\n',
        Dockerfile: 'FROM node:22\n',
      },
    },
    {
      name: 'what a reader must have may be older',
      files: { '.nvmrc': '22\n', Dockerfile: 'FROM node:22\n', 'README.md': '# Shop\n\nIt requires Node.js 18.\n' },
    },
    {
      name: 'lowest versions, and commands in a fence',
      files: {
        '.nvmrc': '22\n',
        Dockerfile: 'FROM node:22\n',
        'README.md': '# Shop\n\nUses Node.js 18 or later.\n\n```sh\n# uses Node 16\n```\n',
      },
    },
    {
      name: 'modules with a lowest version each',
      files: {
        'go.mod': 'module a.b/c\n\ngo 1.22\n\ntoolchain go1.22.3\n',
        'api/go.mod': 'module a.b/c/api\n\ngo 1.25\n',
        Dockerfile: 'FROM golang:1.23 AS build\n',
      },
    },
    {
      name: 'newer than the lowest of a module',
      files: { 'go.mod': 'module a.b/c\n\ngo 1.21\n', Dockerfile: 'FROM golang:1.23 AS build\nFROM scratch\n' },
    },
  ],
  gap: [
    {
      name: 'a pipeline that starts Gradle with another version than the image, and no toolchain of it',
      files: {
        Dockerfile: 'FROM eclipse-temurin:21\n',
        'build.gradle': 'java {\n  toolchain { languageVersion = JavaLanguageVersion.of(17) }\n}\n',
        '.github/workflows/ci.yml': JAVA_17,
      },
      findings: [
        `.github/workflows/ci.yml:6:15 warning .github/workflows/ci.yml says Java 17, and Dockerfile says 21: ${PICK}`,
      ],
    },
    {
      name: 'images of several folders',
      files: { '.nvmrc': '22\n', 'a/Dockerfile': 'FROM node:20\n', 'b/Dockerfile': 'FROM node:20\n' },
      findings: [
        `a/Dockerfile:1:1 warning 2 places like a/Dockerfile say another version of Node.js than .nvmrc (22): ${PICK} ×2`,
      ],
    },
    {
      name: 'a package below that asks for what nothing brings',
      files: { '.nvmrc': '22\n', 'web/package.json': '{"engines":{"node":"^20.0.0"}}', ...workflow('22') },
      findings: [`web/package.json:1:21 warning web/package.json says Node.js ^20.0.0, and .nvmrc says 22: ${PICK}`],
    },
    {
      name: 'a range that refuses the pin',
      files: { Dockerfile: 'FROM golang:1.20 AS build\n', 'go.mod': 'module a.b/c\n\ngo 1.22\n' },
      findings: [`go.mod:3:4 warning go.mod says Go 1.22, and Dockerfile says 1.20: ${PICK}`],
    },
    {
      name: 'a development container that stayed behind, and binds nothing',
      files: {
        ...container('mcr.microsoft.com/devcontainers/typescript-node:20'),
        '.nvmrc': '22\n',
        Dockerfile: 'FROM node:22\n',
      },
      findings: [
        `.devcontainer/devcontainer.json:1:11 info .devcontainer/devcontainer.json says Node.js 20, and .nvmrc says 22: ${PICK}`,
      ],
    },
    {
      name: 'a development container that modules refuse',
      files: {
        ...container('mcr.microsoft.com/devcontainers/go:1.24'),
        'core/go.mod': 'module a.b/c/core\n\ngo 1.25\n',
        'api/v2/go.mod': 'module a.b/c/api\n\ngo 1.26\n',
        'build.Dockerfile': 'FROM golang:1.26 AS build\nFROM scratch\n',
      },
      findings: [
        `.devcontainer/devcontainer.json:1:11 info .devcontainer/devcontainer.json says Go 1.24, and build.Dockerfile says 1.26: ${PICK}`,
      ],
    },
    {
      name: 'a development container by its own recipe',
      files: {
        '.devcontainer/Dockerfile': 'FROM golang:1.24\n',
        'core/go.mod': 'module a.b/c/core\n\ngo 1.25\n',
        'api/v2/go.mod': 'module a.b/c/api\n\ngo 1.26\n',
      },
      findings: [
        `.devcontainer/Dockerfile:1:1 info .devcontainer/Dockerfile says Go 1.24, and core/go.mod says 1.25: ${PICK}`,
      ],
    },
    {
      name: 'the pipeline tests neither',
      files: { '.tool-versions': 'nodejs 22.1.0\n', ...workflow('18') },
      findings: [
        `.github/workflows/ci.yml:6:15 warning .github/workflows/ci.yml says Node.js 18, and .tool-versions says 22.1.0: ${PICK}`,
      ],
    },
    {
      name: 'the README asks for a newer one',
      files: { '.python-version': '3.11\n', 'README.md': '# Shop\n\nYou need Python 3.13 for this.\n' },
      findings: [
        'README.md:3:17 warning The page says Python 3.13, and .python-version says 3.11: whoever prepares a machine by it finds out when the build fails. Correct the sentence, or name the file instead of a version.',
      ],
    },
  ],
  skip: [
    {
      name: 'a job that only reports what is needed',
      files: {
        '.java-version': '21\n',
        '.github/workflows/submit.yml':
          'on: push\njobs:\n  submit:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - uses: actions/setup-java@v4\n        with:\n          java-version: 17\n      - uses: gradle/actions/dependency-submission@v4\n',
      },
    },
    { name: 'one place', files: { '.nvmrc': '22\n' } },
    { name: 'aliases that move', files: { '.nvmrc': 'lts/*\n', Dockerfile: 'FROM node:lts\n' } },
    { name: 'a pipeline beside a development container', files: { ...container('node:20'), ...workflow('22') } },
    { name: 'an image of a tool', files: { '.nvmrc': '22\n', 'images/runner/Dockerfile': 'FROM node:18\n' } },
    { name: 'a matrix', files: { '.nvmrc': '22\n', ...workflow(`\${{ matrix.node }}`) } },
    { name: 'a build argument', files: { '.nvmrc': '22\n', Dockerfile: `ARG NODE\nFROM node:\${NODE}\n` } },
    {
      name: 'an image of documentation',
      files: { '.python-version': '3.12\n', 'docs/Dockerfile': 'FROM python:3.9\n' },
    },
  ],
});
