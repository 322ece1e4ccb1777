import type { FieldSpans, OperationFacts, SecuritySchemeFacts, SplitPathFacts } from '@shipworthy/model';
import type { YamlEntry, YamlMap, YamlNode } from '../formats/yaml/index.ts';
import { dereferenced } from './references.ts';

/** Methods that a path item can hold, as OpenAPI writes them. */
export const METHODS: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
]);

export interface PathFacts {
  readonly operations: readonly OperationFacts[];
  readonly splitPaths: readonly SplitPathFacts[];
}

/** The operations of a map of path items. `root`: where local references lead. */
export function readPaths(paths: YamlMap, root: YamlMap): PathFacts {
  const operations: OperationFacts[] = [];
  const splitPaths: SplitPathFacts[] = [];
  for (const { key: path, value } of paths.entries) {
    if (path.startsWith('x-') || value.kind !== 'map') continue;
    const target = value.get('$ref');
    if (target?.kind === 'scalar' && !target.text.startsWith('#'))
      splitPaths.push({ path, target: target.text, at: target.span });
    const item = dereferenced(root, value) ?? value;
    for (const entry of item.entries) {
      if (!METHODS.has(entry.key) || entry.value.kind !== 'map') continue;
      const elsewhere = entry.value.get('$ref');
      if (elsewhere?.kind === 'scalar' && !elsewhere.text.startsWith('#'))
        splitPaths.push({ path, method: entry.key, target: elsewhere.text, at: elsewhere.span });
      else operations.push(operationOf(item, path, entry, root));
    }
  }
  return { operations, splitPaths };
}

/** Headers by which callers prove who they are, written down as parameters: the habit before security schemes. */
const CREDENTIALS = /^(?:authorization|proxy-authorization|cookie|.*(?:api[-_]?key|auth[-_]?token|access[-_]?token))$/i;

function asksForHeader(owner: YamlMap, root: YamlMap): boolean {
  return owner.items('parameters').some((node) => {
    const parameter = dereferenced(root, node);
    return parameter?.text('in') === 'header' && CREDENTIALS.test(parameter.text('name') ?? '');
  });
}

/** One operation of a path item, with what the item says for all of its operations. */
export function operationOf(item: YamlMap, path: string, entry: YamlEntry, root: YamlMap): OperationFacts {
  const operation = operationFrom(path, entry);
  if (operation.security !== 'unsaid' || entry.value.kind !== 'map') return operation;
  const closed = asksForHeader(item, root) || asksForHeader(entry.value, root);
  return closed ? { ...operation, security: 'secured' } : operation;
}

/** One operation by itself. */
export function operationFrom(path: string, { key, keySpan, value }: YamlEntry): OperationFacts {
  const operation = value.kind === 'map' ? value : undefined;
  const spans: Record<string, readonly [number, number]> = { '': keySpan };
  for (const field of ['responses', 'security', 'operationId']) {
    const entry = operation?.entry(field);
    if (entry) spans[field] = entry.keySpan;
  }
  return { method: key, path, ...detailsOf(operation), spans };
}

function detailsOf(operation: YamlMap | undefined): Omit<OperationFacts, 'method' | 'path' | 'spans'> {
  const responses = operation?.map('responses');
  const id = operation?.text('operationId');
  const elsewhere = operation === undefined || operation.has('$ref') || responses?.has('$ref') === true;
  const deprecated = operation?.text('deprecated') === 'true';
  return {
    ...(id === undefined ? {} : { id }),
    ...(deprecated ? { deprecated: true as const } : {}),
    ...(deprecated && operation && saysWhenItEnds(operation) ? { sunset: true as const } : {}),
    responses: (responses?.entries ?? []).map((entry) => entry.key).filter((code) => !/^(?:x-|\$ref$)/.test(code)),
    ...(elsewhere ? { responsesElsewhere: true as const } : {}),
    security: operation && saysByExtension(operation) ? 'open' : securityOf(operation?.get('security')),
  };
}

/** `x-public: true`, `x-authenticated: false`: who may call is said, in words of one's own. */
const SAYS_WHO = /^x-.*(?:auth|public|anonymous|security)/i;

function saysByExtension(operation: YamlMap): boolean {
  return (
    !operation.has('security') && operation.entries.some(({ key, value }) => SAYS_WHO.test(key) && value.kind !== 'map')
  );
}

/** A date, a version or a word for the end, where a deprecated operation is described. */
const ENDS =
  /\b(?:20\d\d|v?\d+\.\d+|sunset|remov(?:ed|al)|retired|discontinued|no longer|replaced|superseded|in favou?r of|instead|use\b)/i;
/** An operation that only fails (410, 501) holds nobody. */
const REFUSES = /^[45]\d\d$/;

function saysWhenItEnds(operation: YamlMap): boolean {
  return (
    operation.entries.some(({ key }) => /^x-.*(?:sunset|removal|deprecat|end-of-life)/i.test(key)) ||
    refusesAll(operation) ||
    ENDS.test(`${operation.text('description') ?? ''} ${operation.text('summary') ?? ''}`)
  );
}

function refusesAll(operation: YamlMap): boolean {
  const codes = (operation.map('responses')?.entries ?? [])
    .map(({ key }) => key)
    .filter((key) => !key.startsWith('x-'));
  return codes.length > 0 && codes.every((code) => REFUSES.test(code));
}

/** What a list of security requirements asks: any one of them is enough, so an empty one leaves the door open. */
export function securityOf(node: YamlNode | undefined): OperationFacts['security'] {
  if (node === undefined || (node.kind === 'scalar' && node.isNull)) return 'unsaid';
  if (node.kind !== 'seq') return 'unsaid';
  if (node.items.length === 0) return 'open';
  return node.items.some((item) => item.kind === 'map' && item.entries.length === 0) ? 'open' : 'secured';
}

/** The schemes of a map of them. */
export function schemesOf(map: YamlMap | undefined): SecuritySchemeFacts[] {
  return (map?.entries ?? [])
    .filter(({ key }) => !key.startsWith('x-'))
    .map(({ key, keySpan, value }) => {
      const type = value.kind === 'map' ? value.text('type') : undefined;
      return { name: key, ...(type === undefined ? {} : { type }), at: keySpan };
    });
}

/** Spans of the named fields, dotted: where the value stands, or the key of what has parts. */
export function fieldSpans(root: YamlMap, rootSpan: readonly [number, number], fields: readonly string[]): FieldSpans {
  const spans: Record<string, readonly [number, number]> = { '': rootSpan };
  for (const field of fields) {
    const names = field.split('.');
    const last = names.pop() ?? '';
    let map: YamlMap | undefined = root;
    for (const name of names) map = map?.map(name);
    const entry = map?.entry(last);
    if (!entry) continue;
    const { value, keySpan } = entry;
    spans[field] = value.kind === 'scalar' && value.span[0] < value.span[1] ? value.span : keySpan;
  }
  return spans;
}
