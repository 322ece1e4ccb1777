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
  visit,
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
  /** Types that the file extends and does not define. */
  readonly extended: ReadonlySet<string>;
  /** Types that the file only refers to. */
  readonly referred: ReadonlySet<string>;
  /** Other files certainly belong to the schema: something is missing that a server could not start without. */
  readonly partial: boolean;
}

/** What a document defines, read as one file of a schema that may have others. */
export function definitionsOf(document: DocumentNode): Definitions {
  const nodes = document.definitions.filter(
    (node) => isTypeSystemDefinitionNode(node) || isTypeSystemExtensionNode(node),
  );
  const defined = new Set(nodes.filter(isTypeDefinitionNode).map(({ name }) => name.value));
  const extensions = nodes.filter(isTypeExtensionNode).map(({ name }) => name.value);
  const extended = new Set(extensions.filter((name) => !defined.has(name)));
  const referred = new Set<string>();
  let hasQueries = defined.has('Query');
  visit(
    { ...document, definitions: nodes },
    {
      NamedType({ name }) {
        if (!defined.has(name.value) && !extended.has(name.value) && !BUILT_IN.has(name.value))
          referred.add(name.value);
      },
      OperationTypeDefinition({ operation }) {
        if (operation === 'query') hasQueries = true;
      },
    },
  );
  return { nodes, extended, referred, partial: extended.size > 0 || referred.size > 0 || !hasQueries };
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
