import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';

/** A definition of a type at the start of a line; what clients send (`query`, `fragment`) defines none. */
const DEFINITION =
  /^[ \t]*(?:extend[ \t]+)?(?:(?:type|interface|enum|input|union|scalar)[ \t]+[A-Za-z_]|directive[ \t]*@|schema[ \t]*[@{])/m;

/** GraphQL type definitions. */
export const graphqlSchemaKind: KindModule<'graphql-schema'> = {
  kind: 'graphql-schema',
  factsVersion: 2,
  paths: { extensions: ['graphql', 'graphqls', 'gql'] },
  notIn: NEVER_OURS,
  sniff: ({ text }) => DEFINITION.test(text),
  load: async () => (await import('./parse.ts')).parseGraphqlSchema,
  elements: ({ facts }) => [
    ...facts.operations.map(({ root, name, at }) => listed('operation', `${root} ${name}`, at)),
    ...facts.types.map(({ name, at }) => listed('type', name, at)),
  ],
};
