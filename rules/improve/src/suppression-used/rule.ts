import { defineRule } from '@shipworthy/rule-kit';

export default defineRule({
  id: 'suppression/used',
  title: 'Every suppressing comment still suppresses something',
  stages: ['improve'],
  qualities: ['maintainability'],
  severity: 'info',
  confidence: 'high',
  preset: 'essential',
  subject: 'suppression',
  messages: {
    unused:
      'Nothing of {rule} is wrong on the next line. The comment would hide the next gap without anybody deciding so: remove it.',
  },
  check(suppression, { gaps, fault, skip }) {
    const asked = suppression.named.filter((named) => named.known && named.asked);
    if (asked.length === 0) return skip('none of its rules was asked in this run');
    const unused = asked.filter(({ uses }) => uses === 0);
    return gaps(
      unused.map(({ rule }) => fault('unused', suppression.at(), { rule }, { discriminator: rule })),
      suppression.at(),
    );
  },
});
