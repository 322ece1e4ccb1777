import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a story and criteria say it in sentences',
      files: {
        'specs/001-export/spec.md':
          '# Export\n\nAs an accountant, I want to export invoices so that I need not copy them.\n\n## Acceptance criteria\n\n- A file comes within 10 seconds.\n\n## Out of scope\n\nPDF.\n',
      },
    },
    {
      name: 'in German',
      files: {
        'docs/prd/export.md':
          '# Export\n\n## Zielgruppe\n\nBuchhalter.\n\n## Ziele\n\nNicht abtippen.\n\n## Akzeptanzkriterien\n\n- Die Datei stimmt.\n\n## Randbedingungen\n\nKeine.\n',
      },
    },
  ],
  gap: [
    {
      name: 'no limits',
      files: {
        'docs/prd/export.md':
          '# Export\n\n## Users\n\nAccountants.\n\n## Goals\n\nNo copying.\n\n## Success metrics\n\nNine of ten.\n',
      },
      findings: [
        "docs/prd/export.md:1:1 info export.md does not say what limits it. Without that a feature can be called neither broken nor finished. Add a line for each; 'none' is an answer.",
      ],
    },
    {
      name: 'the same of several briefs',
      files: {
        'docs/prd/import.md':
          '# Import\n\n## Users\n\nAccountants.\n\n## Goals\n\nNo copying.\n\n## Success metrics\n\nNine of ten.\n',
        'docs/prd/mail.md':
          '# Mail\n\n## Users\n\nAccountants.\n\n## Goals\n\nNo copying.\n\n## Success metrics\n\nNine of ten.\n',
        'docs/prd/print.md':
          '# Print\n\n## Users\n\nAccountants.\n\n## Goals\n\nNo copying.\n\n## Success metrics\n\nNine of ten.\n',
        'docs/prd/send.md':
          '# Send\n\n## Users\n\nAccountants.\n\n## Goals\n\nNo copying.\n\n## Success metrics\n\nNine of ten.\n',
        'docs/prd/sign.md':
          '# Sign\n\n## Users\n\nAccountants.\n\n## Goals\n\nNo copying.\n\n## Success metrics\n\nNine of ten.\n',
      },
      findings: [
        "docs/prd/import.md:1:1 info 5 briefs in docs/prd leave open what limits it, import.md first. Without that a feature can be called neither broken nor finished. Add a line for each; 'none' is an answer. ×5",
      ],
    },
  ],
  skip: [
    { name: 'a feature', files: { 'features/a.feature': 'Feature: A\n  Scenario: B\n    Then C\n' } },
    {
      name: 'criteria alone',
      files: {
        'docs/user-stories/export.md': '# Export\n\n## Acceptance criteria\n\n- Given 10 invoices, then 10 lines.\n',
      },
    },
  ],
});
