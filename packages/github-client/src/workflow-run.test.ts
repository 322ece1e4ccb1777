import { expect, test } from '@jest/globals';
import { workflowRunUrl } from './workflow-run.ts';

const RUN = { GITHUB_REPOSITORY: 'acme/report', GITHUB_RUN_ID: '12' };

test.each([
  ['github.com', RUN, 'https://github.com/acme/report/actions/runs/12'],
  ['another attempt', { ...RUN, GITHUB_RUN_ATTEMPT: '3' }, 'https://github.com/acme/report/actions/runs/12/attempts/3'],
  [
    'another server',
    { ...RUN, GITHUB_SERVER_URL: 'https://git.example.com:8443/' },
    'https://git.example.com:8443/acme/report/actions/runs/12',
  ],
  ['no workflow', {}, undefined],
  ['no number', { ...RUN, GITHUB_RUN_ID: '1)' }, undefined],
  ['no repository', { ...RUN, GITHUB_REPOSITORY: 'acme/report)' }, undefined],
  ['no server', { ...RUN, GITHUB_SERVER_URL: 'javascript:alert(1)' }, undefined],
  ['a server that ends a link', { ...RUN, GITHUB_SERVER_URL: 'https://example.com) @acme' }, undefined],
])('the address of the run: %s', (_case, env, expected) => {
  expect(workflowRunUrl(env)).toBe(expected);
});
