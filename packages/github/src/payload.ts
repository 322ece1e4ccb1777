/** What a JSON text holds below these keys; undefined where there is nothing. */
export function below(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

export function textBelow(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = below(value, ...keys);
  return typeof found === 'string' ? found : undefined;
}

/** The full id of a commit; the zeros that stand for none are no id. */
export function commitBelow(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = textBelow(value, ...keys);
  return found !== undefined && /^[0-9a-f]{40,64}$/.test(found) && !/^0+$/.test(found) ? found : undefined;
}
