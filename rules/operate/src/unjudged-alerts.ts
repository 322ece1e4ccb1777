import type { AlertFacts, SubjectMap, Vocabulary } from '@shipworthy/rule-kit';
import { severityOf } from './alert-severity.ts';

/** Labels by which SLO generators mark the alerts they write. */
const GENERATOR_LABEL = /^(?:sloth|pyrra)_/;

/** A group that shows readers what rules look like: "Sample Rule Group", `example-alerts`. */
const SHOWCASE = /^(?:sample|example|demo)$|\b(?:sample|example|demo)[ _.-](?:alert|rule|group)/i;

/** Why no rule about what people need of an alert is asked of this one; `undefined` when it is. */
export function unjudged(alert: SubjectMap['alert'], vocabulary: Vocabulary): string | undefined {
  if (alert.level === 'scraped') return 'read by a line scan of jsonnet; judged where it is compiled';
  if (firesOnPurpose(alert, vocabulary)) return 'it fires on purpose and asks nothing of people';
  if (SHOWCASE.test(alert.group)) return 'its group calls itself a sample';
  return undefined;
}

/** Labels that say what sort of alert it is: `alert_type: heartbeat`. */
const SORT_LABEL = /^alert[_-]?(?:type|kind|class)$/i;

/**
 * A dead man's switch, or an alert that exists to inhibit others: by its name, because a label says what sort it is or
 * that its severity is `none`, or because it looks at nothing but the clock (`vector(1)`).
 */
export function firesOnPurpose(alert: AlertFacts, vocabulary: Vocabulary): boolean {
  const isDeliberate = (text: string) => vocabulary.deliberateAlerts.includes(lettersOf(text));
  if (isDeliberate(alert.name) || lettersOf(alert.name).includes('inhibit')) return true;
  if (Object.entries(alert.labels).some(([label, value]) => SORT_LABEL.test(label) && isDeliberate(value))) return true;
  return severityOf(alert, vocabulary)?.value.toLowerCase() === 'none' || looksAtNothing(alert);
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** What tells nothing of a system: a constant, and the functions of PromQL that read the clock. */
const CONSTANT = 'vector';
const CLOCK: ReadonlySet<string> = new Set(
  'time minute hour day_of_week day_of_month day_of_year days_in_month month year'.split(' '),
);

/** `vector(1)`, or a drill every Monday at ten (`day_of_week() == 1 and hour() == 10`): no metric is looked at. */
function looksAtNothing(alert: AlertFacts): boolean {
  const { expression } = alert;
  if (expression?.language !== 'promql' || expression.fault !== undefined || isOpen(alert, 'expr')) return false;
  const { metrics, functions, hasCondition } = expression;
  if (metrics.length > 0 || functions.length === 0) return false;
  // `vector(0) == 1` never fires, `vector(1) == 1` always: both are there to try out what hands alerts on.
  return hasCondition ? functions.every((name) => CLOCK.has(name) || name === CONSTANT) : functions.join() === CONSTANT;
}

/** The SLO tool that wrote the alert (sloth and Pyrra leave labels). */
export function writtenBySloTool(alert: AlertFacts): boolean {
  const labels = Object.keys(alert.labels);
  return (
    labels.some((label) => GENERATOR_LABEL.test(label)) ||
    (labels.includes('slo') && (labels.includes('exhaustion') || labels.includes('burnrate')))
  );
}

/** Is the field, or a part of it, left to a template engine? */
export function isOpen(alert: AlertFacts, field: string): boolean {
  return alert.templated.some((open) => open === '' || field === open || field.startsWith(`${open}.`));
}

/** Did a tool write the file? What is left out is then left out in the tool, which may stand elsewhere. */
export function isGenerated(alert: SubjectMap['alert']): boolean {
  return alert.pathClass === 'generated';
}
