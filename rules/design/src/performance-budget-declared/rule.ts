import { all, defineRule } from '@shipworthy/rule-kit';
import { latencyAlert, latencyObjective } from './other-evidence.ts';

export default defineRule({
  id: 'performance/budget-declared',
  title: 'It is written down how fast is fast enough',
  stages: ['design', 'operate'],
  qualities: ['performance'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: { asked: ['service', 'web-app'], hinted: ['mobile', 'data-pipeline'], kinds: ['performance-budget'] },
  needs: { budgets: all('performance-budget'), objectives: all('slo'), alerts: all('alert-rules') },
  messages: {
    absent:
      "Nothing says how fast is fast enough, so 'slow' can never be a bug. A range for each class of requests is enough: reads 50–200 ms, writes 100–500 ms, jobs below 5 minutes, in docs/performance-budget.md or as thresholds of a load test.",
  },
  check(repository, { given, gap, pass }) {
    const budget =
      given.budgets.find(({ facts }) => facts.limits.some(({ unit }) => unit === 'time' || unit === 'score')) ??
      given.budgets[0];
    const [limit] = budget?.facts.limits ?? [];
    if (budget && limit) return pass({ path: budget.path, span: limit.at }, `${limit.name} ${limit.limit}`.trim());
    if (budget) return pass({ path: budget.path }, 'the configuration says so');
    const objective = latencyObjective(given.objectives);
    if (objective) return pass(objective, 'an objective limits how long something may take');
    const alert = latencyAlert(given.alerts);
    if (alert) return pass(alert, 'an alert limits how long something may take');
    return gap('absent', repository.at('docs/performance-budget.md'));
  },
});
