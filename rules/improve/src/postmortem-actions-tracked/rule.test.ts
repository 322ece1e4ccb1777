import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const report = (actions: string) =>
  `# Database full\n\n## Root cause\n\nLogs.\n\n## Timeline\n\n02:10 to 02:50.\n\n${actions}\n`;
const PATH = 'docs/postmortems/2026-03-12-database.md';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a ticket below the item, struck text, a mark',
      files: {
        [PATH]: report(
          '## Next steps\n\n- Rotate the logs\n  - tracked in https://acme.org/t/12\n- ~~Buy a larger disk~~\n- ✅ Page somebody instead of a channel\n',
        ),
      },
    },
    {
      name: 'actions by type, done in words',
      files: {
        [PATH]: report(
          '## Action items\n\n### Prevent\n\n| Action | Owner | Due | Status |\n|---|---|---|---|\n| Rotate the logs | Ada | 2026-07-01 | open |\n\n### Detect\n\n| Action | Owner | Due | Status |\n|---|---|---|---|\n| Alert at 80 per cent | | | **Done** |\n',
        ),
      },
    },
    {
      name: 'what is called an action without being one',
      files: {
        [PATH]: report(
          '## Action items\n\n- Rotate the logs (PLAT-12)\n\n## What went well\n\n- The on-call person knew the disk\n- Nobody panicked at all\n',
        ),
      },
    },
    {
      name: 'a little past its date',
      files: { [PATH]: report('## Action items\n\n- Rotate the logs. Owner: Ada, due 2026-05-01\n') },
    },
  ],
  gap: [
    {
      name: 'an owner without a date',
      files: { [PATH]: report('## Action items\n\n- [ ] Rotate the logs (@ada)\n- [x] Grow the disk\n') },
      findings: [
        "docs/postmortems/2026-03-12-database.md:13:1 warning 'Rotate the logs (@ada)' is open and has no ticket, nor an owner with a date. An action that nobody holds is a wish, and the incident will return: link a ticket.",
      ],
    },
    {
      name: 'half done is open',
      files: {
        [PATH]: report(
          '## Action items\n\n| Action item | Bug | Status |\n|---|---|---|\n| Rotate the logs | - | not done |\n| Grow the disk | TBD | in progress |\n',
        ),
      },
      findings: [
        "docs/postmortems/2026-03-12-database.md:15:3 warning 2 follow-ups are open and have no ticket, nor an owner with a date, 'Rotate the logs' first. An action that nobody holds is a wish, and the incident will return: link tickets. ×2",
      ],
    },
    {
      name: 'long past its date',
      files: {
        [PATH]: report(
          '## Action items\n\n| Action | Owner | Due date |\n|---|---|---|\n| Rotate the logs | Ada | 2026-01-31 |\n',
        ),
      },
      findings: [
        "docs/postmortems/2026-03-12-database.md:15:3 info 'Rotate the logs' was due on 2026-01-31 and is still marked open. Either it was done and the page does not say so, or the incident can return: close it or set a new date.",
      ],
    },
    {
      name: 'several, long past their dates',
      files: {
        [PATH]: report(
          '## Action items\n\n| Action | Owner | Due date |\n|---|---|---|\n| Rotate the logs | Ada | 2026-01-31 |\n| Grow the disk | Bo | 2026-02-01 |\n',
        ),
      },
      findings: [
        "docs/postmortems/2026-03-12-database.md:15:3 info 2 follow-ups are long past their date and still marked open, 'Rotate the logs' (2026-01-31) first. Either they were done and the page does not say so, or the incident can return: close them or set new dates. ×2",
      ],
    },
  ],
  skip: [{ name: 'no list', files: { [PATH]: report('## Lessons learned\n\nDisks are finite.') } }],
});
