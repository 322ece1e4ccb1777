/** Values that a variable can have, by its name. */
export type VariableValues = Readonly<Record<string, readonly string[]>>;

const VARIABLE = /\$(?:\{(\w+)\}|(\w+))/g;
/** More ways to fill in a text are not listed. */
const MOST_VALUES = 20;

/** The texts that a value with variables may become. Empty: only a run can tell. */
export function textsWith(text: string, known: VariableValues): readonly string[] {
  let texts = [''];
  let done = 0;
  for (const match of text.matchAll(VARIABLE)) {
    const name = match[1] ?? match[2] ?? '';
    const values = Object.hasOwn(known, name) ? (known[name] ?? []) : [];
    if (values.length === 0 || texts.length * values.length > MOST_VALUES) return [];
    const before = text.slice(done, match.index);
    texts = texts.flatMap((start) => values.map((value) => start + before + value));
    done = match.index + match[0].length;
  }
  return [...new Set(texts.map((start) => start + text.slice(done)))].filter((value) => value !== '');
}
