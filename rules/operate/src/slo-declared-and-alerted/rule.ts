import type { Gap, ObjectiveFacts } from '@shipworthy/model';
import { defineRule, link } from '@shipworthy/rule-kit';

/** Promises to be met always leave no budget; below one percent a share of one was meant. */
const ALWAYS = 100;
const SMALLEST = 1;

export default defineRule({
  id: 'slo/declared-and-alerted',
  title: 'Every objective has a target, a window and a measure, and somebody learns when it is missed',
  stages: ['operate'],
  qualities: ['reliability', 'observability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'slo',
  needs: { alerts: link('slo -> alert') },
  messages: {
    target:
      '{objective} has no target, so nobody can say whether it is met. Write the share of good events you promise, such as 99.5.',
    always:
      '{objective} promises {target} %, which leaves no room for a single failure, so every one is an incident and none is. Promise what users need.',
    share:
      '{objective} promises {target} %: this format counts in percent, so a hundred times as much was meant. As it stands it is never missed.',
    window: '{objective} says no time over which it holds, so its error budget has no size. Add a window, such as 30d.',
    measure:
      '{objective} does not say how good is told from bad, so it cannot be missed. Add the query or the metric that measures it.',
    silent:
      'Nothing alerts on {objective}: its error budget can burn down without anybody knowing. Add an alert on its burn rate.',
    silents:
      'Nothing alerts on {count} objectives of this document, {objective} among them: their error budgets can burn down without anybody knowing. Add alerts on their burn rates.',
    off: 'The alerts on {objective} are turned off, and no other alert has its name: its error budget can burn down without anybody knowing. Turn one on, or say where else it is watched.',
  },
  check(slo, { given, fault, gaps, pass, skip, unknown }) {
    if (slo.level === 'scraped') return skip('read by a line scan; judged where it is rendered');
    const { objectives, form } = slo.facts;
    if (objectives.length === 0) return unknown('no objective with a figure in percent can be read from it');
    const found: Gap[] = [];
    let open: ReturnType<typeof unknown> | undefined;
    objectives.forEach((objective, index) => {
      const place = (field: string) => {
        const span = objective.spans[field] ?? objective.spans[''];
        return span ? { path: slo.path, span } : slo.at();
      };
      const values = { objective: objective.name || 'This objective' };
      const discriminator = (aspect: string) => ({ discriminator: `${aspect} ${objective.name || index}` });
      const isOpen = (field: string) => objective.templated.includes(field);
      const { target } = objective;
      if (target === undefined && !isOpen('target'))
        found.push(fault('target', place('target'), values, discriminator('target')));
      else if (target !== undefined && (target >= ALWAYS || target < SMALLEST)) {
        const id = target >= ALWAYS ? 'always' : 'share';
        found.push(fault(id, place('target'), { ...values, target }, discriminator('target')));
      }
      if (form !== 'page' && !isOpen('window') && objective.window === undefined)
        found.push(fault('window', place('window'), values, discriminator('window')));
      if (!objective.indicator) found.push(fault('measure', place(''), values, discriminator('measure')));
      const alert = given.alerts[index];
      if (alert?.state === 'unknown') open ??= unknown(alert.why, alert.at);
      if (alert?.state === 'missing') found.push(silence(objective, place(''), discriminator('alert')));
    });
    if (found.length === 0 && open) return open;
    const [first] = given.alerts.filter((link) => link.state === 'resolved');
    return found.length > 0
      ? gaps(found, slo.at())
      : pass(first?.state === 'resolved' ? [slo.at(), first.to] : slo.at());

    function silence(objective: ObjectiveFacts, at: Gap['at'], options: { readonly discriminator: string }): Gap {
      const values = { objective: objective.name || 'This objective' };
      if (objective.alerting === 'off') return fault('off', at, values, options);
      return fault('silent', at, values, { ...options, cause: `silent ${slo.subjectId}`, joined: 'silents' });
    }
  },
});
