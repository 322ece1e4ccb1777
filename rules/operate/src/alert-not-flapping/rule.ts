import { all, defineRule, option, profile, vocabulary } from '@shipworthy/rule-kit';
import { REPOSITORY, sharedCause } from '../alert-habits.ts';
import { isPaging, severityOf } from '../alert-severity.ts';
import { isOpen, unjudged } from '../unjudged-alerts.ts';
import { SMOOTHING_SECONDS, steadyBecause } from './steady.ts';

export default defineRule({
  id: 'alert/not-flapping',
  title: 'No alert pages on a single sample',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'alert',
  needs: {
    words: vocabulary(),
    files: all('alert-rules'),
    repository: profile(),
    smoothing: option({
      type: 'integer',
      default: SMOOTHING_SECONDS,
      minimum: 1,
      describe: 'the seconds of a range from which on it is more than a single sample',
    }),
  },
  messages: {
    single:
      '{alert} ({severity}) pages on a single sample: it has no `for`, and its expression looks at one moment. One blip is one wake-up, and after three people mute it. Say how long it must last.',
    singles:
      '{count} alerts of this file page on a single sample, {alert} among them: no `for`, and an expression that looks at one moment. One blip is one wake-up, and after three people mute them. Say how long it must last.',
    nowhere:
      '{count} alerts of this repository page on a single sample, {alert} among them: no `for`, and an expression that looks at one moment. One blip is one wake-up, and after three people mute them. Say how long it must last.',
  },
  check(alert, { given, gaps, fault, pass, skip, unknown }) {
    const { words, files, repository } = given;
    const why = unjudged(alert, words);
    if (why !== undefined) return skip(why);
    const severity = severityOf(alert, words);
    if (isOpen(alert, severity ? `labels.${severity.label}` : 'labels'))
      return unknown('a template fills in its severity', alert.at('labels'));
    if (severity === undefined || !isPaging(alert, words)) return skip('it wakes nobody');
    if (lasts(alert.for)) return pass(alert.at('for'));
    if (lasts(alert.keepFiringFor)) return pass(alert.at('keepFiringFor'));
    if (isOpen(alert, 'for')) return unknown('a template fills in how long it must last', alert.at('for'));
    if (isOpen(alert, 'expr')) return unknown('a template fills in its expression', alert.at('expr'));
    const { expression } = alert;
    if (expression === undefined) return unknown('its expression could not be read', alert.at());
    if (expression.language !== 'promql' || expression.fault) return skip('its expression is not PromQL');
    const steady = steadyBecause(alert, expression, given.smoothing);
    if (steady !== undefined) return pass(alert.at('expr'), steady);
    const cause = sharedCause(files, repository, alert.path, 'for', (other) => other.for !== undefined);
    const values = { alert: alert.name, severity: severity.value };
    const at = alert.at('name');
    return gaps([fault('single', at, values, { cause, joined: cause === REPOSITORY ? 'nowhere' : 'singles' })], at);
  },
});

/** `0s` is how Prometheus itself writes that there is no waiting time. */
const lasts = (duration: string | undefined): boolean => duration !== undefined && /[1-9]/.test(duration);
