import { describe, expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { secretInventoryKind } from './kind.ts';
import { isSecretName } from './secret-name.ts';

const read = async (path: string, text: string) =>
  (await parseFile(secretInventoryKind, path, text)).artifacts[0]?.facts;

describe('names', () => {
  test.each<[string, boolean]>([
    ['SMTP_PASSWORD', true],
    ['PASSWORD_ITERATIONS', false],
    ['PASSWORD_HINTS_ALLOWED', false],
    ['PASSWORD_RESET_REQUIRED', false],
    ['TOKEN_DATABASE', false],
    ['DATABASE_PASSWORD', true],
    ['DATABASE_URL', true],
    ['stripeSecretKey', true],
    ['DATABASE_URL', true],
    ['SLACK_WEBHOOK_URL', true],
    ['NEXTAUTH_SECRET', true],
    ['PORT', false],
    ['STRIPE_PUBLIC_KEY', false],
    ['NEXT_PUBLIC_TOKEN', false],
    ['GITHUB_TOKEN', false],
    ['TOKEN_TTL', false],
    ['API_KEY_HEADER', false],
    ['MONKEY', false],
  ])('%s: %s', (name, expected) => {
    expect(isSecretName(name)).toBe(expected);
  });
});

describe('inventories', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['.env.example', 'PORT=1\nexport SMTP_PASSWORD=\n# API_KEY=x\n', 'env-example', ['SMTP_PASSWORD', 'API_KEY']],
    [
      'k8s/db.yaml',
      'kind: ExternalSecret\nmetadata:\n  name: db\nspec:\n  secretStoreRef:\n    name: vault\n  data:\n    - secretKey: password\n',
      'external-secret',
      ['password'],
    ],
    ['k8s/s.yaml', 'kind: SealedSecret\nspec:\n  encryptedData:\n    token: AgB\n', 'sealed-secret', ['token']],
    ['secrets.yaml', 'token: ENC[AES256,data:x]\nport: 1\nsops:\n  version: 3\n', 'encrypted-file', ['token']],
    ['main.tf', 'resource "aws_secretsmanager_secret" "db" {\n  name = "prod/db"\n}\n', 'terraform', ['prod/db']],
    ['docs/secrets.md', '# Secrets\n\n| name | store |\n|---|---|\n| `API_TOKEN` | vault |\n', 'page', ['API_TOKEN']],
    ['docs/ops.md', '# Ops\n\n## Rotating the database password\n\n1. Run `make rotate`.\n', 'page', []],
    [
      'runbooks/rotate.html.md.erb',
      '# Rotating secrets\n\n## How to rotate secrets\n\n1. Run `make rotate`.\n',
      'page',
      [],
    ],
  ])('%s: %j is %s', async (path, text, form, names) => {
    const facts = await read(path, text);
    expect(facts?.form).toBe(form);
    expect(facts?.names.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(names);
  });

  test.each([
    ['.env.example', 'PORT=1\n'],
    ['docs/ops.md', '# Ops\n\n## Log rotation\n\nDaily, by logrotate, for two weeks.\n'],
    ['docs/api.md', '# Tokens\n\n## Revoking personal access tokens\n\n1. Open your profile.\n'],
    ['docs/secrets.md', '# Secrets\n\nOur product can keep secrets for you in a vault of its own.\n'],
  ])('%s: %j is none', async (path, text) => {
    expect(await read(path, text)).toBeUndefined();
  });
});
