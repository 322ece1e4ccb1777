import type { AlertFacts, Vocabulary } from '@shipworthy/rule-kit';

/** The annotations that describe the alert and are not empty, in the vocabulary's order. */
export function descriptions(alert: AlertFacts, vocabulary: Vocabulary): readonly string[] {
  const names = Object.keys(alert.annotations).filter((name) => (alert.annotations[name] ?? '').trim() !== '');
  return vocabulary.descriptionAnnotations.flatMap((wanted) => names.filter((name) => name.toLowerCase() === wanted));
}

/** The label that holds a description: dashboards of firing alerts show labels, and some are written for them. */
export function describedByLabel(alert: AlertFacts, vocabulary: Vocabulary): string | undefined {
  return Object.keys(alert.labels).find(
    (name) =>
      vocabulary.descriptionAnnotations.includes(name.toLowerCase()) && / /.test((alert.labels[name] ?? '').trim()),
  );
}

/** Does the text say no more than the alert's name? */
export function saysOnlyName(alert: AlertFacts, annotation: string): boolean {
  return letters(alert.annotations[annotation] ?? '') === letters(alert.name);
}

/** `managed_notification_template: X`: a label or annotation that names the text people get, which is kept elsewhere. */
const NAMES_TEMPLATE = /[_-]template$/i;

/** The label or annotation by which a notifier finds the alert's text. */
export function namedTemplate(alert: AlertFacts): readonly ['labels' | 'annotations', string] | undefined {
  for (const field of ['labels', 'annotations'] as const)
    for (const [name, value] of Object.entries(alert[field]))
      if (NAMES_TEMPLATE.test(name) && value.trim() !== '') return [field, name];
  return undefined;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
