import { all, defineRule, vocabulary } from '@shipworthy/rule-kit';
import { escalationIn, pagerIn } from './other-evidence.ts';

export default defineRule({
  id: 'oncall/documented',
  title: 'It is written down who is called and whom they call',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: {
    asked: ['service', 'web-app', 'data-pipeline', 'infrastructure'],
    hinted: ['mobile'],
    kinds: ['on-call'],
    vital: true,
  },
  needs: {
    pages: all('on-call'),
    routing: all('alert-routing'),
    runbooks: all('runbook'),
    documents: all('document'),
    alerts: all('alert-rules'),
    words: vocabulary(),
  },
  messages: {
    absent:
      'Nothing says who is called when this breaks, or whom they call next. Write docs/on-call.md: who is on call, how they are reached, whom they escalate to after how long.',
    alerts:
      '{alerts} alerts can wake somebody, and nothing says who that is or whom they call next. Write docs/on-call.md: who is on call, how they are reached, whom they escalate to after how long.',
  },
  check(repository, { given, gap, pass }) {
    const pages = given.pages.filter(({ pathClass }) => pathClass !== 'example');
    const telling = pages.find(({ facts }) => facts.tells.some(({ topic }) => topic !== 'pager')) ?? pages[0];
    const [told] = telling?.facts.tells ?? [];
    if (telling && told)
      return pass(
        { path: telling.path, span: told.at },
        `it tells of ${telling.facts.tells.map(({ topic }) => topic).join(', ')}`,
      );
    if (telling) return pass({ path: telling.path }, 'the configuration says so');
    const pager = pagerIn(given.routing);
    if (pager) return pass(pager.at, `alerts go to ${pager.service}, which holds the rotation`);
    const section = escalationIn(given.runbooks, given.documents, given.words);
    if (section) return pass(section, 'a runbook says whom to call');
    const at = repository.at('docs/on-call.md');
    const alerts = given.alerts.reduce((sum, { facts }) => sum + facts.alerts.length, 0);
    return alerts > 1 ? gap('alerts', at, { alerts }) : gap('absent', at);
  },
});
