import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = {
  'compose.yaml': 'services:\n  api:\n    build: .\n    ports: ["8080:8080"]\n',
  Dockerfile: 'FROM python:3.12\nEXPOSE 8080\nCMD ["python", "main.py"]\n',
};

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a comment of several lines holds the prompts',
      files: {
        ...SERVICE,
        'docs/pull_request_template.md':
          'Because\n\n<!--\nHow was this tested?\nHow do we revert it?\nWhich dashboard shows it?\n-->\n',
      },
    },
    {
      name: 'a table, as Babel has it',
      files: {
        ...SERVICE,
        'PULL_REQUEST_TEMPLATE.md':
          '| Q | A |\n| --- | --- |\n| Major: Breaking Change? | |\n| Tests Added + Pass? | Yes |\n| Documentation PR Link | |\n',
      },
    },
    {
      name: 'of GitLab, in German',
      files: {
        ...SERVICE,
        '.gitlab/merge_request_templates/Default.md':
          '- [ ] getestet\n- [ ] Rollback beschrieben\n- [ ] Dokumentation\n',
      },
    },
  ],
  gap: [
    {
      name: 'two templates, each by itself',
      files: {
        ...SERVICE,
        '.github/PULL_REQUEST_TEMPLATE/a.md': '## What\n\n- [ ] tests\n- [ ] docs\n',
        '.github/PULL_REQUEST_TEMPLATE/b.md': 'Ticket:\n',
      },
      findings: [
        ".github/PULL_REQUEST_TEMPLATE/a.md:1:1 info .github/PULL_REQUEST_TEMPLATE/a.md does not ask for rollout and rollback, and a change counts as done without them. Add 'How do we undo this?'.",
        ".github/PULL_REQUEST_TEMPLATE/b.md:1:1 info .github/PULL_REQUEST_TEMPLATE/b.md does not ask for tests, rollout and rollback or monitoring and documentation, and a change counts as done without them. Add 'How was this tested?', 'How do we undo this?' and 'What tells us that it works, and what was written down?'.",
      ],
    },
  ],
  skip: [{ name: 'a script', files: { 'z.sh': 'echo z\n' } }],
  unknown: [{ name: 'no template here', files: SERVICE }],
});
