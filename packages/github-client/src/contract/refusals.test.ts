import { describe, expect, test } from '@jest/globals';
import * as client from '../index.ts';
import { connected, type FaultCase, FINE, no, read, testFaults, write } from './testing/fault-scene.ts';
import { REPOSITORY, scripted } from './testing/scripted.ts';

const REFUSALS: readonly FaultCase[] = [
  {
    name: 'a token that is not accepted',
    script: [no(401, 'Bad credentials')],
    reason: 'unauthorized',
    message: /^GitHub does not accept the token$/,
    advice: /expired/,
  },
  {
    name: 'no token where one is needed',
    script: [no(401, 'Requires authentication')],
    options: { token: '' },
    reason: 'unauthorized',
    message: /wants a token/,
    advice: /GITHUB_TOKEN/,
  },
  {
    name: 'a token that ends in the middle of the run',
    script: [FINE, no(401, 'Bad credentials')],
    ask: async (github) => {
      await read(github);
      await read(github);
    },
    reason: 'unauthorized',
    message: /in the middle of the run/,
    advice: /live for an hour/,
    requests: 2,
  },
  {
    name: 'a workflow of a fork that would write',
    script: [no(403, 'Resource not accessible by integration')],
    ask: write,
    reason: 'forbidden',
    message: /lacks "checks: write" \(GitHub: Resource not accessible by integration\)/,
    advice: /`checks: write` to the `permissions:`.*forks and of Dependabot/,
  },
  {
    name: 'a token that may not read',
    script: [no(403, 'Resource not accessible by personal access token')],
    reason: 'forbidden',
    message: /lacks "contents: read"/,
    advice: /^(?!.*forks)/,
  },
  {
    name: 'single sign-on',
    script: [
      no(403, 'Resource protected by organization SAML enforcement.', {
        'x-github-sso': 'required; url=https://github.com/orgs/o/sso?authorization_request=secret',
      }),
    ],
    reason: 'forbidden',
    message: /single sign-on/,
    advice: /Configure SSO/,
  },
  {
    name: 'an address that is not on the list',
    script: [no(403, 'The `o` organization has an IP allow list enabled, and your IP address is not permitted.')],
    reason: 'forbidden',
    message: /IP allow list/,
    advice: /address is on its list/,
  },
  {
    name: 'a check run by a person',
    script: [no(403, 'You must authenticate via a GitHub App.')],
    ask: write,
    reason: 'forbidden',
    message: /GitHub App/,
    advice: /Only apps make check runs/,
  },
  {
    name: 'a conversation that is locked',
    script: [no(403, 'Unable to create comment because issue is locked.')],
    ask: (github) => client.createComment(github, REPOSITORY, 7, 'text'),
    reason: 'forbidden',
    message: /issue is locked/,
    advice: /unlock it, or leave the comment off/,
  },
  {
    name: 'code scanning that is off',
    script: [no(403, 'Code scanning is not enabled for this repository.')],
    ask: (github) => client.uploadSarif(github, REPOSITORY, { commitSha: 'c1', ref: 'refs/heads/main', sarif: '{}' }),
    reason: 'forbidden',
    message: /Code scanning is not enabled/,
    advice: /Switch code scanning on/,
  },
  {
    name: 'what is not there, with a token',
    script: [no(404, 'Not Found')],
    reason: 'not-found',
    message: /does not show it to this token/,
    advice: /`contents: read`/,
  },
  {
    name: 'what is not there, without a token',
    script: [no(404, 'Not Found')],
    options: { token: undefined },
    reason: 'not-found',
    message: /requests without a token/,
    advice: /give a token/,
  },
  { name: 'what is gone', script: [no(410, 'Gone')], reason: 'not-found', message: /no longer/, advice: /deleted/ },
  {
    name: 'an empty repository',
    script: [no(409, 'Git Repository is empty.')],
    ask: (github) => client.tree(github, REPOSITORY, 'c1'),
    reason: 'conflict',
    message: /Git Repository is empty/,
    advice: /empty/,
  },
  {
    name: 'a request GitHub refuses',
    script: [
      no(422, 'Validation Failed', {}, { errors: [{ resource: 'CheckRun', field: 'head_sha', code: 'invalid' }] }),
    ],
    reason: 'invalid',
    message: /422: Validation Failed; CheckRun head_sha invalid/,
    advice: /report it/,
  },
  {
    name: 'a repository GitHub has blocked',
    script: [no(451, 'Repository access blocked')],
    reason: 'forbidden',
    message: /blocked/,
    advice: /owner/,
  },
];

describe('faults where GitHub refuses', () => {
  testFaults(REFUSALS);

  test('a mistake in our own code is no fault of GitHub', async () => {
    const server = await scripted({ status: 200, body: [] });
    await expect(read(connected(server))).rejects.toBeInstanceOf(TypeError);
  });
});
