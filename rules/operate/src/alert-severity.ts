import type { AlertFacts, Vocabulary } from '@shipworthy/rule-kit';

/** Severities that tell people something and ask nothing of them. */
const INFORMATIONAL = new Set(['info', 'informational', 'notice', 'debug', 'none']);

export interface AlertSeverity {
  /** The label that holds it, as written. */
  readonly label: string;
  readonly value: string;
}

/** The severity of an alert: the first of the vocabulary's labels, else any label that ends in `severity`. */
export function severityOf(alert: AlertFacts, vocabulary: Vocabulary): AlertSeverity | undefined {
  const labels = Object.keys(alert.labels);
  const label =
    vocabulary.severityLabels.find((name) => labels.includes(name)) ??
    labels.find((name) => name.toLowerCase().endsWith('severity'));
  const value = label === undefined ? undefined : alert.labels[label];
  return label === undefined || value === undefined ? undefined : { label, value };
}

/** Does it wake somebody? */
export function isPaging(alert: AlertFacts, vocabulary: Vocabulary): boolean {
  const severity = severityOf(alert, vocabulary);
  return severity !== undefined && vocabulary.pagingSeverities.includes(severity.value.toLowerCase());
}

/** Does it ask nothing of anybody? */
export function isInformational(alert: AlertFacts, vocabulary: Vocabulary): boolean {
  const severity = severityOf(alert, vocabulary);
  return severity !== undefined && INFORMATIONAL.has(severity.value.toLowerCase());
}
