import { expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { containerBuildKind } from './kind.ts';

const read = async (path: string, text: string) =>
  (await parseFile(containerBuildKind, path, text)).artifacts[0]?.facts;

test('stages, and what the last one runs', async () => {
  const text = `# syntax=docker/dockerfile:1
ARG NODE=20
FROM --platform=$BUILDPLATFORM node:\${NODE}-alpine AS build
USER root
RUN <<EOF
FROM nothing
EOF
RUN npm ci \\
    # a comment inside
    && npm run build
FROM registry:5000/base/distroless@sha256:abc
EXPOSE 8080/tcp 9090
USER nonroot
ENTRYPOINT ["node"]
CMD ["server.js", "--port=8080"]
HEALTHCHECK --interval=5s CMD curl -f http://localhost:8080/healthz
`;
  const facts = await read('Dockerfile', text);
  expect(facts).toMatchObject({
    form: 'dockerfile',
    stages: [
      { name: 'build', from: `node:\${NODE}-alpine`, image: 'node', tag: '20-alpine', templated: true },
      { image: 'registry:5000/base/distroless', digest: 'sha256:abc', templated: false },
    ],
    user: { text: 'nonroot' },
    ports: [8080, 9090],
    command: { text: 'node server.js --port=8080' },
    healthCheck: { command: 'curl -f http://localhost:8080/healthz', none: false },
  });
  expect(text.slice(...(facts?.stages[1]?.at ?? [0, 0]))).toBe('FROM registry:5000/base/distroless@sha256:abc');
});

test('a stage goes on from an earlier one', async () => {
  const facts = await read('app.Dockerfile', 'FROM node:20 AS base\nUSER app\nFROM base\nCMD npm start\n');
  expect(facts).toMatchObject({
    stages: [{ tag: '20' }, { stage: 'base' }],
    user: { text: 'app' },
    command: { text: 'npm start' },
  });
});

test('an argument without a default is not known', async () => {
  const facts = await read('Containerfile', `ARG BASE\nFROM \${BASE}\nHEALTHCHECK NONE\n`);
  expect(facts?.stages).toEqual([{ at: [9, 21], from: `\${BASE}`, templated: true }]);
  expect(facts?.healthCheck).toMatchObject({ none: true });
});

test.each([
  ['docker-bake.hcl', 'target "server" {}\n', 'bake'],
  ['.ko.yaml', 'defaultBaseImage: gcr.io/distroless/static\n', 'ko'],
  ['project.toml', '[io.buildpacks]\nbuilder = "a"\n', 'buildpacks'],
  ['docker/server.Dockerfile', 'FROM scratch\n', 'dockerfile'],
])('%s', async (path, text, form) => {
  expect((await read(path, text))?.form).toBe(form);
});

test.each([
  ['Dockerfile.dockerignore', 'node_modules\n'],
  ['dockerfile.md', 'FROM node\n'],
  ['Dockerfile', '# nothing yet\n'],
  ['project.toml', '[tool]\n'],
])('not %s', async (path, text) => {
  expect(containerBuildKind.paths.test?.(path) ? await read(path, text) : undefined).toBeUndefined();
});

test.each([
  ['Dockerfile_worker', true],
  ['Dockerfile.prod', true],
  ['dockerfile.mdx', false],
  ['Dockerfile.dockerignore', false],
])('a recipe by its name: %s', (name, recipe) => {
  expect(containerBuildKind.paths.test?.(name)).toBe(recipe);
});
