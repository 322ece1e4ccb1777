import type { Messages } from '@shipworthy/rule-kit';

/**
 * Fills the `{slots}` of a message.
 * @throws Error on an unknown message id or an unfilled slot: a fault of the rule (its types rule both out).
 */
export function fill(messages: Messages, id: string, values: Readonly<Record<string, string | number>>): string {
  const text = messages[id];
  if (text === undefined) throw new Error(`no message '${id}'`);
  return text.replace(/\{([A-Za-z]+)\}/g, (slot, name: string) => {
    if (name === 'count' && values.count === undefined) return slot;
    const value = values[name];
    if (value === undefined) throw new Error(`message '${id}' has no value for ${slot}`);
    return String(value);
  });
}
