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

describe('what a scanner was told to accept', () => {
  test.each<[string, string, readonly string[]]>([
    [
      '.gitleaks.toml',
      "[allowlist]\npaths = [\n  # '''old'''\n  '''^config/kafka/.*.key$''',\n  \"tests/.*\\\\.pem\",\n]\nregexes = ['''x''']\n[[rules]]\nid = 'a'\n[rules.allowlist]\npaths = ['b']\n",
      ['expression ^config/kafka/.*.key$', 'expression tests/.*\\.pem', 'expression b'],
    ],
    [
      '.gitleaksignore',
      `# looked at\ncerts/a.key:private-key:1\n${'0a'.repeat(20)}:b/c.env:generic-api-key:12\nnonsense\n`,
      ['path certs/a.key', 'path b/c.env'],
    ],
    ['.secrets.baseline', '{"version":"1","results":{"a/b.pem":[{"line_number":1}]}}', ['path a/b.pem']],
    ['.secrets.baseline', '{"version":"1","results":', []],
    [
      '.github/secret_scanning.yml',
      "paths-ignore:\n  - 'docs/**'\n  # theirs\n  - keys/*.pem # made up\nother:\n  - x\n",
      ['pattern docs/**', 'pattern keys/*.pem'],
    ],
    ['.gitguardian.yaml', 'version: 2\nsecret:\n  ignored_paths:\n    - "*.key"\n', ['pattern *.key']],
  ])('%s: %j', async (path, text, expected) => {
    const facts = (await parseFile(secretScanningKind, path, text)).artifacts[0]?.facts;
    const accepts = facts?.accepts ?? [];
    expect(accepts.map((accepted) => `${accepted.form} ${accepted.text}`)).toEqual(expected);
    for (const accepted of accepts)
      expect(text.slice(...accepted.at).replaceAll('\\\\', '\\')).toContain(accepted.text);
  });
});
