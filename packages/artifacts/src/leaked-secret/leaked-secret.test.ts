import { expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { leakedSecretKind } from './kind.ts';

// Put together here, so that no scanner takes the test for a leak.
const BODY = 'MC4CAQAwBQYDK2VwBCIEIKq8Zk3vQm1YtR7uWn5sXe0pLd9cGh2bFj6oIa4TwUyV';
const begin = (sort = '') => `-----BEGIN ${sort}${'PRIVATE'} KEY-----`;
const TOKEN = `ghp_${'a8Kq2Zr7Wn4Xc9Vb5Lm1Td6Yf3Hj0Gs8Pe2U'}`;
const AWS_ID = `AK${'IA'}Q7ZK3VQM2YTR7UWN`;
const LOCAL = "all addresses of its file are the own machine, and its password is everybody's";
const local = (address: string, secret: string) =>
  `app: ${address}/login\nsecret: ${secret}\nkey: |\n  ${begin()}\n  ${BODY}\n`;

const found = async (path: string, text: string) =>
  ((await parseFile(leakedSecretKind, path, text)).artifacts[0]?.facts.found ?? []).map(({ what, certain, harmless }) =>
    [what, ...(certain ? [] : ['perhaps']), ...(harmless === undefined ? [] : [harmless])].join(', '),
  );

test.each<[string, string, readonly string[]]>([
  ['a.key', `${begin()}\n${BODY}\n`, ['a private key']],
  [
    'a.key',
    `${begin('RSA ')}\nProc-Type: 4,ENCRYPTED\nDEK-Info: A,B\n\n${BODY}\n`,
    ['an encrypted private key, a passphrase protects it'],
  ],
  ['a.yaml', `key: |\n  # ${begin()}\n  # REDACTED\n  # ${BODY}\n`, []],
  ['a.json', JSON.stringify({ key: `${begin()}\n${BODY}\n` }), ['a private key']],
  [
    'api/a.yml',
    `key:\n  example: |\n    ${begin()}\n    ${BODY}\n`,
    ['a private key, the words before it call it an example'],
  ],
  [
    'a.pem',
    `This is a dummy file for test use only.\nAsk somebody for another.\n${begin()}\n${BODY}\n`,
    ['a private key, the words before it call it an example'],
  ],
  [
    'charts/shop/values.yaml',
    `# These are only used in tests and are therefore safe to be stored unencrypted\nkey: |\n  ${begin()}\n  ${BODY}\n`,
    ['a private key, the words before it call it an example'],
  ],
  ['manifests/quick-start/a.yaml', `a: |\n  ${begin()}\n  ${BODY}\n`, ["a private key, its path says 'quickstart'"]],
  ['a.yml', `  HUB_PUBLIC_TOKEN: "${TOKEN}"\n`, ['an access token of GitHub, its name says that it is public']],
  ['a.yml', `  PUBLICATION_TOKEN: "${TOKEN}"\n`, ['an access token of GitHub']],
  ['a.pem', `The latest use only.\n${begin()}\n${BODY}\n`, ['a private key']],
  ['login/a.yml', local('http://localhost:8080', 'client-secret'), [`a private key, ${LOCAL}`]],
  ['login/a.yml', local('http://localhost:8080', 'Q8zk3vQm1Yt'), ['a private key']],
  ['login/a.yml', local('https://login.example.org', 'client-secret'), ['a private key']],
  ['login/a.yml', local('http://localhost.example.org', 'client-secret'), ['a private key']],
  ['login/a.yml', local('localhost', 'client-secret'), ['a private key']],
  [
    'login/a.yml',
    `${local('http://localhost', 'client-secret')}token: ${TOKEN}\n`,
    [`a private key, ${LOCAL}`, 'an access token of GitHub'],
  ],
  ['compose/certs/a.pem', `${begin()}\n${BODY}\n`, ["a private key, its path says 'compose'"]],
  ['deploy/compose/prod/a.pem', `${begin()}\n${BODY}\n`, ['a private key']],
  ['testResources/a.pem', `${begin()}\n${BODY}\n`, ["a private key, its path says 'testResources'"]],
  ['internal/suites/pki/a.pem', `${begin()}\n${BODY}\n`, ["a private key, its path says 'suites'"]],
  ['src/Identity/tempkey.jwk', `{"kty":"EC","d":"${BODY}"}`, ["a private key (JSON Web Key), its path says 'tempkey'"]],
  ['stub/jwks.json', `{"kty":"EC","d":"${BODY}"}`, ["a private key (JSON Web Key), its path says 'stub'"]],
  ['a.yaml', `token: ${TOKEN}\n`, ['an access token of GitHub']],
  [
    'issuer.yaml',
    `accessKeyID: ${AWS_ID}\nsecretAccessKeySecretRef:\n  name: dns\n`,
    ['an access key of AWS, its secret half is kept elsewhere'],
  ],
  ['a.yaml', `accessKeyID: ${AWS_ID}\nother: 1\n`, ['an access key of AWS']],
  [
    'issuer.yaml',
    `accessKeyID: ${AWS_ID}\nsecretAccessKeySecretRef: {}\nb: ${'q8Zk3vQm1Y'.repeat(4)}\n`,
    ['an access key of AWS'],
  ],
  ['package-lock.json', `{"integrity":"${TOKEN}"}`, []],
  [
    'main.tfstate',
    '{"terraform_version":"1","resources":[{"a":1}]}',
    ["Terraform's state, which holds every value in the open, perhaps"],
  ],
  ['main.tfstate', '{"terraform_version":"1","resources":[]}', []],
  ['prod.env', 'API_TOKEN=q8Zk3vQm1YtR7uWn5sXe0pLd\nPORT=80\n', ['a value for API_TOKEN, perhaps']],
  ['.env.test', 'API_TOKEN=q8Zk3vQm1YtR7uWn5sXe0pLd\n', []],
  ['.env', 'API_TOKEN_URL=https://example.org/q8Zk3vQm1YtR7uWn5sXe0pLd\n', []],
])('%s: %j', async (path, text, expected) => {
  expect(await found(path, text)).toEqual(expected);
});

test('no value becomes part of the facts', async () => {
  const { artifacts } = await parseFile(leakedSecretKind, 'a.yaml', `token: ${TOKEN}\nkey: ${begin()} ${BODY}\n`);
  expect(artifacts[0]?.facts.found).toHaveLength(2);
  expect(JSON.stringify(artifacts)).not.toMatch(/a8Kq2Zr7|MC4CAQAw/);
});
