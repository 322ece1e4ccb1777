import { beforeAll, expect, jest, test } from '@jest/globals';
import { buildIfStale, folderOf, shipworthy } from './run-built.ts';

jest.setTimeout(60_000);
beforeAll(buildIfStale);

// Put together here, so that no scanner takes the test for a leak.
const TOKEN = `ghp_${'a8Kq2Zr7Wn4Xc9Vb5Lm1Td6Yf3Hj0Gs8Pe2U'}`;
const KEY_BODY = 'MC4CAQAwBQYDK2VwBCIEIKq8Zk3vQm1YtR7uWn5sXe0pLd9cGh2bFj6oIa4TwUyV';
const FOLDER = folderOf({
  'config/app.yaml': `github: ${TOKEN}\n`,
  'config/account.json': `{ "private_key": "-----BEGIN ${'PRIVATE'} KEY-----\\n${KEY_BODY}\\n-----END" }\n`,
  // Another rule points at the same line.
  'alerts.yaml': `groups: [{ name: a, rules: [{ alert: Down, expr: "up ==== 0", annotations: { note: ${TOKEN} } }] }]\n`,
});

test.each(['text', 'json', 'markdown', 'sarif', 'github'])(
  'no report as %s shows the value of a secret',
  async (format) => {
    const { out } = await shipworthy(['lint', FOLDER, '--preset', 'strict', '--format', format, '--fail-on', 'never']);
    expect(out).toContain('an access token of GitHub');
    expect(out).toContain('config/account.json');
    expect(out).not.toMatch(/a8Kq2Zr7|MC4CAQAw/);
  },
);

test('no other command shows it', async () => {
  for (const args of [
    ['inventory', FOLDER, '--elements'],
    ['inventory', FOLDER, '--why', 'config/app.yaml'],
    ['graph', FOLDER],
  ])
    expect((await shipworthy(args)).out).not.toMatch(/a8Kq2Zr7|MC4CAQAw/);
});
