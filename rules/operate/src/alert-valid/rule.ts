import type { Gap } from '@shipworthy/model';
import { all, checkedBy, defineRule, link, vocabulary } from '@shipworthy/rule-kit';
import { isCopied, originalOf } from '../alert-habits.ts';
import { firesOnPurpose, isOpen } from '../unjudged-alerts.ts';
import { misspelledVariable } from './template-variables.ts';

/** By convention only recording rules give names with it (best practices of Prometheus). */
const RECORDED = ':';

/** Who loads the file, as messages name it. */
const LOADERS = {
  prometheus: 'Prometheus',
  'prometheus-rule': 'The operator',
  grafana: 'Grafana',
  jsonnet: 'Prometheus',
} as const;

/** A label with the value in it is a habit of whoever writes the alerts: one thing to mend, wherever it stands. */
const VALUED = /^label `([^`]+)` of `([^`]+)` holds the value/;

export default defineRule({
  id: 'alert/valid',
  title: 'Every rule file loads, and every alert can fire',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'error',
  confidence: 'high',
  preset: 'essential',
  subject: 'alert-rules',
  needs: { words: vocabulary(), files: all('alert-rules'), pipelines: link('repository -> pipelines') },
  messages: {
    expression:
      '{alert}: {what}. {loader} refuses to load it, so {lost} watching nothing, and nobody is told. Correct the expression.',
    refused: 'Here {what}. {loader} refuses to load it, so {lost} watching nothing, and nobody is told.',
    doubtful: 'Here {what}. It loads, and does not do what it seems to.',
    valued:
      'Label `{label}` of `{alert}` holds the value, so every change of it is a new alert. It loads, and does not do what it seems to.',
    valueds:
      'Label `{label}` of {count} alerts, `{alert}` among them, holds the value, so every change of it is a new alert. They load, and do not do what they seem to.',
    variable:
      '{alert} uses {variable} in its {field}, which is no variable of an alert (did you mean {meant}?). {loader} refuses to load it, so {lost} watching nothing, and nobody is told.',
    unconditional:
      '{alert} compares with nothing, so it fires for as long as the series is there, whatever its value. Add the comparison that means trouble.',
    unconditionals:
      '{count} alerts of this file{copies} compare with nothing, {alert} among them, so they fire for as long as their series are there, whatever the values. Add the comparisons that mean trouble.',
  },
  check(file, { given, fault, gaps, pass, skip, unknown }) {
    if (file.level === 'scraped') return skip('read by a line scan of jsonnet; judged where it is compiled');
    const { alerts, dialect, faults: shape } = file.facts;
    const isPrometheus = dialect === 'prometheus' || dialect === 'prometheus-rule';
    const loader = LOADERS[dialect];
    const lost = alerts.length > 1 ? `all ${alerts.length} alerts of it are` : 'its alert is';
    const { path } = file;
    const certain = file.level === 'parsed';
    const found: Gap[] = [];
    for (const { what, at, effect } of certain ? shape : []) {
      const place = { path, span: at };
      const cause = `${path} ${what}`;
      const refused = effect === 'refused';
      const [, label, alert] = VALUED.exec(what) ?? [];
      if (!refused && label !== undefined && alert !== undefined) {
        const options = { cause: `valued ${label}`, joined: 'valueds', severity: 'warning' } as const;
        found.push(fault('valued', place, { label, alert }, options));
        continue;
      }
      found.push(
        refused
          ? fault('refused', place, { what, loader, lost }, { cause })
          : fault('doubtful', place, { what }, { cause, severity: 'warning' }),
      );
    }
    for (const alert of alerts) {
      const { expression } = alert;
      const discriminator = `${alert.group}/${alert.name}#${alert.occurrence}`;
      const at = (span = alert.spans[''] ?? file.artifact.at) => (span ? { path, span } : { path });
      if (expression?.fault && !isOpen(alert, 'expr')) {
        const values = { alert: alert.name, what: expression.fault.what, loader, lost };
        found.push(fault('expression', at(expression.fault.at), values, { discriminator }));
      } else if (isPrometheus && lacksCondition(alert) && !firesOnPurpose(alert, given.words)) {
        const options = {
          severity: 'warning',
          cause: originalOf(given.files, path),
          joined: 'unconditionals',
        } as const;
        const copies = isCopied(given.files, path) ? ' and its copies' : '';
        found.push(fault('unconditional', at(alert.spans.expr), { alert: alert.name, copies }, options));
      }
      const wrong = certain && isPrometheus ? misspelledVariable(alert) : undefined;
      if (wrong) {
        const { field, ...names } = wrong;
        const values = { alert: alert.name, field: field[1], ...names, loader, lost };
        found.push(fault('variable', at(alert.spans[field.join('.')]), values, { discriminator }));
      }
    }
    // pint also sees what loads and never means what it says; promtool sees what does not load.
    const onlyDoubts = found.length > 0 && found.every(({ severity }) => severity === 'warning');
    const open = alerts.find((alert) => isOpen(alert, 'expr'));
    const unseen = found.length === 0 && open !== undefined;
    const checker =
      onlyDoubts || unseen ? checkedBy(given.pipelines, unseen ? ['pint', 'promtool'] : ['pint']) : undefined;
    if (checker) return pass(checker.at, `left to ${checker.tool}, which looks at changes`);
    if (unseen)
      return unknown('a template fills in expressions; whether they parse shows when it is rendered', {
        path,
        ...(open.spans.expr && { span: open.spans.expr }),
      });
    return gaps(found, file.at());

    /** What a recording rule records may be there only in trouble: `x > 0`. One kept elsewhere cannot be seen. */
    function isDecidedBefore(metric: string): boolean {
      if (!metric.includes(RECORDED)) return false;
      const seen = given.files.map(({ facts }) => facts.records?.[metric]).filter((known) => known !== undefined);
      return seen.length === 0 || seen.includes(true);
    }

    function lacksCondition(alert: (typeof alerts)[number]): boolean {
      const { expression } = alert;
      return (
        expression?.language === 'promql' &&
        !expression.hasCondition &&
        expression.metrics.length > 0 &&
        !expression.metrics.every(isDecidedBefore) &&
        !isOpen(alert, 'expr')
      );
    }
  },
});
