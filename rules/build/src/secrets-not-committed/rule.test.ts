import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

// Put together here, so that no scanner takes the test for a leak.
const KEY_BODY = 'MC4CAQAwBQYDK2VwBCIEIKq8Zk3vQm1YtR7uWn5sXe0pLd9cGh2bFj6oIa4TwUyV';
const KEY = `-----BEGIN ${'PRIVATE'} KEY-----\n${KEY_BODY}\n-----END ${'PRIVATE'} KEY-----\n`;
/** openssl req -x509 -subj "/O=Acme/CN=localhost:8443" */
const OWN_MACHINE = `-----BEGIN CERTIFICATE-----
MIIBpTCCAUugAwIBAgIUfDQW5sjyQZ+GiJzxXcdRHEXP+ZswCgYIKoZIzj0EAwIw
KDENMAsGA1UECgwEQWNtZTEXMBUGA1UEAwwObG9jYWxob3N0Ojg0NDMwHhcNMjYx
MTIzMDE0MjU2WhcNMzYxMTIwMDE0MjU2WjAoMQ0wCwYDVQQKDARBY21lMRcwFQYD
VQQDDA5sb2NhbGhvc3Q6ODQ0MzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIPs
zHWMAzeqAqm4iOZm1loLP9ro10lY625S6GLbZKpS5wr6eCJV28FD3o7CPlZPQj+m
qHnby1J81NRhE+mfYNyjUzBRMB0GA1UdDgQWBBQjEi2kvMdPTc3T9QENLm7Fa4zv
wDAfBgNVHSMEGDAWgBQjEi2kvMdPTc3T9QENLm7Fa4zvwDAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0gAMEUCIHD16EZHIan3cUP32zRyhUt+ExvvgHrArY/+
U7Y2AJ67AiEAmDlCiFWSZcgWaxyLqLrT8mQ2IK8EqTYeNiXuSY82bnw=
-----END CERTIFICATE-----
`;
const TOKEN = `ghp_${'a8Kq2Zr7Wn4Xc9Vb5Lm1Td6Yf3Hj0Gs8Pe2U'}`;
const LIVE = `sk_live_${'4eC39HqLyjWDarjtT1zdp7dc'}`;
const SECRET = 'q8Zk3vQm1YtR7uWn5sXe0pLd9cGh';
const AFTER =
  'Whoever ever cloned this has it, and deleting the line does not take it back: replace it where it was issued first, then move it to a secret store.';
const IF = 'If it opens anything real, replace it where it was issued, and keep its successor out of the repository.';

const silent = {
  'a placeholder': { 'config/app.yaml': 'token: ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n' },
  'a placeholder in words': {
    'deploy/prod.env': 'CLIENT_SECRET="your-client-secret"\nAPI_TOKEN=change-me-in-production-1\n',
  },
  'an empty key': { 'deploy/client.key': '' },
  'a key of test data': { 'auth/testdata/ca.key': KEY },
  'the key of the documentation of a cloud': { 'config/aws.ini': 'key = AKIAIOSFODNN7EXAMPLE\n' },
  'keys for tests of a payment provider': { 'config/pay.yaml': `key: sk_test_${'4eC39HqLyjWDarjtT1zdp7dc'}\n` },
  'a header without a key': { 'config/key.yaml': `key: |\n  -----BEGIN ${'PRIVATE'} KEY-----\n  ...\n` },
  'an example of an environment': { '.env.example': `STRIPE_SECRET_KEY=${SECRET}\n` },
  'a list of accepted finds': { '.config/suppressions.json': '{"suppressions":[{"placeholder":"Pass123$"}]}' },
  'a list of what a scanner was told to accept': { '.gitleaks.toml': `[allowlist]\nregexes = [\n  "${TOKEN}",\n]\n` },
  'a certificate alone': { 'pki/cert.crt': OWN_MACHINE },
  'a public part alone': { 'config/key.jwk': `{"kty":"RSA","n":"${KEY_BODY}","e":"AQAB"}` },
  'a variable': { 'config/app.yaml': `password: \${DB_PASSWORD}\n` },
};

