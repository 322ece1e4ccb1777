import type { Span } from '@shipworthy/model';
import type { UncountedAlert } from './alert.ts';

const LINE = /^(?<indent>[ \t]*)(?:- +)?(?<quote>["']?)(?<key>[\w.-]+)\k<quote>:[ \t]*(?<value>[^\r\n]*)$/gm;
const BLOCK_HEADER = /^[|>][+-]?\d?[+-]?\s*(?:#.*)?$/;

interface Draft {
  readonly name: string;
  readonly indent: number;
  readonly labels: Record<string, string>;
  readonly annotations: Record<string, string>;
  readonly spans: Record<string, Span>;
  section: 'labels' | 'annotations' | undefined;
  expression: boolean;
  for?: string;
  end: number;
}

/** Alerts of a text that no parser could read, line by line. What follows on further lines is not seen. */
export function scrapeAlerts(text: string): UncountedAlert[] {
  const drafts: Draft[] = [];
  let current: Draft | undefined;
  for (const match of text.matchAll(LINE)) {
    const { indent = '', key = '', value: written = '' } = match.groups ?? {};
    const value = unquoted(written);
    const lineEnd = match.index + match[0].length;
    const at: Span = [lineEnd - written.length, lineEnd];
    const column = indent.length;
    if (key === 'alert' && value !== '') {
      current = draft(value, column, [match.index + column, lineEnd], at);
      drafts.push(current);
    } else if (key === 'record' || (current && column < current.indent)) current = undefined;
    else if (current) {
      current.end = lineEnd;
      take(current, key, value, at);
    }
  }
  return drafts.filter(({ expression }) => expression).map(finish);
}

function draft(name: string, indent: number, whole: Span, at: Span): Draft {
  const spans = { '': whole, name: at };
  return { name, indent, labels: {}, annotations: {}, spans, section: undefined, expression: false, end: whole[1] };
}

function take(alert: Draft, key: string, value: string, at: Span): void {
  if (key === 'labels' || key === 'annotations') alert.section = key;
  else if (key === 'expr') alert.expression = true;
  else if (key === 'for' && value !== '') {
    alert.for = value;
    alert.spans.for = at;
  } else if (alert.section && value !== '' && !BLOCK_HEADER.test(value)) {
    alert[alert.section][key] ??= value;
    alert.spans[`${alert.section}.${key}`] ??= at;
  }
}

function finish({ name, labels, annotations, spans, for: duration, end }: Draft): UncountedAlert {
  const whole: Span = [spans['']?.[0] ?? 0, end];
  return {
    name,
    group: '',
    labels,
    annotations,
    ...(duration !== undefined && { for: duration }),
    templated: ['expr', 'labels', 'annotations', 'for', 'keepFiringFor'],
    spans: { ...spans, '': whole },
  };
}

function unquoted(written: string): string {
  const text = written.trim();
  const quote = text[0];
  return text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote) ? text.slice(1, -1) : text;
}
