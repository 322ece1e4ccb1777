import type { ContractKind, ContractSubject, FactFault, Gap } from '@shipworthy/model';
import { all, checkedBy, defineRule, link } from '@shipworthy/rule-kit';
import { isForReaders } from '../for-readers.ts';
import { whyNotOwn } from '../others-contracts.ts';
import { type SharedFaults, sameFaults } from '../same-faults.ts';
import { specimenPairs } from '../specimens.ts';

/** What a broken contract of a kind does to those who build on it. */
const COST: Readonly<Record<ContractKind, string>> = {
  openapi: 'Clients and documentation made of it come out wrong or not at all',
  asyncapi: 'Clients and documentation made of it come out wrong or not at all',
  'graphql-schema': 'A server refuses to start with it',
  protobuf: 'The compiler refuses it',
  'json-schema': 'Validators refuse it, so what it was to keep out comes in',
  'avro-schema': 'Producers and consumers refuse to load it',
};

/** Programs that read a kind as those do who build on it. */
const CHECKERS: Readonly<Partial<Record<ContractKind, readonly string[]>>> = {
  openapi: ['spectral', 'redocly', 'vacuum'],
  asyncapi: ['spectral', 'asyncapi'],
  protobuf: ['buf', 'protolint', 'api-linter'],
  'graphql-schema': ['graphql-inspector'],
};

export default defineRule({
  id: 'contract/valid',
  title: 'Every contract can be read by those who build on it',
  stages: ['design'],
  qualities: ['reliability', 'security'],
  severity: 'error',
  confidence: 'high',
  preset: 'essential',
  subject: 'contract',
  needs: {
    parts: link('contract -> parts'),
    names: link('repository -> names'),
    openapi: all('openapi'),
    asyncapi: all('asyncapi'),
    schemas: all('json-schema'),
    graphql: all('graphql-schema'),
    avro: all('avro-schema'),
    pipelines: link('repository -> pipelines'),
  },
  messages: {
    refused: 'In {path} {what}. {cost}. Correct it.',
    manyRefused: '{count} places in {path} contradict its own format; the first: {what}. {cost}. Correct them.',
    missing:
      "{path} refers to '{target}', which is not in this repository. {cost}. Add the file or correct the reference.",
    manyMissing:
      "{path} refers to {count} files that are not in this repository, '{target}' among them. {cost}. Add the files or correct the references.",
    doubtful: 'In {path} {what}. Tools read it in different ways.',
    manyDoubtful: '{count} places in {path} are read by tools in different ways; the first: {what}.',
  },
  check(contract, { given, fault, gaps, pass, skip, unknown }) {
    const { artifact, path } = contract;
    const copyOf = 'copyOf' in artifact.facts ? artifact.facts.copyOf : undefined;
    if (copyOf !== undefined) return skip(`a copy of a file of ${copyOf}`);
    const others = whyNotOwn(contract, given.names, given.parts);
    if (others !== undefined) return skip(others);
    const pairs = artifact.kind === 'openapi' ? specimenPairs(path, given.openapi) : undefined;
    if (pairs !== undefined)
      return unknown(
        `${pairs} pairs of a base and its revision lie around it, as a tool compares them; call the folder a fixture if so`,
      );
    const checker = checkedBy(given.pipelines, CHECKERS[artifact.kind] ?? []);
    const left = () => checker && pass(checker.at, `left to ${checker.tool}, which looks at changes`);
    if (contract.level === 'scraped')
      return left() ?? unknown('it was read line by line, because it does not parse here');
    const cost = COST[artifact.kind];
    if (given.parts.completedBy)
      return unknown(`it is put together elsewhere: ${given.parts.completedBy.path} holds the rest`);
    // What some programs read otherwise matters little where people read.
    const doubt = isForReaders(path) ? 'info' : 'warning';
    const found: Gap[] = [];
    const isAsked = (one: ContractSubject['artifact']) =>
      !('copyOf' in one.facts && one.facts.copyOf !== undefined) &&
      whyNotOwn({ path: one.path, pathClass: one.pathClass, artifact: one }, given.names, {}) === undefined;
    const peers = { openapi: given.openapi, asyncapi: given.asyncapi, 'json-schema': given.schemas };
    const shared = isPeer(artifact.kind) ? sameFaults(peers[artifact.kind], isAsked).get(path) : undefined;
    const told = artifact.facts.faults.filter(({ what }) => (shared?.get(what)?.first ?? path) === path);
    const causes = new Set<string>();
    for (const { what, at, effect, minor } of told) {
      const cause = `${path} ${minor ? 'minor' : effect}`;
      const related = causes.has(cause) ? [] : placesOf(told, shared, path, { effect, minor });
      causes.add(cause);
      const place = { path, span: at };
      const options = { cause, discriminator: what, ...(related.length > 0 ? { related } : {}) };
      found.push(
        effect === 'refused'
          ? fault('refused', place, { path, what, cost }, { ...options, joined: 'manyRefused' })
          : fault(
              'doubtful',
              place,
              { path, what },
              { ...options, joined: 'manyDoubtful', severity: minor ? 'info' : doubt },
            ),
      );
    }
    if (contract.level === 'parsed')
      for (const { target, at } of given.parts.missing)
        found.push(
          fault(
            'missing',
            at,
            { path, target, cost },
            {
              cause: `${path} missing`,
              joined: 'manyMissing',
              discriminator: target,
            },
          ),
        );
    if (found.length > 0)
      return (
        (found.every(({ severity }) => severity === doubt || severity === 'info') && left()) ||
        gaps(found, contract.at())
      );
    const [first] = artifact.facts.faults.flatMap(({ what }) => shared?.get(what)?.first ?? []);
    if (first !== undefined) return skip(`its faults are told where ${first} has them too`);
    const open = openEnds(artifact, given.parts.remote, [
      ...given.graphql.flatMap(({ facts }) => facts.types.map(({ name }) => name)),
      ...given.avro.flatMap(({ facts }) => facts.name),
    ]);
    return open === undefined ? gaps([], contract.at()) : (left() ?? unknown(open, contract.at()));
  },
});

