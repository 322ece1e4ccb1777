import type { AlertFacts } from '@shipworthy/model';

const LABEL = /\{\{-?\s*(?:\$labels|\.Labels|\$\.Labels)\.(\w+)\s*-?\}\}/g;

/** The text with expressions replaced that only name a label whose value the rule itself fixes. */
export function withStaticLabels(text: string, alert: AlertFacts): string {
  if (!text.includes('{{')) return text;
  return text.replace(LABEL, (expression, label: string) => {
    const value = label === 'alertname' ? alert.name : alert.labels[label];
    return value === undefined || value.includes('{{') ? expression : value;
  });
}
