import { testRule } from '@shipworthy/rule-tester';
import references from '../docs-references-resolve/rule.ts';
import rule from './rule.ts';

const page = (comment: string) => `# Shop\n\n<!-- ${comment} -->\n[a](a.md)\n`;

testRule(import.meta.url, rule, {
  beside: [references],
  pass: [
    {
      name: 'two rules and a reason',
      files: {
        'README.md': page(
          'shipworthy-disable-next-line docs/references-resolve, suppression/explained -- a map is to come',
        ),
      },
    },
  ],
  gap: [
    {
      name: 'no rule',
      files: { 'README.md': page('shipworthy-disable-next-line -- because') },
      findings: [
        'README.md:3:6 warning The comment names no rule, so it suppresses nothing. Add the rule: alert/has-runbook -- and why.',
      ],
    },
    {
      name: 'a rule there is not',
      files: { 'README.md': page('shipworthy-disable-next-line docs/reference-resolve -- because') },
      findings: [
        'README.md:3:6 warning No rule is called docs/reference-resolve, so the comment suppresses nothing: the nearest is docs/references-resolve.',
      ],
    },
    {
      name: 'a rule that resembles none, and no reason either',
      files: { 'README.md': page('shipworthy-disable-next-line everything') },
      findings: [
        'README.md:3:6 warning No rule is called everything, so the comment suppresses nothing: shipworthy rules lists them.',
        'README.md:3:6 warning The comment gives no reason, so it suppresses nothing. Whoever reads it next cannot tell whether it still holds: add -- and why.',
      ],
    },
  ],
  unknown: [
    {
      name: 'a rule of a package that is not loaded',
      files: { 'README.md': page('shipworthy-disable-next-line acme/page/short -- because') },
    },
  ],
});
