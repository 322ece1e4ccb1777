import {
  type DefinitionNode,
  type DocumentNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  isTypeSystemDefinitionNode,
  isTypeSystemExtensionNode,
  Kind,
  specifiedScalarTypes,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  type TypeNode,
} from 'graphql';

const BUILT_IN: ReadonlySet<string> = new Set(specifiedScalarTypes.map(({ name }) => name));
const DEFINED_AS: Readonly<Record<TypeExtensionNode['kind'], TypeDefinitionNode['kind']>> = {
  [Kind.SCALAR_TYPE_EXTENSION]: Kind.SCALAR_TYPE_DEFINITION,
  [Kind.OBJECT_TYPE_EXTENSION]: Kind.OBJECT_TYPE_DEFINITION,
  [Kind.INTERFACE_TYPE_EXTENSION]: Kind.INTERFACE_TYPE_DEFINITION,
  [Kind.UNION_TYPE_EXTENSION]: Kind.UNION_TYPE_DEFINITION,
  [Kind.ENUM_TYPE_EXTENSION]: Kind.ENUM_TYPE_DEFINITION,
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: Kind.INPUT_OBJECT_TYPE_DEFINITION,
};

/** What one file of a schema defines, and what of the schema must stand in other files. */
export interface Definitions {
  /** Definitions of types and directives; what clients send is left out. */
  readonly nodes: readonly DefinitionNode[];
  /** Types that are extended and not defined. */
  readonly extended: ReadonlySet<string>;
  /** Types that are only referred to. */
  readonly referred: ReadonlySet<string>;
  /** Standard scalars that something refers to. */
  readonly scalars: ReadonlySet<string>;
  /** Does something say what can be asked for? */
  readonly hasQueries: boolean;
}

/** All that a document defines, read as one file of a schema that may have others. */
export function definitionsOf(document: DocumentNode): Definitions {
  return among(
    document.definitions.filter((node) => isTypeSystemDefinitionNode(node) || isTypeSystemExtensionNode(node)),
  );
}

/** The definitions, as if nothing else stood in the file. */
export function among(nodes: readonly DefinitionNode[]): Definitions {
  const defined = new Set(nodes.filter(isTypeDefinitionNode).map(({ name }) => name.value));
  const extensions = nodes.filter(isTypeExtensionNode).map(({ name }) => name.value);
  const extended = new Set(extensions.filter((name) => !defined.has(name)));
  const referred = new Set<string>();
  const scalars = new Set<string>();
  let hasQueries = defined.has('Query');
  for (const node of nodes) {
    if ('operationTypes' in node && node.operationTypes?.some(({ operation }) => operation === 'query'))
      hasQueries = true;
    for (const name of namesIn(node))
      if (BUILT_IN.has(name)) scalars.add(name);
      else if (!defined.has(name) && !extended.has(name)) referred.add(name);
  }
  return { nodes, extended, referred, scalars, hasQueries };
}

/** Other files certainly belong to the schema: something is missing that a server could not start without. */
export const isPartial = ({ extended, referred, hasQueries }: Definitions): boolean =>
  extended.size > 0 || referred.size > 0 || !hasQueries;

/** Names of the types that a definition refers to. */
function namesIn(node: DefinitionNode): string[] {
  const names: string[] = [];
  const take = (type: TypeNode) => {
    let inner = type;
    while (inner.kind !== Kind.NAMED_TYPE) inner = inner.type;
    names.push(inner.name.value);
  };
  if ('arguments' in node) for (const { type } of node.arguments ?? []) take(type);
  if ('interfaces' in node) for (const type of node.interfaces ?? []) take(type);
  if ('types' in node) for (const type of node.types ?? []) take(type);
  if ('operationTypes' in node) for (const { type } of node.operationTypes ?? []) take(type);
  if ('fields' in node)
    for (const field of node.fields ?? []) {
      take(field.type);
      if ('arguments' in field) for (const { type } of field.arguments ?? []) take(type);
    }
  return names;
}

/** Of both files the definitions of what is not written alike in both: large schemas change in few places. */
export function changedIn(before: Definitions, after: Definitions): readonly [Definitions, Definitions] {
  const older = textsOf(before.nodes);
  const newer = textsOf(after.nodes);
  const changed = (node: DefinitionNode) => older.get(keyOf(node)) !== newer.get(keyOf(node));
  return [among(before.nodes.filter(changed)), among(after.nodes.filter(changed))];
}

/** For each type that only `before` extends, an extension by nothing: the type stands elsewhere, and lost what it had here. */
export function emptied(before: Definitions, after: Definitions): readonly DefinitionNode[] {
  const kept = new Set(after.nodes.map(keyOf));
  const left = new Map(
    before.nodes
      .filter(isTypeExtensionNode)
      .filter(({ name }) => before.extended.has(name.value) && !kept.has(name.value))
      .map(({ kind, name }) => [name.value, { kind, name } as TypeExtensionNode]),
  );
  return [...left.values()];
}

/** Of each type and directive all that is written of it. */
function textsOf(nodes: readonly DefinitionNode[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const node of nodes) {
    const written = node.loc?.source.body.slice(node.loc.start, node.loc.end) ?? '';
    texts.set(keyOf(node), `${texts.get(keyOf(node)) ?? ''}\n${written}`);
  }
  return texts;
}

function keyOf(node: DefinitionNode): string {
  if (node.kind === Kind.DIRECTIVE_DEFINITION) return `@${node.name.value}`;
  return 'name' in node ? (node.name?.value ?? '') : '';
}

/**
 * The definitions as a document that a schema can be built of: the first extension of a type that stands elsewhere takes the
 * place of its definition, and a type of `unknown` becomes a scalar, of which nothing can change.
 */
export function standAlone({ nodes, extended }: Definitions, unknown: ReadonlySet<string>): DocumentNode {
  const open = new Set(extended);
  const own = nodes.flatMap((node): DefinitionNode[] => {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) return [node];
    const { value: name } = node.name;
    if (unknown.has(name)) return [];
    if (!isTypeExtensionNode(node) || !open.delete(name)) return [node];
    return [{ ...node, kind: DEFINED_AS[node.kind] } as TypeDefinitionNode];
  });
  const scalars = [...unknown].map(
    (value): DefinitionNode => ({ kind: Kind.SCALAR_TYPE_DEFINITION, name: { kind: Kind.NAME, value } }),
  );
  return { kind: Kind.DOCUMENT, definitions: [...own, ...scalars] };
}
