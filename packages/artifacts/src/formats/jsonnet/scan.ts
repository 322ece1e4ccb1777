import type { Span } from '@shipworthy/model';

/** An object literal of a jsonnet text: its fields as far as they can be seen without evaluation. */
export interface JsonnetObject {
  readonly span: [start: number, end: number];
  readonly parent: JsonnetObject | undefined;
  /** Field of the nearest enclosing object under which this one stands. */
  readonly under: string;
  readonly fields: Map<string, JsonnetField>;
}

export interface JsonnetField {
  /** The first string literal of the value: `'A'`, `name('A')`, `'%s' % a`. */
  readonly text?: string;
  /** The literal is not all of the value. */
  readonly computed: boolean;
  readonly at: Span;
}

/** Comments, strings, brackets and field heads; everything else is passed over. What is not closed goes to the end. */
const TOKEN =
  /\/\*(?:[\s\S]*?\*\/|[\s\S]*$)|(?:\/\/|#)[^\n]*|\|\|\|-?[ \t]*\r?\n(?:[\s\S]*?\n[ \t]*\|\|\||[\s\S]*$)|"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|@"[^"]*"?|@'[^']*'?|[A-Za-z_]\w*|[{}[\](),;]|\+?:{1,3}/g;

/** Objects that are kept of one text; the largest file seen has some thousand. */
const MAX_OBJECTS = 200_000;

/** The object literals of a jsonnet text, outer before inner, as far as they are kept. Nothing is evaluated. */
export function scanJsonnet(text: string): JsonnetObject[] {
  const objects: JsonnetObject[] = [];
  const stack: (JsonnetObject | undefined)[] = [];
  let field = '';
  let previous: { readonly text: string; readonly at: Span } | undefined;
  /** The field whose value is being read; `direct` until something but a literal was seen. */
  let awaiting: { readonly object: JsonnetObject; readonly field: string; direct: boolean } | undefined;
  /** The objects of the stack alone. */
  const holders: JsonnetObject[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const at: Span = [index, index + token.length];
    if (token.startsWith('/*') || token.startsWith('//') || token.startsWith('#')) continue;
    const owner = stack.at(-1);
    if (token === '{') {
      if (objects.length >= MAX_OBJECTS) break;
      const object: JsonnetObject = {
        span: [index, text.length],
        parent: holders.at(-1),
        under: field,
        fields: new Map(),
      };
      objects.push(object);
      stack.push(object);
      holders.push(object);
    } else if (token === '[' || token === '(') stack.push(undefined);
    else if (token === '}' || token === ']' || token === ')') {
      const closed = stack.pop();
      if (closed) {
        holders.pop();
        closed.span[1] = index + 1;
        field = closed.under;
      }
    } else if (/^\+?:/.test(token)) {
      if (owner && previous) {
        field = literal(previous.text) ?? previous.text;
        awaiting = { object: owner, field, direct: true };
        owner.fields.set(field, { computed: true, at: previous.at });
        previous = undefined;
        continue;
      }
    } else {
      const value = awaiting && literal(token);
      if (awaiting && value !== undefined) {
        const computed = !awaiting.direct || !/^\s*[,}]/.test(text.slice(at[1], at[1] + 40));
        awaiting.object.fields.set(awaiting.field, { text: value, computed, at });
        awaiting = undefined;
      }
      previous = { text: token, at };
    }
    if (/^[[\]{},;]$/.test(token)) awaiting = undefined;
    else if (awaiting) awaiting.direct = false;
  }
  return objects;
}

/** Decoded text of a string literal. */
function literal(token: string): string | undefined {
  if (token.startsWith('|||')) return token.slice(token.indexOf('\n') + 1, token.lastIndexOf('\n')).trim();
  if (token.startsWith('@')) return token.slice(2, -1);
  if (token[0] !== '"' && token[0] !== "'") return undefined;
  return token.slice(1, -1).replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char));
}
