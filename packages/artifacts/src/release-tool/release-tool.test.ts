import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { releaseToolKind } from './kind.ts';

async function factsOf(path: string, text = '{}\n') {
  const file = new RepositoryFile(path, 'authored', text);
  if (!releaseToolKind.sniff(file)) return undefined;
  return (await releaseToolKind.load())(file).artifacts[0]?.facts;
}
const workflow = (run: string, on = 'push') => `on: ${on}\njobs:\n  a:\n    steps:\n      - run: ${run}\n`;

describe('configuration', () => {
  test.each<[string, string, object | undefined]>([
    ['.changeset/config.json', '{}', { tool: 'Changesets', notes: 'fragments' }],
    ['release-please-config.json', '{}', { tool: 'release-please', notes: 'changelog' }],
    ['.releaserc.yml', 'branches: [main]\n', { tool: 'semantic-release', notes: 'releases' }],
    ['pyproject.toml', '[tool.towncrier]\n', { tool: 'towncrier' }],
    ['pyproject.toml', '[project]\n', undefined],
    ['fly.toml', 'app = "a"\n', { tool: 'Fly.io', does: ['way-back', 'deploys'] }],
    ['app.yaml', 'runtime: go\n', { tool: 'App Engine' }],
    ['app.yaml', 'kind: Deployment\n', undefined],
    ['k8s/a.yaml', 'apiVersion: argoproj.io/v1alpha1\nkind: Application\n', { tool: 'Argo CD' }],
    ['k8s/a.yaml', 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\n', undefined],
    ['docs/a.yaml', 'apiVersion: argoproj.io/v1alpha1\nkind: Application\n', undefined],
    ['app.json', '{ "buildpacks": [] }', { tool: 'Heroku' }],
    ['config.json', '{}', undefined],
  ])('%s: %s', async (path, text, facts) => {
    const found = await factsOf(path, text);
    if (facts) expect(found).toMatchObject(facts);
    else expect(found).toBeUndefined();
  });

  test('a chart, and the place of the version it installs', async () => {
    const text = 'name: cart\nversion: 1.0.0\nappVersion: "2.1.0"\n';
    const chart = (await factsOf('charts/cart/Chart.yaml', text))?.chart;
    expect(chart).toMatchObject({ name: 'cart', appVersion: '2.1.0' });
    expect(text.slice(...(chart?.versionAt ?? [0, 0]))).toBe('"2.1.0"');
  });
  test('a library chart installs nothing', async () => {
    expect(await factsOf('Chart.yaml', 'name: a\nversion: 1.0.0\ntype: library\n')).toBeUndefined();
  });
});

describe('workflows and forms', () => {
  test.each<[string, string, object | undefined]>([
    ['.github/workflows/release.yml', workflow('gh release create v1'), { does: ['notes'], notes: 'releases' }],
    ['.github/workflows/deploy.yml', workflow('terraform apply'), { does: ['deploys'] }],
    ['.github/workflows/deploy.yml', workflow('helm upgrade a ./a'), { tool: 'Helm', does: ['way-back', 'deploys'] }],
    ['.github/workflows/rollback.yml', workflow('./undo.sh', 'workflow_dispatch'), { does: ['way-back'] }],
    ['.github/workflows/build-test-deploy.yml', workflow('kubectl apply -f a.yaml'), { does: ['deploys'] }],
    [
      '.gitlab-ci.yml',
      'a:\n  environment: production\n  script:\n    - kubectl apply -f a.yaml\n',
      { does: ['deploys'] },
    ],
    [
      '.github/workflows/deploy.yml',
      `on:\n  workflow_dispatch:\n    inputs:\n      docker_image:\n        type: string\njobs:\n  a:\n    environment: live\n    steps:\n      - run: ./deploy \${{ inputs.docker_image }}\n`,
      { does: ['way-back', 'deploys'] },
    ],
    ['.gitlab-ci.yml', 'a:\n  script:\n    - kubectl apply -f a.yaml\n', undefined],
    [
      '.github/workflows/deploy.yml',
      'on: push\njobs:\n  a:\n    steps:\n      - uses: peter-evans/repository-dispatch@v3\n',
      { does: ['deploys'], by: 'another repository' },
    ],
    ['.github/workflows/deploy-docs.yml', workflow('wrangler deploy'), undefined],
    ['.github/workflows/deploy-pr.yml', workflow('kubectl apply -f a.yaml'), undefined],
    ['.github/workflows/test-chart.yml', workflow('helm upgrade a ./a'), undefined],
    [
      '.github/workflows/deploy.yml',
      'on:\n  workflow_call:\njobs:\n  a:\n    steps:\n      - run: terraform apply\n',
      undefined,
    ],
    ['.github/ISSUE_TEMPLATE/change.yml', 'body:\n  - label: Rollback\n', { does: ['way-back'] }],
    ['.github/pull_request_template.md', '## What\n', undefined],
  ])('%s', async (path, text, facts) => {
    const found = await factsOf(path, text);
    if (facts) expect(found).toMatchObject(facts);
    else expect(found).toBeUndefined();
  });
});
