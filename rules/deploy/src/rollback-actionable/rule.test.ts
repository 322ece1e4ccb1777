import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'the plan of one piece of work',
      files: {
        'db/migrations/0001_a.sql': 'x\n',
        'db/migrations/0002_b.sql': 'x\n',
        'docs/widgets-upgrade.md': '# Widgets 5 Upgrade Plan\n\n## Rollback\n\n1. `git checkout main`\n',
      },
    },
    {
      name: 'a button of a platform',
      files: {
        'docs/rollback.md':
          '# Rollback\n\nWhen the error rate doubles, open the dashboard of the platform and press Redeploy on the last green one.\n',
      },
    },
    {
      name: 'a section of a runbook takes one change back, not a release',
      files: {
        'db/migrations/0001_a.sql': 'x\n',
        'db/migrations/0002_b.sql': 'x\n',
        'docs/runbooks/resize.md': '# Resize\n\n## Rollback\n\n1. `kubectl apply -f old.yaml`\n',
      },
    },
  ],
  gap: [
    {
      name: 'a wish',
      files: {
        'docs/rollback.md':
          '# Rollback\n\nWe go back to the version that ran before, as soon as possible, with everybody who is there to help.\n',
      },
      findings: [
        'docs/rollback.md:1:1 warning The way back names no command, button, workflow or step. At night nobody knows how it was meant: write down what to type or press.',
      ],
    },
    {
      name: 'nothing on the data, in a chapter and in a list of commands',
      files: {
        'db/migrations/0001_a.sql': 'create table a (id int);\n',
        'db/migrations/0002_b.sql': 'create table b (id int);\n',
        'deploy/README.md': '# Deployment\n\n## Rollback\n\nIf it fails:\n\n```sh\nhelm rollback shop 3\n```\n',
        'helm_deploy/README.md':
          '# Deployment\n\n## Useful helm commands\n\n**List releases:**\n\n```sh\nhelm list\n```\n\n**Rollback to previous version:**\n\nIf it fails:\n\n```sh\nhelm rollback shop 3\n```\n',
      },
      findings: [
        'deploy/README.md:3:1 warning The way back says nothing about the database, although there are 2 migrations as in db/migrations. Code that goes back alone meets a schema that stayed: say what becomes of it.',
        'helm_deploy/README.md:11:1 info The way back says nothing about the database, although there are 2 migrations as in db/migrations. Code that goes back alone meets a schema that stayed: say what becomes of it.',
      ],
    },
    {
      name: 'no time to go back',
      files: { 'docs/rollback.md': '# Rollback\n\n1. `kubectl rollout undo deploy/shop`\n' },
      findings: [
        'docs/rollback.md:1:1 info The way back does not say when to take it. Under pressure people wait too long: name what has to be seen, and for how long.',
      ],
    },
  ],
  skip: [{ name: 'a placeholder', files: { 'docs/rollback.md': '# Rollback\n\nTBD\n' } }],
});
