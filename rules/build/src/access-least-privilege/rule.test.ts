import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const STEPS = '    runs-on: x\n    steps:\n      - run: npm test\n';
const at = (text: string) => ({ '.github/workflows/ci.yml': text });
const target = (job: string, on = 'pull_request_target') =>
  at(
    `on: ${on}\npermissions: { contents: read }\njobs:\n  a:\n    runs-on: x\n${job}    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: \${{ github.event.pull_request.head.sha }}\n      - run: npm ci\n`,
  );

const UNSET =
  ".github/workflows/ci.yml:3:3 warning This workflow does not say what its token may do, so it may do whatever the repository's setting allows, in older ones everything. A package that runs in it can then push to the branch: write `permissions:` with what it needs, often `contents: read`.";

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'left to a program that looks at changes',
      files: at(`on: pull_request\njobs:\n  a:\n${STEPS.replace('npm test', 'zizmor .')}`),
    },
    {
      name: 'each job says it',
      files: at(`on: push\njobs:\n  a:\n    permissions: {}\n${STEPS}  b:\n    permissions: read-all\n${STEPS}`),
    },
    {
      name: 'the workflow that is called says it',
      files: {
        ...at('on: push\njobs:\n  a:\n    uses: ./.github/workflows/test.yml\n'),
        '.github/workflows/test.yml': `on: workflow_call\npermissions: { contents: read }\njobs:\n  a:\n${STEPS}`,
      },
    },
    {
      name: 'a job that is switched off',
      files: at(
        `on: push\njobs:\n  a:\n    if: \${{ false }}\n${STEPS}  b:\n    if: false\n${STEPS}  c:\n    permissions: {}\n${STEPS}`,
      ),
    },
    {
      name: 'a workflow of another repository may say it',
      files: at('on: push\njobs:\n  a:\n    uses: acme/ci/.github/workflows/a.yml@v1\n'),
    },
    { name: 'a proposal that somebody labels', files: target('', '\n  pull_request_target:\n    types: [labeled]') },
    { name: 'a proposal behind a condition', files: target("    if: github.actor == 'bot'\n") },
    { name: 'a proposal that a person lets in', files: target('    environment: external\n') },
    {
      name: 'a proposal that is looked at and not run',
      files: at(
        `on: pull_request_target\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v4\n        with: { ref: "\${{ github.head_ref }}" }\n      - run: git diff --stat\n`,
      ),
    },
  ],
  gap: [
    {
      name: 'several workflows are one thing to do',
      files: {
        '.github/workflows/a.yml': `on: push\njobs:\n  a:\n${STEPS}`,
        '.github/workflows/b.yml': `on: push\njobs:\n  a:\n${STEPS}`,
      },
      findings: [
        ".github/workflows/a.yml:3:3 warning 2 workflows do not say what their token may do, so it may do whatever the repository's setting allows, in older ones everything. A package that runs in one can then push to the branch: write `permissions:` with what each needs, often `contents: read`. ×2",
      ],
    },
    {
      name: 'nothing of others runs',
      files: at(
        'on: pull_request\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v4\n      - run: \'[[ "$BRANCH" =~ ^[a-z-]+$ ]] || exit 1\'\n',
      ),
      findings: [
        ".github/workflows/ci.yml:3:3 info This workflow does not say what its token may do. Nothing of others runs in it today; the first action or package that is added gets what the repository's setting allows: write `permissions:` with what it needs, often `contents: read`.",
      ],
    },
    {
      name: 'paths of scripts and addresses that are only arguments',
      files: at(
        'on: pull_request\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          gh api -H "Accept: a" \\\n            /repos/a/b/pulls | \\\n            jq -f .github/a.jq\n          git diff --name-only -- install/_lib.sh | xargs shellcheck\n          sed -i s/v1/v2/ internal/version.go\n          git add go.mod docs/make.md\n          V=$(node -e "console.log(1)")\n          python3 -c "print(1)"\n',
      ),
      findings: [
        ".github/workflows/ci.yml:3:3 info This workflow does not say what its token may do. Nothing of others runs in it today; the first action or package that is added gets what the repository's setting allows: write `permissions:` with what it needs, often `contents: read`.",
      ],
    },
    {
      name: 'nothing of others runs where it calls',
      files: {
        '.github/workflows/a.yml': 'on: push\njobs:\n  a:\n    uses: ./.github/workflows/b.yml\n',
        '.github/workflows/b.yml': 'on: workflow_call\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo a\n',
      },
      findings: [
        ".github/workflows/a.yml:3:3 info This workflow does not say what its token may do. Nothing of others runs in it today; the first action or package that is added gets what the repository's setting allows: write `permissions:` with what it needs, often `contents: read`.",
      ],
    },
    {
      name: 'nothing of others runs in one of two',
      files: {
        '.github/workflows/a.yml': `on: push\njobs:\n  a:\n${STEPS}`,
        '.github/workflows/b.yml': 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo a\n',
      },
      findings: [
        ".github/workflows/a.yml:3:3 warning This workflow does not say what its token may do, so it may do whatever the repository's setting allows, in older ones everything. A package that runs in it can then push to the branch: write `permissions:` with what it needs, often `contents: read`.",
        ".github/workflows/b.yml:3:3 info This workflow does not say what its token may do. Nothing of others runs in it today; the first action or package that is added gets what the repository's setting allows: write `permissions:` with what it needs, often `contents: read`.",
      ],
    },
    {
      name: 'nothing of others runs in several',
      files: Object.fromEntries(
        ['a', 'b'].map((name) => [
          `.github/workflows/${name}.yml`,
          'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo a\n',
        ]),
      ),
      findings: [
        ".github/workflows/a.yml:3:3 info 2 workflows do not say what their token may do. Nothing of others runs in them today; the first action or package that is added gets what the repository's setting allows: write `permissions:` with what each needs, often `contents: read`. ×2",
      ],
    },
    ...[
      '- uses: acme/check@v1',
      '- run: curl -sL https://acme.dev/i | sh',
      '- run: ./check.sh',
      '- run: scripts/check',
      '- run: bash ci/check.sh',
      '- run: npx cspell .',
    ].map((step) => ({
      name: `something of others runs: ${step}`,
      files: at(`on: pull_request\njobs:\n  a:\n    runs-on: x\n    steps:\n      ${step}\n`),
      findings: [UNSET],
    })),
    {
      name: 'some jobs do not say it',
      files: at(`on: push\njobs:\n  a:\n    permissions: {}\n${STEPS}  b:\n${STEPS}`),
      findings: [
        ".github/workflows/ci.yml:8:3 warning This workflow does not say what its token may do in 'b', so it may do whatever the repository's setting allows, in older ones everything. A package that runs in it can then push to the branch: write `permissions:` with what it needs, often `contents: read`.",
      ],
    },
    {
      name: 'a job that may write everything',
      files: at(`on: push\njobs:\n  a:\n    permissions: write-all\n${STEPS}`),
      findings: [
        ".github/workflows/ci.yml:4:5 warning The token of job 'a' may write everything: code, releases, packages, settings of the run. Whatever runs there can do so too: name the scopes it needs.",
      ],
    },
    {
      name: 'a proposal that is run',
      files: target(''),
      findings: [
        '.github/workflows/ci.yml:7:9 warning pull_request_target runs with the secrets and the token of this repository, and this step checks out what somebody proposes: with the next command the proposal has both. Check it out in a pull_request workflow instead, without secrets.',
      ],
    },
  ],
  skip: [
    {
      name: 'switched off: it starts on nothing',
      files: {
        '.github/workflows/toc.yml':
          'on: []\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm ci\n',
      },
    },
    { name: 'another system', files: { '.gitlab-ci.yml': 'test:\n  script: make\n' } },
    { name: 'only what others call', files: at(`on: workflow_call\njobs:\n  a:\n${STEPS}`) },
  ],
});
