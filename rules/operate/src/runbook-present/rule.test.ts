import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const manifest = (name: string) =>
  `{ "name": "${name}", "private": true, "dependencies": { "express": "5.0.0", "@sentry/node": "9.0.0" } }\n`;
const SERVICE = { Dockerfile: 'FROM node:22\n', 'server.js': 'listen()\n', 'package.json': manifest('shop') };
const DEPLOYED = { ...SERVICE, 'fly.toml': 'app = "shop"\n' };
const rules = (annotations: string) =>
  `groups:\n  - name: a\n    rules:\n      - alert: Down\n        expr: up == 0\n${annotations}`;

const WATCHED =
  'docs/runbooks (absent) warning Sentry watches this repository, and nothing here says what to do when it calls: whoever is woken starts from zero. Write docs/runbooks/ for the failures you have had: what it means, who is hurt, where to look, how to stop the harm.';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a playbook for those who watch it',
      files: {
        ...DEPLOYED,
        'docs/base-load-playbook.md':
          '# Who does what\n\nLook at [Sentry](https://sentry.acme.dev/shop) each morning.\n',
      },
    },
    {
      name: 'a page of commands for those who operate it',
      files: {
        ...DEPLOYED,
        'docs/deployment/maintenance.md':
          '# Services\n\n## Logs\n\n```sh\ndocker compose logs web\n```\n\n## Restart\n\n```sh\ndocker compose restart web\n```\n\n## Restore\n\n```sh\npg_restore -d shop shop.dump\n```\n',
      },
    },
    {
      name: 'alerts that link elsewhere',
      files: {
        ...DEPLOYED,
        'alerts.yaml': rules('        annotations:\n          runbook_url: https://wiki.acme.dev/down\n'),
      },
    },
  ],
  gap: [
    ...[
      ['docs/troubleshooting.md', '# Local development\n\n```\na\n```\n\n```\nb\n```\n\n```\nc\n```\n'],
      ['docs/ansible-playbook.md', '# Playbook\n\nIt sets up [hosts](https://acme.dev/a) in `site.yml`.\n'],
      ['README.md', '# Shop\n\nAs in [their wiki](https://github.com/docker/compose/wiki/Images).\n'],
      ['docs/operations.md', '# Operations\n\nAsk the team.\n'],
      ['AGENTS.md', '# Agents\n\nSee [runbooks](https://acme.dev/runbooks).\n'],
      ['deploy/README.md', '# Deploy\n\nRun the Ansible playbooks of [this](https://acme.dev/ops).\n'],
    ].map(([path = '', text = '']) => ({
      name: `what is no help at night: ${path}`,
      files: { ...DEPLOYED, [path]: text },
      findings: [WATCHED],
    })),
    {
      name: 'nothing shows that it runs anywhere',
      files: SERVICE,
      findings: [
        'docs/runbooks (absent) info Sentry watches this repository, and nothing here says what to do when it calls: whoever is woken starts from zero. Write docs/runbooks/ for the failures you have had: what it means, who is hurt, where to look, how to stop the harm.',
      ],
    },
    {
      name: 'several parts are one finding',
      files: {
        'fly.toml': 'app = "shop"\n',
        'a/Dockerfile': 'FROM node:22\n',
        'a/package.json': manifest('a'),
        'a/server.js': '\n',
        'b/Dockerfile': 'FROM node:22\n',
        'b/package.json': manifest('b'),
        'b/server.js': '\n',
      },
      findings: [
        'a/docs/runbooks (absent) warning Sentry watches 2 parts of this repository, a among them, and nothing here says what to do when it calls: whoever is woken starts from zero. Begin with the failures you have had: what it means, who is hurt, where to look, how to stop the harm. ×2',
      ],
    },
  ],
  unknown: [
    ...[
      'Common tasks and runbooks are in [the guidance](https://acme.dev/shop/).',
      'What to do is in [the guidance](https://acme.dev/runbooks/).',
      'Our [Playbook](https://acme.dev/shop/) says what to do.',
    ].map((line) => ({
      name: `a page that leads elsewhere: ${line}`,
      files: { ...DEPLOYED, 'README.md': `# Shop\n\n${line}\n` },
    })),
    {
      name: 'a wiki beside the tree',
      files: {
        ...DEPLOYED,
        'README.md': '# Shop-web Info\n\nMore in [the wiki](https://github.com/acme/shop-web/wiki/Errors).\n',
      },
    },
    {
      name: 'a wiki beside the tree, by a relative link',
      files: { ...DEPLOYED, 'README.md': '# Shop\n\nMore in [the wiki](../../wiki).\n' },
    },
    {
      name: 'watched and deployed by a workflow of another repository',
      files: {
        ...SERVICE,
        '.github/workflows/deploy.yml':
          'on: push\njobs:\n  a:\n    uses: acme/ops/.github/workflows/deploy.yml@main\n    with:\n      environment: production\n',
      },
    },
  ],
  skip: [
    { name: 'alerts without guidance are asked one by one', files: { ...DEPLOYED, 'alerts.yaml': rules('') } },
    { name: 'nobody watches it', files: { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' } },
    { name: 'a script', files: { 'z.sh': 'echo z\n' } },
  ],
});
