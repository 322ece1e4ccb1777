import { expect, test } from '@jest/globals';
import { isForOwnMachine } from './local-certificate.ts';

/** openssl req -x509 -subj "/O=Acme/CN=localhost:8443" */
const OWN = `-----BEGIN CERTIFICATE-----
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
/** openssl req -x509 -subj "/O=Acme/CN=api.acme.example" -addext "subjectAltName=DNS:localhost,DNS:api.acme.example" */
const SERVER = `-----BEGIN CERTIFICATE-----
MIIB0TCCAXegAwIBAgIUKju9ekQZA7Ulo2fJcrA3dyW2djQwCgYIKoZIzj0EAwIw
KjENMAsGA1UECgwEQWNtZTEZMBcGA1UEAwwQYXBpLmFjbWUuZXhhbXBsZTAeFw0y
NjExMjMwMTQyNTZaFw0zNjExMjAwMTQyNTZaMCoxDTALBgNVBAoMBEFjbWUxGTAX
BgNVBAMMEGFwaS5hY21lLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AAQe8toxqUtXa3Dpy22jRj/bruM5sYhkB6vK7Hg5t6+3QEEF0deygp1JA/qedA28
FJxicq9jbyzH9Amlc/O1JYFxo3sweTAdBgNVHQ4EFgQUejgAZLyAJVS1FP7koPgK
uxxdIUgwHwYDVR0jBBgwFoAUejgAZLyAJVS1FP7koPgKuxxdIUgwDwYDVR0TAQH/
BAUwAwEB/zAmBgNVHREEHzAdgglsb2NhbGhvc3SCEGFwaS5hY21lLmV4YW1wbGUw
CgYIKoZIzj0EAwIDSAAwRQIhANt6AdA7997ZmnqvdAs91vwwj2P/w6bySETaMiSe
58XAAiAKGX0H6l4lCw6QjGBqDavzqCqwOg76wmEEF1740VMlhw==
-----END CERTIFICATE-----
`;

test.each([
  ['one for localhost', OWN, true],
  ['with Windows line ends', OWN.replaceAll('\n', '\r\n'), true],
  ['behind a key', `# local\n-----BEGIN EC PARAMETERS-----\nAA==\n-----END EC PARAMETERS-----\n${OWN}`, true],
  ['one for a server as well', SERVER, false],
  ['a damaged one', OWN.replace('IUfDQW5sjy', 'AAAAAAAAAA').replace('MIIBpTCC', 'MIIBqTCC'), false],
  ['none', 'CN=localhost', false],
])('%s: %s', (_case, text, expected) => {
  expect(isForOwnMachine(text)).toBe(expected);
});
