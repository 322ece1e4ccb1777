import { describe, expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { devEnvironmentKind } from './kind.ts';

const read = async (path: string, text: string) =>
  (await parseFile(devEnvironmentKind, path, text)).artifacts[0]?.facts;

describe('forms', () => {
  test.each<[string, string, string]>([
    ['.devcontainer/devcontainer.json', '{ // c\n "image": "a" }', 'devcontainer'],
    ['.devcontainer/api/devcontainer.json', '{"dockerComposeFile":"x"}', 'devcontainer'],
    ['.devcontainer/Dockerfile', 'FROM a\n', 'devcontainer'],
    ['.gitpod.yml', 'tasks: []\n', 'gitpod'],
    ['flake.nix', '{ outputs = { devShells = x; }; }', 'nix'],
    ['devbox.json', '{"packages":[]}', 'devbox'],
    ['Vagrantfile', 'Vagrant.configure("2") do |c|\nend\n', 'vagrant'],
    ['.env.example', 'PORT=1\n', 'env-example'],
    ['config/.env.sample', '# PORT=1\n', 'env-example'],
    ['bin/setup', '#!/bin/sh\nbundle install\n', 'setup-script'],
    ['script/bootstrap', 'brew bundle\n', 'setup-script'],
    ['Tiltfile', "k8s_yaml('a.yaml')\n", 'tilt'],
    ['docker-compose.dev.yml', 'services:\n  a:\n    image: shop:1\n', 'compose'],
    ['compose.yaml', 'services:\n  a:\n    build: .\n', 'compose'],
    ['compose.yaml', 'services:\n  db:\n    image: postgres:17\n', 'compose'],
  ])('%s: %j is %s', async (path, text, form) => {
    expect((await read(path, text))?.form).toBe(form);
  });

  test.each([
    ['compose.yaml', 'services:\n  a:\n    image: shop:1\n'],
    ['docker/production/compose.yml', 'services:\n  a:\n    build: .\n'],
    ['flake.nix', '{ outputs = { packages = x; }; }'],
    ['tls/bin/setup', '#!/bin/sh\necho none\n'],
    ['.env', 'PORT=1\n'],
    ['Dockerfile', 'FROM a\n'],
    ['config.toml', '[tools]\nnode = "20"\n'],
  ])('%s: %j is none', async (path, text) => {
    expect(await read(path, text)).toBeUndefined();
  });

  test('what compose starts', async () => {
    const text = 'services:\n  db:\n    image: postgres:17\n  cache:\n    image: redis\n  a:\n    build: .\n';
    expect((await read('compose.yaml', text))?.services).toEqual(['postgresql', 'redis']);
  });
});

describe('versions of tools, each where it stands', () => {
  test.each<[string, string, readonly string[]]>([
    ['.nvmrc', '# long support\nlts/iron\n', ['node lts/iron']],
    ['.tool-versions', 'nodejs 20.1.0\n# golang 1\npython 3.12.1 2.7\n', ['node 20.1.0', 'python 3.12.1']],
    [
      'mise.toml',
      '[env]\nA = "1"\n[tools]\nnode = "22"\npython = ["3.12", "3.11"]\n"go" = { version = "1.23" }\n[tasks]\n',
      ['node 22', 'python 3.12', 'go 1.23'],
    ],
    ['global.json', '{ "sdk": { "rollForward": "x", "version": "9.0.100" } }', ['dotnet 9.0.100']],
    ['rust-toolchain.toml', '[toolchain]\nchannel = "1.80"\n', ['rust 1.80']],
    ['.sdkmanrc', 'java=21.0.2-tem\n', ['java 21.0.2-tem']],
    ['runtime.txt', 'python-3.12.1\n', ['python 3.12.1']],
    [
      '.devcontainer/devcontainer.json',
      '{"image":"mcr.microsoft.com/devcontainers/typescript-node:1-22-bookworm"}',
      ['node 22'],
    ],
    [
      '.devcontainer/devcontainer.json',
      '{"features":{"ghcr.io/devcontainers/features/go:1":{"version":"1.23"}}}',
      ['go 1.23'],
    ],
  ])('%s: %j', async (path, text, expected) => {
    const versions = (await read(path, text))?.versions ?? [];
    expect(versions.map(({ tool, version }) => `${tool} ${version}`)).toEqual(expected);
    for (const { version, at } of versions) expect(text.slice(...at)).toContain(version);
  });
});
