import { defineRule, link } from '@shipworthy/rule-kit';

export default defineRule({
  id: 'dashboard/linked',
  title: 'Every dashboard can be found from an alert or a page',
  stages: ['operate'],
  qualities: ['observability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'strict',
  subject: 'dashboard',
  needs: { referrer: link('dashboard -> referrer') },
  messages: {
    alone:
      'No alert and no page leads to {dashboard}, so whoever is woken has to know that it is there. Link it from the alerts it explains, or from a runbook.',
    alones:
      'No alert and no page leads to {count} dashboards of this repository, {dashboard} among them, so whoever is woken has to know that they are there. Link them from the alerts they explain, or from a runbook.',
  },
  check(dashboard, { given, fault, gaps, pass, skip, unknown }) {
    if (dashboard.level === 'scraped')
      return skip('made by a program or a template; its address shows when it is rendered');
    const { referrer } = given;
    if (referrer.state === 'resolved') return pass(referrer.to, `led to by ${referrer.how}`);
    if (referrer.state === 'unknown') return unknown(referrer.why, referrer.at);
    const at = dashboard.at();
    const values = { dashboard: dashboard.artifact.title ?? dashboard.path };
    return gaps([fault('alone', at, values, { cause: 'repository', joined: 'alones' })], at);
  },
});
