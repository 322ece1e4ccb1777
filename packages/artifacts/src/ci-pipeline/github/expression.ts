/** Does the text hold an expression that only a run can fill in? */
export const hasExpression = (text: string): boolean => text.includes('${{');

const EXPRESSION = /\$\{\{([^}]*)\}\}/g;
const TOKEN = /'(?:[^']|'')*'|[A-Za-z_][\w.-]*|&&|\|\||[=!<>]=?|[()[\],]|\d[\w.]*/g;
/** What an expression may name, with the values it can have: `inputs.environment` -> `staging`, `production`. */
export type KnownValues = ReadonlyMap<string, readonly string[]>;
/** Longer texts name no environment. */
const LONGEST_TEXT = 500;
/** More ways to fill in a text are not listed. */
const MOST_VALUES = 20;

/**
 * The texts that a value with expressions may become, as far as they are written down: its literals, and the known values
 * of what it names. Without an expression the text itself. Empty: only a run can tell.
 */
export function possibleTexts(text: string, known: KnownValues): readonly string[] {
  if (!hasExpression(text)) return text === '' ? [] : [text];
  if (text.length > LONGEST_TEXT) return [];
  let texts = [''];
  let done = 0;
  for (const match of text.matchAll(EXPRESSION)) {
    const before = text.slice(done, match.index);
    const values = valuesOf(match[1] ?? '', known);
    if (values.length === 0 || texts.length * values.length > MOST_VALUES) return [];
    texts = texts.flatMap((start) => values.map((value) => start + before + value));
    done = match.index + match[0].length;
  }
  const rest = text.slice(done);
  return [...new Set(texts.map((start) => start + rest))].filter((value) => value !== '');
}

/** The literals an expression may give: not those it compares with, and not the arguments of functions. */
function valuesOf(expression: string, known: KnownValues): readonly string[] {
  const tokens = expression.match(TOKEN) ?? [];
  const values: string[] = [];
  const calls: boolean[] = [];
  tokens.forEach((token, index) => {
    if (token === '(' || token === '[') calls.push(token === '[' || /^[A-Za-z_]/.test(tokens[index - 1] ?? ''));
    else if (token === ')' || token === ']') calls.pop();
    if (calls.includes(true) || isCompared(tokens[index - 1]) || isCompared(tokens[index + 1])) return;
    if (token.startsWith("'")) values.push(token.slice(1, -1).replaceAll("''", "'"));
    else values.push(...(known.get(token) ?? []));
  });
  return values;
}

const isCompared = (token: string | undefined): boolean => token !== undefined && /^(?:[=!]=|[<>]=?)$/.test(token);
