import type { AlertFacts, Vocabulary } from '@shipworthy/rule-kit';

/** The annotations that describe the alert and are not empty, in the vocabulary's order. */
export function descriptions(alert: AlertFacts, vocabulary: Vocabulary): readonly string[] {
  const names = Object.keys(alert.annotations).filter((name) => (alert.annotations[name] ?? '').trim() !== '');
  return vocabulary.descriptionAnnotations.flatMap((wanted) => names.filter((name) => name.toLowerCase() === wanted));
}

/** Does the text say no more than the alert's name? */
export function saysOnlyName(alert: AlertFacts, annotation: string): boolean {
  return letters(alert.annotations[annotation] ?? '') === letters(alert.name);
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
