import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const at = (name: string) => `.github/workflows/${name}.yml`;
const workflow = (on: string, jobs: string) => `on: ${on}\njobs:\n${jobs}`;
const job = (id: string, step: string, more = '') =>
  `  ${id}:\n${more}    runs-on: ubuntu-latest\n    steps:\n      - ${step}\n`;
const MAIN = '{ push: { branches: [main] } }';
const TAG = '{ push: { tags: ["v*"] } }';
const TEST = job('test', 'run: go test ./...');
const PUSH = job('image', 'run: docker push ghcr.io/acme/cart:1');

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'needed through another job',
      files: {
        [at('ci')]: workflow(
          TAG,
          TEST +
            job('build', 'run: make', '    needs: test\n') +
            job('image', 'run: npm publish', '    needs: [build]\n'),
        ),
      },
    },
    {
      name: 'in the same job',
      files: { [at('release')]: workflow(TAG, job('ship', 'run: pytest && twine upload dist/*')) },
    },
    {
      name: 'in a workflow that it calls first',
      files: {
        [at('release')]: workflow(
          TAG,
          `  test:\n    uses: ./.github/workflows/test.yml\n${job('ship', 'run: cargo publish', '    needs: test\n')}`,
        ),
        [at('test')]: workflow('workflow_call', job('t', 'run: cargo test')),
      },
    },
    {
      name: 'after a workflow that tests',
      files: {
        [at('test')]: `name: Tests\n${workflow(MAIN, TEST)}`,
        [at('deploy')]: workflow(
          '{ workflow_run: { workflows: [Tests], types: [completed] } }',
          job('ship', 'run: helm upgrade cart ./chart'),
        ),
      },
    },
    {
      name: 'a branch that was tested before the merge',
      files: { [at('test')]: workflow('pull_request', TEST), [at('deploy')]: workflow(MAIN, PUSH) },
    },
    {
      name: 'by hand',
      files: { [at('test')]: workflow('pull_request', TEST), [at('deploy')]: workflow('workflow_dispatch', PUSH) },
    },
  ],
  gap: [
    {
      name: 'a tag on any commit',
      files: { [at('test')]: workflow('pull_request', TEST), [at('release')]: workflow(TAG, PUSH) },
      findings: [
        '.github/workflows/release.yml:6:14 info Job image ships (docker push ghcr.io/acme/cart:1) whatever commit is tagged, and runs no tests. A tag on the wrong commit goes out untested: let the job need the tests, or call them as a reusable workflow.',
      ],
    },
    {
      name: 'two jobs of one file are one thing to mend',
      files: {
        [at('test')]: workflow('pull_request', TEST),
        [at('release')]: workflow('{ release: { types: [published] } }', PUSH + job('npm', 'run: npm publish')),
      },
      findings: [
        '.github/workflows/release.yml:6:14 info 2 jobs of this pipeline, image first, ship whatever commit is tagged, and no tests run before them. A tag on the wrong commit goes out untested: let them need the tests, or call those as a reusable workflow. ×2',
      ],
    },
  ],
  skip: [
    { name: 'nothing ships', files: { [at('test')]: workflow('pull_request', TEST) } },
    { name: 'nothing tests', files: { [at('release')]: workflow(TAG, PUSH) } },
    {
      name: 'documentation and previews',
      files: {
        [at('test')]: workflow('pull_request', TEST),
        [at('docs')]: workflow(TAG, job('site', 'run: netlify deploy')),
        [at('preview')]: workflow('pull_request', PUSH),
      },
    },
  ],
  unknown: [
    {
      name: 'a workflow of another repository may test',
      files: {
        [at('test')]: workflow('pull_request', TEST),
        [at('release')]: workflow(
          TAG,
          '  checks:\n    uses: acme/ci/.github/workflows/test.yml@v1\n' +
            job('image', 'run: npm publish', '    needs: checks\n'),
        ),
      },
    },
    { name: 'a system that is only detected', files: { Jenkinsfile: 'pipeline { }\n' } },
  ],
});
