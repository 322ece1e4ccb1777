import { expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { deploymentKind } from '../deployment/kind.ts';
import { devEnvironmentKind } from './kind.ts';

const kindsOf = async (path: string, text: string) =>
  [
    (await parseFile(devEnvironmentKind, path, text)).artifacts[0]?.kind,
    (await parseFile(deploymentKind, path, text)).artifacts[0]?.kind,
  ].filter((kind) => kind !== undefined);

test.each([
  ['compose.yaml', 'services:\n  a:\n    image: gradle:9\n    volumes: ["./:/app"]\n', ['dev-environment']],
  ['compose.yaml', 'services:\n  a:\n    image: node:22\n    volumes: [".:/app"]\n', ['dev-environment']],
  ['docs/install/docker-compose.example.yml', 'services:\n  a:\n    image: acme/shop:1\n', []],
  ['docker-compose.dev.yml', 'services:\n  a:\n    image: acme/shop:1\n', ['dev-environment']],
  ['compose.yaml', 'services:\n  a:\n    image: acme/shop:1\n    volumes: ["./data:/data"]\n', ['deployment']],
])('what a compose file is for: %s %#', async (path, text, kinds) => {
  expect(await kindsOf(path, text)).toEqual(kinds);
});
