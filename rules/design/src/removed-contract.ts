import type { Artifact, SubjectMap } from '@shipworthy/rule-kit';

type Contract = SubjectMap['contract']['artifact'];

/** What callers call, by name; empty for formats that only describe data. */
export function callsOf(artifact: Contract): readonly string[] {
  switch (artifact.kind) {
    case 'openapi':
    case 'asyncapi':
      return artifact.facts.operations.map(({ method, path }) => `${method} ${unversioned(path)}`);
    case 'graphql-schema':
      return artifact.facts.operations.map(({ root, name }) => `${root} ${name}`);
    case 'protobuf':
      return artifact.facts.services.flatMap(({ name, methods }) => methods.map((method) => `${name}.${method.name}`));
    default:
      return [];
  }
}

const unversioned = (path: string): string => path.replace(/\/v\d+\w*(?=\/|$)/g, '');

/** A contract that has most of the calls of one that is gone: it was renamed, put together or written anew. */
export function successorOf(
  gone: Contract,
  contracts: readonly (
    | Artifact<'openapi'>
    | Artifact<'graphql-schema'>
    | Artifact<'protobuf'>
    | Artifact<'asyncapi'>
  )[],
): Contract | undefined {
  const calls = callsOf(gone);
  return contracts.find((other) => {
    if (other.path === gone.path || other.kind !== gone.kind) return false;
    const kept = new Set(callsOf(other));
    return calls.filter((call) => kept.has(call)).length >= KEPT * calls.length;
  });
}
/** Most of them. */
const KEPT = 0.5;
