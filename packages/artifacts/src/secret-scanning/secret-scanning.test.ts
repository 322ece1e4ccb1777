import { describe, expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { secretScanningKind } from './kind.ts';

const toolOf = async (path: string, text: string) =>
  (await parseFile(secretScanningKind, path, text)).artifacts[0]?.facts.tool;

describe('secret scanners', () => {
  test.each<[string, string, string | undefined]>([
    ['.gitleaks.toml', '[extend]\nuseDefault = true\n', 'gitleaks'],
    ['.gitleaksignore', 'a:b:1\n', 'gitleaks'],
    ['.secrets.baseline', '{"version":"1"}', 'detect-secrets'],
    ['.pre-commit-config.yaml', 'repos:\n  - hooks:\n      - id: gitleaks\n', 'gitleaks'],
    ['.pre-commit-config.yaml', 'repos:\n  # - id: gitleaks\n  - hooks:\n      - id: black\n', undefined],
    ['.husky/pre-commit', 'npx secretlint "**/*"\n', 'secretlint'],
    ['.github/secret_scanning.yml', 'paths-ignore:\n  - docs/**\n', 'GitHub secret scanning'],
    ['.github/workflows/scan.yml', 'jobs:\n  a:\n    steps:\n      - uses: gitleaks/gitleaks-action@v2\n', 'gitleaks'],
    [
      '.github/workflows/scan.yml',
      'jobs:\n  a:\n    steps:\n      - run: trufflehog git file://. --fail\n',
      'trufflehog',
    ],
    ['.github/workflows/ci.yml', 'jobs:\n  a:\n    steps:\n      - run: npm test # not gitleaks\n', undefined],
    ['docs/gitleaks.md', '# Gitleaks\n', undefined],
  ])('%s: %j: %s', async (path, text, expected) => {
    expect(await toolOf(path, text)).toBe(expected);
  });
});
