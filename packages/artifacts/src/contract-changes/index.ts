import type { ContractComparison, ContractKind, ContractText } from '@shipworthy/model';

/** Compares two texts of one contract. Never throws for what the texts hold; may answer at once or later. */
export type ContractComparer = (
  before: ContractText,
  after: ContractText,
  today?: string,
) => ContractComparison | Promise<ContractComparison>;

/** Loaded on first use: a change without contracts pays for none of them. */
const COMPARERS: Partial<Readonly<Record<ContractKind, () => Promise<ContractComparer>>>> = {
  openapi: async () => (await import('./openapi/compare.ts')).compareOpenApi,
  'graphql-schema': async () => (await import('./graphql/compare.ts')).compareGraphql,
  protobuf: async () => (await import('./protobuf/compare.ts')).compareProtobuf,
  'json-schema': async () => (await import('./json-schema/compare.ts')).compareJsonSchema,
};

/**
 * What the newer text of a contract breaks, or may break, for those who use the older one. `unknown` for kinds that nothing
 * here compares and for texts that cannot be read as the kind. Never rejects for what the texts hold.
 * @param today `2026-05-01`: whether an end that was announced has come; without it, that it was announced is enough
 */
export async function compareContracts(
  kind: ContractKind,
  before: ContractText,
  after: ContractText,
  today?: string,
): Promise<ContractComparison> {
  const load = COMPARERS[kind];
  if (!load) return { state: 'unknown', why: `versions of ${kind} documents are not compared` };
  const compare = await load();
  return compare(before, after, today);
}
