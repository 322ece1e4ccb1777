import type { AsyncApiFacts, Gap, OpenApiFacts } from '@shipworthy/model';
import { all, defineRule, link } from '@shipworthy/rule-kit';
import { generatorBehind, isNoVersion } from '../contract-defaults.ts';
import { type ContractOperation, nameOf } from '../contract-operations.ts';
import { whyNotOwn } from '../others-contracts.ts';
import { specimenPairs } from '../specimens.ts';

/** The last part of a package that names a version: `acme.orders.v1`, `v2beta1`. */
const VERSION_PART = /^v\d+\w*$/;

/** Packages that are named after an account of the forge: `com.github.acme.orders`. */
const OWNER_IN_PACKAGE = /^(?:com|io)\.github\.([\w-]+)\./;
const plain = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');

/** Services that only tests talk to: `testservice/`, `test.proto`. */
const FOR_TESTS = /(?:^|[/_.-])(?:test|mock|fake)\w*(?:[/_.-])/i;

export default defineRule({
  id: 'contract/versioned',
  title: 'Callers can tell which version of a contract they have',
  stages: ['design'],
  qualities: ['maintainability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'recommended',
  packs: ['scenario-http-endpoint'],
  subject: 'contract',
  needs: { parts: link('contract -> parts'), names: link('repository -> names'), descriptions: all('openapi') },
  messages: {
    absent:
      '{path} names no version, so callers can neither pin one nor tell which one broke them. Set `info.version`, best from the release.',
    placeholder:
      "{path} says version '{version}', which is none, so callers can neither pin one nor tell which one broke them. Set `info.version`, best from the release.",
    placeholders:
      "{count} descriptions, {path} among them, say version '{version}', which is none, so callers can neither pin one nor tell which one broke them. Set `info.version` where they are made, best from the release.",
    defaults:
      "{path} still has the title '{title}' and the version '{version}' that {generator} puts in, so whoever finds it can tell neither whose interface it is nor which version. Name both where the application is made.",
    deprecated:
      '{what} of {path} is deprecated, and nothing says until when or what to use instead, so callers stay. Say so where it is marked.',
    manyDeprecated:
      '{count} parts of {path} are deprecated, {what} among them, and nothing says until when or what to use instead, so callers stay. Say so where they are marked.',
    package:
      'The package {name} of {path} has no version, so its service cannot change without breaking everybody at once. When it leaves the team, name it {name}.v1.',
    packages:
      '{count} packages with services have no version, {name} among them, so their services cannot change without breaking everybody at once. When they leave the team, name them like {name}.v1.',
  },
  check(contract, { given, fault, gaps, skip, unknown }) {
    const { artifact, path } = contract;
    const others = whyNotOwn(contract, given.names, given.parts);
    if (others !== undefined) return skip(others);
    const { completedBy } = given.parts;
    if (completedBy) return skip(`a part of a description: ${completedBy.path} holds the rest`);
    if (contract.level === 'scraped') return unknown('it was read line by line, because it does not parse here');
    const old = (what: string, at: Gap['at']) =>
      fault(
        'deprecated',
        at,
        { what, path },
        {
          cause: `${path} deprecated`,
          joined: 'manyDeprecated',
          discriminator: what,
          severity: 'info',
        },
      );
    switch (artifact.kind) {
      case 'openapi':
      case 'asyncapi': {
        if (specimenPairs(path, given.descriptions) !== undefined)
          return skip('specimens of a tool that compares descriptions');
        if (contract.level === 'tolerant') return unknown('a template fills in parts of it');
        if ('gateway' in artifact.facts && artifact.facts.version === undefined)
          return skip('it configures API Gateway, which asks for no version');
        const { operations } = given.parts;
        const ended = operations
          .filter((operation) => operation.deprecated && !operation.sunset && !hasSuccessor(operation, operations))
          .map((operation) => old(nameOf(operation), operation.at));
        return gaps([...versionFaults(artifact.facts), ...ended], placeOf(artifact.facts.spans['info.version']));
      }
      case 'graphql-schema':
        return gaps(
          artifact.facts.deprecations
            .filter(({ reason }) => reason === undefined)
            .map(({ name, at }) => old(name, placeOf(at))),
          contract.at(),
        );
      case 'protobuf': {
        const { copyOf, services, package: written } = artifact.facts;
        if (copyOf !== undefined) return skip(`a copy of a file of ${copyOf}`);
        if (services.length === 0) return skip('it has no service');
        if (!written) return skip('it has no package');
        if (FOR_TESTS.test(path)) return skip('its service is there for tests');
        const { name, at } = written;
        const owner = OWNER_IN_PACKAGE.exec(name)?.[1];
        if (owner !== undefined && given.names.length > 0 && !given.names.some((one) => plain(one) === plain(owner)))
          return skip(`its package is one of ${owner}, from which it was copied`);
        if (name.split('.').some((part) => VERSION_PART.test(part))) return gaps([], placeOf(at));
        const options = { cause: 'packages without version', joined: 'packages', severity: 'info' } as const;
        return gaps([fault('package', placeOf(at), { name, path }, options)], contract.at());
      }
      default:
        return skip('its format has no place for a version');
    }

    function placeOf(span: readonly [number, number] | undefined) {
      return span ? { path, span } : contract.at();
    }

    function versionFaults({ title, version, spans }: OpenApiFacts | AsyncApiFacts): Gap[] {
      const at = placeOf(spans['info.version'] ?? spans.info);
      if (version === undefined) return [fault('absent', placeOf(spans.info ?? spans['']), { path })];
      if (isNoVersion(version)) {
        const options = { cause: `version ${version}`, joined: 'placeholders', severity: 'info' } as const;
        return [fault('placeholder', at, { path, version }, options)];
      }
      const generator = generatorBehind(title, version);
      if (generator === undefined) return [];
      const values = { path, title: title ?? '', version, generator };
      // It is made from the program, and whoever calls that finds both elsewhere.
      return [fault('defaults', placeOf(spans['info.title']), values, { severity: 'info' })];
    }
  },
});

/** Segments that a path gains or changes with its version: of `/api/v2/orders` the first two. */
const VERSION_SEGMENT = /^(?:api|v\d+\w*)$/i;
const unversioned = (path: string): string =>
  path
    .split('/')
    .filter((segment) => !VERSION_SEGMENT.test(segment))
    .join('/');

/** The same operation under another version's path shows what to use instead. */
const hasSuccessor = ({ method, path }: ContractOperation, all: readonly ContractOperation[]): boolean =>
  all.some(
    (other) =>
      !other.deprecated &&
      other.method === method &&
      other.path !== path &&
      unversioned(other.path) === unversioned(path),
  );
