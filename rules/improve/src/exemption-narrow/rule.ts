import { defineRule, today } from '@shipworthy/rule-kit';

/** A promise to look again in more than a year is a promise of somebody else. */
const MAX_DAYS = 366;
const DAY = 24 * 3600 * 1000;
const ANYWHERE = /^(?:\.\/)?\*\*?(?:\/\*\*?)*$/;

export default defineRule({
  id: 'exemption/narrow',
  title: 'Every exemption covers no more than its reason',
  stages: ['improve'],
  qualities: ['maintainability'],
  severity: 'info',
  confidence: 'high',
  preset: 'recommended',
  subject: 'exemption',
  needs: { today: today() },
  messages: {
    everything:
      'This exemption accepts every gap of every rule{where}: the next error is accepted before anybody saw it. Name the rules that the reason speaks of.',
    family:
      'This exemption accepts every gap of {rule} in the whole repository. Name the rule, or the paths, that the reason speaks of: the next gap is accepted before anybody saw it.',
    forever:
      'This exemption from {rule} holds until {expires}, for more than a year. Whoever wrote the reason may be gone by then: let it end sooner, and extend it when it is looked at.',
  },
  check({ rule, paths, expires, at }, { given, fault, gaps, skip }) {
    if (given.today > expires) return skip('it is past its day; exemption/current speaks of it');
    const everywhere = paths.length === 0 || paths.some((path) => ANYWHERE.test(path));
    const days = (Date.parse(expires) - Date.parse(given.today)) / DAY;
    return gaps(
      [
        ...(rule === '*'
          ? [
              fault(
                'everything',
                at(),
                { where: everywhere ? '' : ` in ${paths.join(', ')}` },
                everywhere ? { severity: 'warning' } : {},
              ),
            ]
          : []),
        ...(rule !== '*' && rule.endsWith('/*') && everywhere ? [fault('family', at(), { rule })] : []),
        ...(days > MAX_DAYS ? [fault('forever', at(), { rule, expires })] : []),
      ],
      at(),
    );
  },
});
