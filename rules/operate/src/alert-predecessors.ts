import type { AlertFacts, Artifact } from '@shipworthy/rule-kit';

type RuleFiles = readonly Artifact<'alert-rules'>[];

/** An alert of the base under another name or with other labels. */
export interface Predecessor {
  readonly alert: AlertFacts;
  readonly how: 'relabelled' | 'renamed';
}

/** What an alert that only the head has was in the base; undefined when nothing of the base went that could be it. */
export function predecessorOf(alert: AlertFacts, head: RuleFiles, base: RuleFiles): Predecessor | undefined {
  const isSameAlert = (one: AlertFacts, other: AlertFacts) => one.name === other.name && one.group === other.group;
  const old = alertsOf(base);
  const relabelled = old.find((other) => isSameAlert(alert, other)) ?? old.find(({ name }) => name === alert.name);
  if (relabelled) return { alert: relabelled, how: 'relabelled' };
  const names = new Set(alertsOf(head).map(({ name }) => name));
  const renamed = old
    .filter(({ name, group }) => !names.has(name) && group === alert.group)
    .find((other) => watches(other) === watches(alert));
  return renamed && { alert: renamed, how: 'renamed' };
}

const alertsOf = (files: RuleFiles): readonly AlertFacts[] =>
  files.filter(({ level }) => level !== 'scraped').flatMap(({ facts }) => facts.alerts);

/** What it looks at and how; an alert without a readable expression watches nothing else's. */
const watches = ({ expression, name }: AlertFacts): string =>
  expression && expression.metrics.length > 0
    ? JSON.stringify([expression.metrics, expression.functions, expression.ranges])
    : `${name} alone`;