const isPeer = (kind: ContractKind): kind is 'openapi' | 'asyncapi' | 'json-schema' =>
  kind === 'openapi' || kind === 'asyncapi' || kind === 'json-schema';

/** Other files with faults of one weight that are told here, each once: with the first of these faults in it. */
function placesOf(
  told: readonly FactFault[],
  shared: SharedFaults | undefined,
  path: string,
  { effect, minor }: Pick<FactFault, 'effect'> & { readonly minor: FactFault['minor'] },
): { readonly at: Gap['at']; readonly message: string }[] {
  const places = new Map<string, Gap['at']>();
  for (const one of told)
    if (one.effect === effect && one.minor === minor)
      for (const copy of shared?.get(one.what)?.members ?? [])
        if (copy.path !== path && !places.has(copy.path))
          places.set(copy.path, { path: copy.path, span: copy.fault.at });
  return [...places.values()].map((at) => ({ at, message: 'the same stands here' }));
}

/** What cannot be seen from here of a contract in which no fault was found. */
function openEnds(
  artifact: ContractSubject['artifact'],
  remote: number,
  defined: readonly string[],
): string | undefined {
  if (artifact.level === 'tolerant') return 'a template fills in parts of it';
  if (remote === 1) return 'a reference leads to another host, which is never asked';
  if (remote > 1) return `${remote} references lead to other hosts, which are never asked`;
  if (artifact.kind !== 'graphql-schema' && artifact.kind !== 'avro-schema') return undefined;
  const names = new Set(defined);
  const absent = artifact.facts.undefinedTypes.filter(({ name }) => !names.has(name));
  const [first] = absent;
  return first ? `'${first.name}' is defined in no schema of this repository; code may define it` : undefined;
}
