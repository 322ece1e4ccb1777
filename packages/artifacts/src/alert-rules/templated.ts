import type { Span } from '@shipworthy/model';
import { type SourceText, unknownWithin } from '../formats/template/index.ts';
import type { YamlEntry, YamlMap } from '../formats/yaml/index.ts';

/** Fields of an alert by their key in the file. */
const FIELDS: Readonly<Record<string, string>> = { alert: 'name', keep_firing_for: 'keepFiringFor' };
/** What a template may add to a rule as a whole. */
const MAY_BE_ADDED = ['expr', 'for', 'keep_firing_for', 'labels', 'annotations'];

/** Fields of the rule of which a template engine fills in the value or a part; they cannot be judged. */
export function templatedFields(rule: YamlMap, text: SourceText): string[] {
  if (text.unknown.length === 0) return duplicatedFields(rule, text);
  const fields = new Set(duplicatedFields(rule, text));
  const own = rule.entries.filter((entry) => !entry.merged);
  for (const unknown of unknownWithin(text, rule.span[0], endOfItem(rule, text))) {
    const entry = lastBefore(own, unknown);
    const field = entry && fieldAt(entry, unknown, text);
    if (field) fields.add(field);
    else {
      if (entry && (entry.key === 'labels' || entry.key === 'annotations')) fields.add(entry.key);
      for (const key of MAY_BE_ADDED) if (!rule.has(key)) fields.add(FIELDS[key] ?? key);
    }
  }
  return [...fields];
}

/** In a template the same key twice means two branches of a condition. */
function duplicatedFields(rule: YamlMap, text: SourceText): string[] {
  if (text.level !== 'tolerant') return [];
  const seen = new Set<string>();
  return rule.entries.filter(({ key }) => seen.size === seen.add(key).size).map(({ key }) => FIELDS[key] ?? key);
}

/** Lines that only held template expressions are blank now, so the item reaches to the next text. */
function endOfItem(rule: YamlMap, text: SourceText): number {
  const rest = /\S/g;
  // A key without a value ends the item before its colon.
  rest.lastIndex = text.parsed[rule.span[1]] === ':' ? rule.span[1] + 1 : rule.span[1];
  return rest.exec(text.parsed)?.index ?? text.parsed.length;
}

function lastBefore(entries: readonly YamlEntry[], unknown: Span): YamlEntry | undefined {
  return entries.findLast((entry) => entry.keySpan[0] <= unknown[0]);
}

/** The field whose value holds the unknown place; undefined when it stands between fields. */
function fieldAt(entry: YamlEntry, unknown: Span, text: SourceText): string | undefined {
  const field = FIELDS[entry.key] ?? entry.key;
  if (entry.value.kind === 'map') {
    const inner = lastBefore(entry.value.entries, unknown);
    if (!inner || unknown[0] >= entry.value.span[1]) return undefined;
    return unknown[0] >= inner.value.span[0] && unknown[0] < inner.value.span[1] ? `${field}.${inner.key}` : field;
  }
  if (unknown[0] < entry.value.span[1]) return field;
  if (entry.value.kind !== 'scalar' || (entry.value.style !== 'literal' && entry.value.style !== 'folded'))
    return undefined;
  return column(text.parsed, unknown[0]) > column(text.parsed, entry.keySpan[0]) ? field : undefined;
}

function column(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
