import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const FLOW = '.github/workflows/infra.yml';
const CODE = { 'infra/main.tf': 'resource "aws_s3_bucket" "reports" {\n  bucket = "acme-reports"\n}\n' };
const flow = (on: string, ...steps: string[]) => ({
  ...CODE,
  [FLOW]: `on: ${on}\njobs:\n  a:\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`,
});
const NONE =
  'infra/main.tf:1:1 info No pipeline looks at the terraform code before it is applied, so a bucket open to everybody is one typo away. Let `terraform validate && trivy config .` run on change requests.';

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a policy check', files: flow('pull_request', 'run: checkov -d .') },
    { name: 'an action', files: flow('pull_request', 'uses: bridgecrewio/checkov-action@v12') },
    { name: 'a plan', files: flow('pull_request', 'run: terraform plan') },
    { name: 'a linter of its kind', files: flow('push', 'run: tflint --recursive') },
  ],
  gap: [
    {
      name: 'it is only formatted and applied',
      files: flow('push', 'run: terraform fmt -check', 'run: terraform apply'),
      findings: [NONE],
    },
    { name: 'its failure is passed over', files: flow('push', 'run: tflint || true'), findings: [NONE] },
    {
      name: 'after the merge only',
      files: flow('{ push: { branches: [main] } }', 'run: tflint'),
      findings: [
        `${FLOW}:5:14 info tflint looks at the terraform code only after it is merged, when it may have been applied. Let it run on change requests as well.`,
      ],
    },
    {
      name: 'a playbook',
      files: {
        'site.yml':
          '- hosts: all\n  tasks:\n    - name: install\n      ansible.builtin.package:\n        name: nginx\n',
      },
      findings: [
        'site.yml:1:1 info No pipeline looks at the ansible code before it is applied, so a bucket open to everybody is one typo away. Let `ansible-lint` run on change requests.',
      ],
    },
  ],
  skip: [
    { name: 'no infrastructure code', files: { 'main.py': 'print(1)\n' } },
    { name: 'an example', files: { 'examples/basic/main.tf': 'resource "aws_s3_bucket" "a" {\n}\n' } },
  ],
  unknown: [
    {
      name: 'a workflow of another repository',
      files: {
        ...CODE,
        [FLOW]: 'on: pull_request\njobs:\n  a:\n    uses: acme/ci/.github/workflows/security.yml@v1\n',
      },
    },
  ],
});
