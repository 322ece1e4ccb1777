import type { CatalogFileReference, EntityReference, FactFault, ServiceCatalogFacts } from '@shipworthy/model';
import { fieldSpans } from '../contracts/operations.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../formats/yaml/index.ts';

/** Fields of `spec` without which the catalog refuses an entity of the kind (its JSON schemas, `backstage.io/v1alpha1`). */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Component: ['type', 'lifecycle', 'owner'],
  API: ['type', 'lifecycle', 'owner', 'definition'],
  Resource: ['type', 'owner'],
  System: ['owner'],
  Domain: ['owner'],
  Group: ['type', 'children'],
};
const REFERENCES: readonly EntityReference['field'][] = [
  'providesApis',
  'consumesApis',
  'dependsOn',
  'system',
  'domain',
  'subcomponentOf',
];
/** How a definition is taken from a file: https://backstage.io/docs/features/software-catalog/descriptor-format. */
const FROM_FILE = ['$text', '$openapi', '$asyncapi', '$yaml', '$json'];
const FIELDS = [
  'kind',
  'metadata',
  'metadata.name',
  'metadata.annotations',
  'spec',
  'spec.type',
  'spec.owner',
  'spec.lifecycle',
  'spec.definition',
  'spec.providesApis',
];
/** Names as the catalog takes them: at most 63 letters and digits, with `-`, `_` and `.` between them. */
const NAME = /^[A-Za-z0-9](?:[-_.A-Za-z0-9]*[A-Za-z0-9])?$/;
const MAX_NAME_LENGTH = 63;

const isTemplate = (text: string): boolean => text.includes('{{') || text.includes('{%');

/** Facts of one entity. */
export function entityFacts(root: YamlMap): ServiceCatalogFacts {
  const entity = root.text('kind') ?? '';
  const metadata = root.map('metadata');
  const spec = root.map('spec');
  const name = metadata?.text('name');
  const owner = spec?.text('owner');
  const lifecycle = spec?.text('lifecycle');
  const specType = spec?.text('type');
  const definition = definitionOf(spec?.get('definition'));
  const techdocs = techdocsOf(metadata?.map('annotations')?.get('backstage.io/techdocs-ref'));
  const spans = fieldSpans(root, root.entry('kind')?.keySpan ?? root.span, FIELDS);
  const values = { 'metadata.name': name, 'spec.owner': owner, 'spec.lifecycle': lifecycle, 'spec.type': specType };
  const templated = Object.entries(values).flatMap(([field, value]) => (value && isTemplate(value) ? [field] : []));
  return {
    entity,
    ...(name === undefined ? {} : { name }),
    namespace: metadata?.text('namespace') ?? 'default',
    ...(specType === undefined ? {} : { specType }),
    ...(lifecycle === undefined ? {} : { lifecycle }),
    ...(owner === undefined ? {} : { owner }),
    references: REFERENCES.flatMap((field) =>
      scalarsOf(spec?.get(field)).map(({ text, span }) => ({ field, target: text, at: span })),
    ),
    ...(definition ? { definition } : {}),
    ...(techdocs ? { techdocs } : {}),
    targets:
      entity === 'Location'
        ? [...scalarsOf(spec?.get('target')), ...scalarsOf(spec?.get('targets'))].map(({ text, span }) => ({
            target: text,
            at: span,
          }))
        : [],
    links: (metadata?.items('links') ?? []).flatMap((item) => {
      const url = item.kind === 'map' ? item.get('url') : undefined;
      return url?.kind === 'scalar' ? [{ url: url.text, at: url.span }] : [];
    }),
    templated,
    faults: faultsOf(entity, metadata, spec, name, spans),
    spans,
  };
}

function faultsOf(
  entity: string,
  metadata: YamlMap | undefined,
  spec: YamlMap | undefined,
  name: string | undefined,
  spans: ServiceCatalogFacts['spans'],
): FactFault[] {
  const start = spans[''] ?? [0, 0];
  const faults: FactFault[] = [];
  if (name === undefined || name === '')
    faults.push({ what: '`metadata.name` is missing', at: spans.metadata ?? start, effect: 'doubtful' });
  else if (!isTemplate(name) && (!NAME.test(name) || name.length > MAX_NAME_LENGTH))
    faults.push({
      what: `'${name}' is no name for an entity (letters and digits, with - _ . between them)`,
      at: metadata?.get('name')?.span ?? start,
      effect: 'refused',
    });
  const absent = (REQUIRED[entity] ?? []).filter((field) => isAbsent(spec?.get(field)));
  for (const field of absent)
    faults.push({ what: `\`spec.${field}\` is missing`, at: spans.spec ?? start, effect: 'doubtful' });
  return faults;
}

const isAbsent = (node: YamlNode | undefined): boolean =>
  node === undefined || (node.kind === 'scalar' && (node.isNull || node.text.trim() === ''));

/** A value, or the values of a list. */
function scalarsOf(node: YamlNode | undefined): YamlScalar[] {
  const nodes = node?.kind === 'seq' ? node.items : node ? [node] : [];
  return nodes.flatMap((item) => (item.kind === 'scalar' && !item.isNull && item.text !== '' ? [item] : []));
}

function definitionOf(node: YamlNode | undefined): ServiceCatalogFacts['definition'] {
  if (node?.kind === 'scalar') return { target: '', at: node.span, inline: true };
  if (node?.kind !== 'map') return undefined;
  for (const key of FROM_FILE) {
    const value = node.get(key);
    if (value?.kind === 'scalar') return { target: value.text, at: value.span, inline: false };
  }
  return { target: '', at: node.span, inline: true };
}

/** What follows `dir:`; other forms name places outside the repository. */
function techdocsOf(node: YamlNode | undefined): CatalogFileReference | undefined {
  if (node?.kind !== 'scalar' || isTemplate(node.text)) return undefined;
  const folder = /^dir:(.*)$/.exec(node.text.trim())?.[1];
  return folder === undefined ? undefined : { target: folder, at: node.span };
}
