import type { OpenApiFacts, OperationFacts, Span } from '@shipworthy/model';
import { METHODS } from '../contracts/operations.ts';

const FORM = /^(openapi|swagger):[ \t]*["']?([23]\.\d[\w.]*)/m;
const TITLE = /^[ \t]+title:[ \t]*["']?([^"'\n#]+)/m;
const VERSION = /^[ \t]+version:[ \t]*["']?([^"'\n#]*)/m;
/** `  /orders/{id}:` */
const PATH = /^([ \t]+)["']?(\/[^\n"']*?)["']?:[ \t]*$/;
/** `    get:` */
const METHOD = /^([ \t]+)([a-z]+):[ \t]*$/;

/**
 * What the lines of a YAML description show when it does not parse here (other parsers may be more lenient): enough to
 * know the document and its operations, and nothing to judge it by.
 */
export function scrapeOpenApi(text: string): OpenApiFacts | undefined {
  const form = FORM.exec(text);
  if (!form || !/^paths:[ \t]*$/m.test(text)) return undefined;
  const operations = operationsOf(text);
  if (operations.length === 0) return undefined;
  const title = TITLE.exec(text)?.[1]?.trim();
  const version = VERSION.exec(text)?.[1]?.trim();
  return {
    form: form[1] === 'swagger' ? 'swagger' : 'openapi',
    specVersion: form[2] ?? '',
    ...(title === undefined ? {} : { title }),
    ...(version === undefined ? {} : { version }),
    servers: [],
    operations,
    splitPaths: [],
    schemes: [],
    security: 'unsaid',
    references: [],
    faults: [],
    spans: { '': [form.index, form.index + (form[1]?.length ?? 0)] },
  };
}

function operationsOf(text: string): OperationFacts[] {
  const operations: OperationFacts[] = [];
  let path: { readonly name: string; readonly indent: number } | undefined;
  let inPaths = false;
  let start = 0;
  for (const line of text.split('\n')) {
    const from = start;
    start += line.length + 1;
    if (/^\S/.test(line) && !line.startsWith('#')) inPaths = line.startsWith('paths:');
    if (!inPaths) continue;
    const found = PATH.exec(line);
    if (found) path = { name: found[2] ?? '', indent: found[1]?.length ?? 0 };
    const method = METHOD.exec(line);
    const indent = method?.[1]?.length ?? 0;
    if (!path || !method || !METHODS.has(method[2] ?? '') || indent <= path.indent || indent > path.indent + 4)
      continue;
    const at: Span = [from + indent, from + indent + (method[2]?.length ?? 0)];
    operations.push({
      method: method[2] ?? '',
      path: path.name,
      responses: [],
      responsesElsewhere: true,
      security: 'unsaid',
      spans: { '': at },
    });
  }
  return operations;
}
