import type { Span } from '@shipworthy/model';
import { type JsonnetObject, scanJsonnet } from '../formats/jsonnet/scan.ts';
import type { UncountedAlert } from './alert.ts';

/** Alerts that a jsonnet text defines: objects with an `alert` that begins as a literal, and an `expr`. */
export function jsonnetAlerts(text: string): UncountedAlert[] {
  const objects = scanJsonnet(text);
  const children = new Map<JsonnetObject, JsonnetObject[]>();
  for (const object of objects) {
    if (!object.parent) continue;
    const siblings = children.get(object.parent);
    if (siblings) siblings.push(object);
    else children.set(object.parent, [object]);
  }
  const alerts: UncountedAlert[] = [];
  for (const object of objects) {
    const name = object.fields.get('alert');
    if (name?.text === undefined || !object.fields.has('expr')) continue;
    const spans: Record<string, Span> = { '': object.span, name: name.at };
    const templated = new Set<string>(name.computed ? ['name'] : []);
    const inner = (key: 'labels' | 'annotations') =>
      strings(
        children.get(object)?.find(({ under }) => under === key),
        key,
        spans,
        templated,
      );
    const duration = object.fields.get('for');
    if (duration) spans.for = duration.at;
    if (duration?.computed) templated.add('for');
    alerts.push({
      name: name.text,
      group: groupOf(object),
      labels: inner('labels'),
      annotations: inner('annotations'),
      ...(duration?.text !== undefined && { for: duration.text }),
      templated: ['expr', ...templated],
      spans,
    });
  }
  return alerts;
}

/** Objects around an alert among which its group is looked for; real ones need two. */
const MAX_LEVELS = 20;

function groupOf(object: JsonnetObject): string {
  let outer = object.parent;
  for (let level = 0; outer && level < MAX_LEVELS; outer = outer.parent, level++)
    if (outer.fields.has('rules')) return outer.fields.get('name')?.text ?? '';
  return '';
}

function strings(
  object: JsonnetObject | undefined,
  key: string,
  spans: Record<string, Span>,
  templated: Set<string>,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, field] of object?.fields ?? []) {
    if (field.computed) templated.add(`${key}.${name}`);
    if (field.text !== undefined) values[name] = field.text;
    spans[`${key}.${name}`] = field.at;
  }
  return values;
}
