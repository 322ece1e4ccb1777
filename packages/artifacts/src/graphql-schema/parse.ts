import type { FactFault, GraphqlOperationFacts, GraphqlSchemaFacts, GraphqlTypeFacts, Span } from '@shipworthy/model';
import {
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  isTypeSystemDefinitionNode,
  isTypeSystemExtensionNode,
  type Location,
  type NameNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  specifiedScalarTypes,
  visit,
} from 'graphql';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { MAX_TOKENS, readDocument } from './read-document.ts';

const FORMS: Readonly<Record<string, GraphqlTypeFacts['form']>> = {
  ObjectType: 'object',
  InterfaceType: 'interface',
  EnumType: 'enum',
  InputObjectType: 'input',
  UnionType: 'union',
  ScalarType: 'scalar',
  Directive: 'directive',
};
const BUILT_IN: ReadonlySet<string> = new Set(specifiedScalarTypes.map(({ name }) => name));
const ROOTS = ['query', 'mutation', 'subscription'] as const;

/** The type definitions of a file. One that does not parse keeps its fault, for `contract/valid` to report. */
export function parseGraphqlSchema(file: RepositoryFile): Parsed<'graphql-schema'> {
  const read = readDocument(file.text);
  if ('tooLarge' in read)
    return {
      artifacts: [],
      problems: [{ kind: 'graphql-schema', what: `it has more than ${MAX_TOKENS} tokens`, effect: 'unseen' }],
    };
  const facts = 'fault' in read ? { ...EMPTY, faults: [read.fault] } : factsOf(read.document);
  if (!('fault' in read) && facts.types.length === 0 && facts.operations.length === 0)
    return { artifacts: [], problems: [] };
  return {
    artifacts: [
      {
        kind: 'graphql-schema',
        path: file.path,
        pathClass: file.pathClass,
        level: 'parsed',
        confidence: 0.85,
        why: ['defines types of GraphQL'],
        id: file.path,
        facts,
      },
    ],
    problems: [],
  };
}

const EMPTY: GraphqlSchemaFacts = { types: [], operations: [], undefinedTypes: [], deprecations: [], faults: [] };

function factsOf(document: DocumentNode): GraphqlSchemaFacts {
  const types: GraphqlTypeFacts[] = [];
  const faults: FactFault[] = [];
  const defined = new Set<string>();
  for (const node of document.definitions) {
    const form = FORMS[node.kind.replace(/Definition$|Extension$/, '')];
    if (!form || !('name' in node) || !node.name) continue;
    const { value: name } = node.name;
    const extension = isTypeSystemExtensionNode(node);
    const at = spanOf(node.name);
    types.push({ name, form, ...(extension ? { extends: true as const } : {}), at });
    const key = form === 'directive' ? `@${name}` : name;
    if (!extension && defined.has(key))
      faults.push({ what: `the type '${name}' is defined twice`, at, effect: 'refused' });
    if (!extension) defined.add(key);
  }
  return {
    types,
    operations: operationsOf(document.definitions),
    undefinedTypes: undefinedTypes(document, new Set(types.map(({ name }) => name))),
    deprecations: deprecationsOf(document),
    faults,
  };
}

function operationsOf(definitions: readonly DefinitionNode[]): GraphqlOperationFacts[] {
  const rootOf = new Map<string, GraphqlOperationFacts['root']>(
    ROOTS.map((root) => [`${root[0]?.toUpperCase()}${root.slice(1)}`, root]),
  );
  for (const node of definitions)
    if (node.kind === 'SchemaDefinition' || node.kind === 'SchemaExtension')
      for (const { operation, type } of node.operationTypes ?? []) rootOf.set(type.name.value, operation);
  return definitions.filter(isObjectType).flatMap((node) => {
    const root = rootOf.get(node.name.value);
    return root ? (node.fields ?? []).map(({ name }) => ({ root, name: name.value, at: spanOf(name) })) : [];
  });
}

const isObjectType = (node: DefinitionNode): node is ObjectTypeDefinitionNode | ObjectTypeExtensionNode =>
  node.kind === 'ObjectTypeDefinition' || node.kind === 'ObjectTypeExtension';

function undefinedTypes(document: DocumentNode, defined: ReadonlySet<string>): GraphqlSchemaFacts['undefinedTypes'] {
  const found = new Map<string, Span>();
  const definitions = document.definitions.filter(
    (node) => isTypeSystemDefinitionNode(node) || isTypeSystemExtensionNode(node),
  );
  visit(
    { ...document, definitions },
    {
      NamedType({ name }) {
        if (!defined.has(name.value) && !BUILT_IN.has(name.value) && !found.has(name.value))
          found.set(name.value, spanOf(name));
      },
    },
  );
  return [...found].map(([name, at]) => ({ name, at }));
}

function deprecationsOf(document: DocumentNode): GraphqlSchemaFacts['deprecations'] {
  const found: GraphqlSchemaFacts['deprecations'][number][] = [];
  const take = (node: {
    readonly name: NameNode;
    readonly directives?: readonly DirectiveNode[] | undefined;
  }): void => {
    const directive = node.directives?.find(({ name }) => name.value === 'deprecated');
    if (!directive) return;
    const reason = directive.arguments?.find(({ name }) => name.value === 'reason')?.value;
    const text = reason?.kind === 'StringValue' ? reason.value.trim() : undefined;
    found.push({ name: node.name.value, ...(text ? { reason: text } : {}), at: spanOf(node.name) });
  };
  visit(document, { FieldDefinition: take, EnumValueDefinition: take, InputValueDefinition: take });
  return found;
}

function spanOf({ loc }: { readonly loc?: Location | undefined }): Span {
  return loc ? [loc.start, loc.end] : [0, 0];
}
