import { testRule } from '@shipworthy/rule-tester';
import references from '../docs-references-resolve/rule.ts';
import rule from './rule.ts';

const page = (comment: string, line: string) => `# Shop\n\n<!-- ${comment} -->\n\n${line}\n`;
const DIRECTIVE = 'shipworthy-disable-next-line docs/references-resolve';

testRule(import.meta.url, rule, {
  beside: [references],
  pass: [
    { name: 'a blank line between', files: { 'README.md': page(`${DIRECTIVE} -- soon`, '[a](a.md) and [b](b.md)') } },
    { name: 'needed, though it lacks its reason', files: { 'README.md': page(DIRECTIVE, '[a](a.md)') } },
  ],
  gap: [
    {
      name: 'the gap is a line further',
      files: { 'README.md': page(`${DIRECTIVE} -- soon`, 'Text,\n[a](a.md)') },
      findings: [
        'README.md:3:6 info Nothing of docs/references-resolve is wrong on the next line. The comment would hide the next gap without anybody deciding so: remove it.',
      ],
    },
  ],
  skip: [
    {
      name: 'a rule that was not asked',
      files: { 'README.md': page('shipworthy-disable-next-line alert/valid -- soon', '[a](a.md)') },
    },
    {
      name: 'a rule that is off for the file',
      files: {
        'README.md': page(`${DIRECTIVE} -- soon`, 'Text.'),
        '.shipworthy.yaml': 'rules: { docs/references-resolve: off }',
      },
    },
  ],
});
