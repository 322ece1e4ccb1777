import { defineRule, link } from '@shipworthy/rule-kit';

export default defineRule({
  id: 'alert/dashboard-resolves',
  title: "Every alert's dashboard is there",
  stages: ['operate'],
  qualities: ['observability', 'reliability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'recommended',
  subject: 'alert',
  needs: { dashboard: link('alert -> dashboard') },
  messages: {
    dangling:
      '{alert} shows the dashboard {wanted}, and no dashboard provisioned beside it has that uid. Whoever is woken follows a dead link: correct the uid, or add the dashboard.',
    danglings:
      '{count} alerts of this file show the dashboard {wanted}, and no dashboard provisioned beside them has that uid. Whoever is woken follows a dead link: correct the uid, or add the dashboard.',
  },
  check(alert, { given, fault, gaps, pass, skip, unknown }) {
    if (alert.level === 'scraped') return skip('read by a line scan of jsonnet; judged where it is compiled');
    const { dashboard } = given;
    if (dashboard.state === 'missing') return skip('it names no dashboard');
    if (dashboard.state === 'unknown') return unknown(dashboard.why, dashboard.at);
    if (dashboard.state === 'resolved') return pass(dashboard.to);
    const { at, wanted } = dashboard;
    const options = { cause: `${alert.path} ${wanted}`, joined: 'danglings' } as const;
    return gaps([fault('dangling', at, { alert: alert.name, wanted }, options)], at);
  },
});
