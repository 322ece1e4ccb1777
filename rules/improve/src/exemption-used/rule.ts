import { defineRule, today } from '@shipworthy/rule-kit';

export default defineRule({
  id: 'exemption/used',
  title: 'Every exemption is still needed',
  stages: ['improve'],
  qualities: ['maintainability'],
  severity: 'info',
  confidence: 'high',
  preset: 'essential',
  subject: 'exemption',
  needs: { today: today() },
  messages: {
    unused:
      'Nothing needs the exemption from {rule}{where}. It would hide the next gap without anybody deciding so: remove it.',
  },
  check(exemption, { given, gap, pass, skip }) {
    const { rule, paths, expires, asked, uses } = exemption;
    if (given.today > expires) return skip('it is past its day; exemption/current speaks of it');
    if (!asked) return skip(`${rule} was not asked in this run`);
    if (uses > 0) return pass(exemption.at());
    return gap('unused', exemption.at(), { rule, where: paths.length === 0 ? '' : ` in ${paths.join(', ')}` });
  },
});
