import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'answers in prose, a chat log as timeline',
      files: {
        'docs/incidents/2026-03-12.md':
          '# Builds stuck\n\n## Summary\n\nUsers were unable to merge. We noticed when a bot went silent.\n\n## Root cause\n\nA default alias.\n\n## What happened\n\n[13:20] merged\n[16:04] slow\n[17:59] healthy\n\n## Impact\n\nAll builds.\n\n## Follow-ups\n\n- Try releases on a staging system (#12)\n',
      },
    },
    {
      name: 'a table of facts, in Japanese',
      files: {
        'docs/postmortems/PM-001.md':
          '# PM-001\n\n## 影響\n\n注文ができなかった。\n\n## タイムライン\n\n- 02:10 停止\n\n## 根本原因\n\nログ。\n\n## 検知\n\n手動。\n\n## アクションアイテム\n\n| アクション | 担当 | 期限 |\n|---|---|---|\n| ログの整理 | 花子 | 2026-07-01 |\n',
      },
    },
  ],
  gap: [
    {
      name: 'notes on a mistake, with its cause and what follows',
      files: {
        'docs/postmortems/sync.md':
          '# Sync stopped\n\n## Impact\n\nNothing was written.\n\n## Root cause\n\nA wrong column.\n\n## Prevention\n\n- Test the columns\n',
      },
      findings: [
        'docs/postmortems/sync.md:1:1 info docs/postmortems/sync.md does not say what happened when; nor how it was noticed. The next team with the same alarm reads it for exactly that: add a section for it, even if the answer is one sentence.',
      ],
    },
    {
      name: 'a course of events and nothing else',
      files: {
        'docs/postmortems/outage.md':
          '# Outage of March\n\n## Timeline\n\n- 02:10 the disk was full\n- 02:50 old logs were gone\n\n## Lessons learned\n\nDisks are finite.\n',
      },
      findings: [
        'docs/postmortems/outage.md:1:1 warning docs/postmortems/outage.md does not say why it happened; how it was noticed; nor what is done so that it does not return. The next team with the same alarm reads it for exactly that: add a section for it, even if the answer is one sentence.',
      ],
    },
  ],
});