testRule(import.meta.url, rule, {
  pass: Object.entries(silent).map(([name, files]) => ({ name, files })),
  skip: [{ name: 'an empty repository', files: {} }],
  gap: [
    {
      name: 'tokens of one file',
      files: { 'config/app.yaml': `github: ${TOKEN}\nstripe: ${LIVE}\n` },
      findings: [
        'config/app.yaml:1:9 error Here stand 2 secrets, an access token of GitHub among them. Whoever ever cloned this has them, and deleting the lines does not take them back: replace them where they were issued first, then move them to a secret store. ×2',
      ],
    },
    {
      name: 'a token that a scanner was told to accept, by an expression, and one that it was not',
      files: {
        'certs/app.yaml': `github: ${TOKEN}\n`,
        'src/app.yaml': `github: ${TOKEN}\n`,
        '.gitleaks.toml': "[allowlist]\npaths = ['''^certs/.*\\.ya?ml$''', '''(''']\n",
      },
      findings: [
        'certs/app.yaml:1:9 info Here stands an access token of GitHub; .gitleaks.toml tells gitleaks to accept it. If it opens anything real, replace it where it was issued, and keep its successor out of the repository.',
        'src/app.yaml:1:9 error Here stands an access token of GitHub. Whoever ever cloned this has it, and deleting the line does not take it back: replace it where it was issued first, then move it to a secret store.',
      ],
    },
    {
      name: 'keys that scanners were told to accept, by name and by pattern',
      files: {
        'certs/app.yaml': `github: ${TOKEN}\n`,
        'other/app.yaml': `github: ${TOKEN}\n`,
        '.gitleaksignore': 'certs/app.yaml:github-pat:1\n',
        '.github/secret_scanning.yml': 'paths-ignore:\n  - other/**\n',
      },
      findings: [
        'certs/app.yaml:1:9 info Here stands an access token of GitHub; .gitleaksignore tells gitleaks to accept it. If it opens anything real, replace it where it was issued, and keep its successor out of the repository.',
        'other/app.yaml:1:9 info Here stands an access token of GitHub; .github/secret_scanning.yml tells GitHub secret scanning to accept it. If it opens anything real, replace it where it was issued, and keep its successor out of the repository.',
      ],
    },
    {
      name: 'a JSON Web Key in capitals',
      files: { 'identity/signing.jwk': `{"Alg":"RS256","D":"${KEY_BODY}","Kty":"RSA"}` },
      findings: [`identity/signing.jwk:1:21 error Here stands a private key (JSON Web Key). ${AFTER}`],
    },
    {
      name: 'a key as one string of JSON',
      files: { 'config/account.json': JSON.stringify({ private_key: KEY }) },
      findings: [`config/account.json:1:17 error Here stands a private key. ${AFTER}`],
    },
    {
      name: 'a key beside the certificate of the own machine, and a token that somebody issued',
      files: { 'saml/pki/key.pem': KEY, 'saml/pki/cert.pem': OWN_MACHINE, 'saml/pki/a.yaml': `token: ${TOKEN}\n` },
      findings: [
        `saml/pki/a.yaml:1:8 error Here stands an access token of GitHub. ${AFTER}`,
        `saml/pki/key.pem:1:1 info Here stands a private key; a certificate beside it is for localhost:8443, which is nobody's. ${IF}`,
      ],
    },
    {
      name: 'a key beside the certificate of another folder',
      files: { 'saml/key.pem': KEY, 'saml/pki/cert.pem': OWN_MACHINE },
      findings: [`saml/key.pem:1:1 error Here stands a private key. ${AFTER}`],
    },
    {
      name: 'a key for a developer',
      files: { 'certs/localhost.key': KEY },
      findings: [`certs/localhost.key:1:1 info Here stands a private key; its path says 'localhost'. ${IF}`],
    },
    {
      name: 'a tracked environment',
      files: { '.env': `PORT=80\nSTRIPE_SECRET_KEY=${SECRET}\n` },
      findings: [`.env:2:19 info Here stands a value for STRIPE_SECRET_KEY; the file is tracked. ${IF}`],
    },
    {
      name: 'keys that applications carry, two of them',
      files: {
        'app/google-services.json': `["AIza${'SyA8Kq2Zr7Wn4Xc9Vb5Lm1Td6Yf3Hj0Gs8P'}","AIza${'SyB7Kq2Zr7Wn4Xc9Vb5Lm1Td6Yf3Hj0Gs8P'}"]`,
      },
      findings: [
        'app/google-services.json:1:3 info Here stand 2 values that look like secrets, a key of a Google API among them; it may be meant to be open. If they open anything real, replace them where they were issued, and keep their successors out of the repository. ×2',
      ],
    },
  ],
});
