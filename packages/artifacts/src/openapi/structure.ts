import type { FactFault, OpenApiFacts, Span } from '@shipworthy/model';
import type { DataDocument } from '../contracts/data-file.ts';
import { METHODS } from '../contracts/operations.ts';
import { dereferenced } from '../contracts/references.ts';
import type { YamlMap, YamlNode } from '../formats/yaml/index.ts';
import { isPreflight } from './gateway.ts';
import { schemaFaults } from './schema-faults.ts';

/** Keys of a response: a status, a range of them, or the rest. */
const STATUS = /^(?:[1-5]\d\d|[1-5]XX|default|x-.*|\$ref)$/i;
const PARAMETER_PLACES: Readonly<Record<OpenApiFacts['form'], ReadonlySet<string>>> = {
  openapi: new Set(['path', 'query', 'querystring', 'header', 'cookie']),
  swagger: new Set(['path', 'query', 'header', 'formData', 'body']),
};

/**
 * What makes generators and readers of the description fail or go wrong, against OpenAPI 3.x and Swagger 2.0: only what
 * clients feel, no style, and nothing that depends on other files.
 */
export function structureFaults(
  document: DataDocument,
  {
    form,
    json,
    gateway,
    repeatsIds,
  }: {
    readonly form: OpenApiFacts['form'];
    readonly json: boolean;
    /** API Gateway takes operations without responses. */
    readonly gateway: boolean;
    /** The program that wrote it gives every binding of a method the same operationId: no author can mend that. */
    readonly repeatsIds: boolean;
  },
): FactFault[] {
  const { root } = document;
  const faults: FactFault[] = [];
  const refuse = (what: string, at: Span) => faults.push({ what, at, effect: 'refused' });
  const doubt = (what: string, at: Span) => faults.push({ what, at, effect: 'doubtful' });

  for (const { key, at } of document.duplicateKeys)
    (json ? doubt : refuse)(`the key '${key}' stands twice in one place, and only the last is read`, at);
  const start = root.entry(form)?.keySpan ?? root.span;
  if (!root.map('info')) refuse('`info` is missing', start);
  const schemes = form === 'swagger' ? root.map('securityDefinitions') : root.map('components')?.map('securitySchemes');
  const schemesKnown = !(schemes?.has('$ref') || root.map('components')?.has('$ref'));

  const unknownSchemes = new Set<string>();
  requirements(root.get('security'));

  const ids = new Map<string, Span>();
  const shapes = new Map<string, { readonly path: string; readonly item: YamlMap }>();
  for (const { key: path, keySpan, value } of root.map('paths')?.entries ?? []) {
    if (path.startsWith('x-') || path === '$ref' || value.kind !== 'map') continue;
    if (!path.startsWith('/')) refuse(`the path '${path}' does not begin with a slash`, keySpan);
    const shape = path.replace(/\{[^{}/]*\}/g, '{}');
    const twin = shapes.get(shape);
    // Generators split one path over several names of its parameter; only a method in both is ambiguous.
    const shared = twin?.item.entries.find(({ key }) => METHODS.has(key) && value.has(key));
    if (twin && twin.path !== path && shared)
      doubt(
        `${shared.key.toUpperCase()} ${path} is the same as ${shared.key.toUpperCase()} ${twin.path} for every caller`,
        keySpan,
      );
    shapes.set(shape, { path, item: value });
    pathItem(path, keySpan, value);
  }
  return [...faults, ...schemaFaults(root, form)];

  function pathItem(path: string, keySpan: Span, item: YamlMap): void {
    if (item.has('$ref')) return;
    const shared = parametersOf(item);
    for (const { key: method, keySpan: at, value } of item.entries) {
      if (!METHODS.has(method) || value.kind !== 'map' || value.has('$ref')) continue;
      const name = `${method.toUpperCase()} ${path}`;
      const id = value.get('operationId');
      if (id?.kind === 'scalar' && id.text !== '') {
        const what = `the operationId '${id.text}' is used for more than one operation`;
        if (ids.has(id.text))
          faults.push({
            what,
            at: id.span,
            ...(repeatsIds ? { effect: 'doubtful', minor: true } : { effect: 'refused' }),
          });
        ids.set(id.text, id.span);
      }
      const responses = value.entry('responses');
      if (!responses && !gateway && !isAtLeast31(root)) refuse(`${name} has no \`responses\``, at);
      if (responses?.value.kind === 'seq') refuse(`\`responses\` of ${name} is no mapping`, responses.keySpan);
      if (responses?.value.kind === 'map')
        for (const entry of responses.value.entries)
          if (!STATUS.test(entry.key))
            doubt(`${name} has a response '${entry.key}', which is no status`, entry.keySpan);
      requirements(value.get('security'));
      const own = parametersOf(value);
      if (shared.known && own.known && !isPreflight(method, value))
        missingParameters(path, at, name, [...shared.names, ...own.names]);
    }
    if (item.entries.length === 0) doubt(`the path '${path}' has no operation`, keySpan);
  }

  function missingParameters(path: string, at: Span, name: string, declared: readonly string[]): void {
    for (const [, written = ''] of path.matchAll(/\{([^{}]*)\}/g)) {
      const wanted = written.replace(/^[+#./;?&]|[=*:].*$/g, '');
      if (!declared.includes(wanted) && !declared.includes(written))
        refuse(`${name} never declares the path parameter '${wanted}'`, at);
    }
  }

  /** Names of the path parameters; unknown when one of them stands in another file. */
  function parametersOf(owner: YamlMap): { readonly names: readonly string[]; readonly known: boolean } {
    const node = owner.get('parameters');
    if (node !== undefined && node.kind !== 'seq') {
      if (node.kind === 'map' && !node.has('$ref'))
        refuse('`parameters` is no list', owner.entry('parameters')?.keySpan ?? node.span);
      return { names: [], known: false };
    }
    const names: string[] = [];
    let known = true;
    for (const item of node?.items ?? []) {
      const parameter = dereferenced(root, item);
      if (!parameter) {
        known = false;
        continue;
      }
      const name = parameter.text('name');
      const where = parameter.text('in');
      const at = spanIn(item);
      if (name === undefined || where === undefined) refuse('a parameter has no `name` or no `in`', at);
      else if (!PARAMETER_PLACES[form].has(where))
        refuse(`the parameter '${name}' is in '${where}', which is no place for one`, at);
      else if (where === 'path') {
        names.push(name);
        if (parameter.text('required') !== 'true' && parameter === item)
          doubt(`the path parameter '${name}' is not marked \`required: true\``, at);
      }
    }
    return { names, known };
  }

  function requirements(node: YamlNode | undefined): void {
    if (node?.kind !== 'seq' || !schemesKnown) return;
    for (const item of node.items)
      for (const { key, keySpan } of item.kind === 'map' ? item.entries : [])
        if (!schemes?.has(key) && !unknownSchemes.has(key) && !key.includes(':') && !key.includes('/')) {
          unknownSchemes.add(key);
          refuse(`\`security\` asks for the scheme '${key}', which is defined nowhere`, keySpan);
        }
  }
}

const isAtLeast31 = (root: YamlMap): boolean => /^3\.[1-9]/.test(root.text('openapi') ?? '');

/** The name of a parameter if there is one, so that a report points at something short. */
function spanIn(node: YamlNode): Span {
  if (node.kind !== 'map') return node.span;
  return node.get('name')?.span ?? node.entries[0]?.keySpan ?? node.span;
}
