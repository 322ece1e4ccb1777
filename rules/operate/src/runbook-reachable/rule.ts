import { defineRule, link, profile } from '@shipworthy/rule-kit';

export default defineRule({
  id: 'runbook/reachable',
  title: 'A runbook is found from somewhere',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'strict',
  subject: 'runbook',
  needs: { referrer: link('runbook -> referrer'), profile: profile() },
  messages: {
    orphan:
      'No alert and no page of this repository leads to this runbook, and no alert has its name. Whoever is paged does not know that it exists: link it from the alert or from an index.',
    orphans:
      'No alert and no page of this repository leads to {count} runbooks of {folder}, and no alert has their names. Whoever is paged does not know that they exist: link them from the alerts or from an index.',
  },
  check({ path, page }, { given, fault, gaps, pass, skip, unknown }) {
    const { referrer } = given;
    if (referrer.state === 'resolved') return pass(referrer.to, referrer.how);
    if (referrer.state === 'unknown') return unknown(referrer.why, referrer.at);
    if (given.profile.archetypes.some(({ name }) => name === 'collection'))
      return skip('kept for others, whose alerts lead to it');
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/'))) || 'the root folder';
    const at = { path, span: page.sections[0]?.at ?? ([0, 0] as const) };
    return gaps([fault('orphan', at, { folder }, { cause: folder, joined: 'orphans' })], at);
  },
});
