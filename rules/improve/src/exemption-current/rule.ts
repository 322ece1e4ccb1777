import { defineRule, today } from '@shipworthy/rule-kit';

export default defineRule({
  id: 'exemption/current',
  title: 'Every exemption is still within its time',
  stages: ['improve'],
  qualities: ['maintainability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'essential',
  subject: 'exemption',
  needs: { today: today() },
  messages: {
    expired:
      'The exemption from {rule} ended on {expires}, so {gaps} open again. {owner} promised to look: mend what is behind it ({reason}), or extend the date with a new reason.',
    idle: 'The exemption from {rule} ended on {expires}, and nothing needs it any more. Remove it.',
  },
  check(exemption, { given, gap, pass }) {
    const { rule, expires, owner, reason, uses, asked } = exemption;
    if (given.today <= expires) return pass(exemption.at());
    if (asked && uses === 0) return gap('idle', exemption.at(), { rule, expires });
    const gaps = uses === 0 ? 'what it covers is' : uses === 1 ? '1 gap is' : `${uses} gaps are`;
    return gap('expired', exemption.at(), { rule, expires, owner, reason, gaps });
  },
});
