import { all, defineRule, link } from '@shipworthy/rule-kit';
import { generatorBehind, SAMPLE_WRITER } from '../contract-defaults.ts';
import {
  type ContractOperation,
  isBlank,
  isForSupervision,
  isForTrial,
  isRequest,
  listOf,
} from '../contract-operations.ts';
import { isForReaders } from '../for-readers.ts';
import { whyNotOwn } from '../others-contracts.ts';
import { descriptionKey, standings } from '../same-description.ts';

/** A status of failure, a range of them, or all that is not said otherwise. */
const FAILURE = /^(?:[45](?:\d\d|XX)|default)$/i;
/** Leads on to another place, where failures are told. */
const REDIRECT = /^3\d\d$/;
/** Fewer operations than one in this many are an oversight, not a habit. */
const OVERSIGHT = 5;
/** Says of itself that it is not out yet, in its path or its version. */
const DRAFT = /(?:^|[/._-])(?:drafts?|unreleased|wip)(?:[/._-]|$)/i;
/** Shows what an interface may look like. */
const SAMPLE = /\b(?:sample|demo|example|playground)\b/i;

export default defineRule({
  id: 'contract/errors-defined',
  title: 'Every operation says how it fails',
  stages: ['design'],
  qualities: ['reliability'],
  severity: 'info',
  confidence: 'high',
  preset: 'essential',
  packs: ['scenario-http-endpoint'],
  subject: 'openapi',
  needs: { parts: link('contract -> parts'), names: link('repository -> names'), descriptions: all('openapi') },
  messages: {
    none: '{failing} of {total} operations in {path} describe only success, so callers learn the failure format in production. Add an error response that they share (RFC 9457, problem+json) and refer to it.',
    manyNone:
      '{count} descriptions of one interface, {path} among them, hold operations that describe only success ({failing} of {total} in that one), so callers learn the failure format in production. Add an error response that they share (RFC 9457, problem+json) and refer to it.',
    manySome:
      '{count} descriptions of one interface, {path} among them, hold operations that describe only success ({which}), so callers learn in production what failure looks like there. Refer to the error response that the others have.',
    some: '{failing} of {total} operations in {path} describe only success ({which}), so callers learn in production what failure looks like there. Refer to the error response that the others have.',
  },
  check(contract, { given, fault, gaps, pass, skip, unknown }) {
    const { path } = contract;
    const others = whyNotOwn(contract, given.names, given.parts);
    if (others !== undefined) return skip(others);
    const { completedBy, operations, unseen } = given.parts;
    if (completedBy) return skip(`a part of a description: ${completedBy.path} holds the rest`);
    const standing = standings(given.descriptions).get(path);
    if (standing?.newer !== undefined) return skip(`${standing.newer} is a newer version of it`);
    if (isBlank(operations)) return skip('a template, whose paths a program fills in');
    if (contract.level === 'scraped') return unknown('it was read line by line, because it does not parse here');
    const generator = generatorBehind(contract.facts.title, contract.facts.version);
    if (generator === SAMPLE_WRITER) return skip(`it is still the sample of ${generator}; contract/versioned says so`);
    const asked = operations.filter(
      (operation) => isRequest(operation) && !isForSupervision(operation) && !isForTrial(operation),
    );
    const known = asked.filter((operation) => !operation.responsesElsewhere && operation.responses.length > 0);
    const failing = known.filter((operation) => !saysHowItFails(operation));
    const [first] = failing;
    if (!first) {
      if (unseen.length > 0) return unknown(`${unseen.length} paths stand in files that could not be followed`);
      if (asked.length > known.length) return unknown('responses of some operations stand in other files');
      return asked.length === 0 ? skip('it describes no request but those of supervision') : pass(contract.at());
    }
    const values = { failing: failing.length, total: known.length, path };
    const cause = standing?.cause ?? descriptionKey(path, contract.facts.title);
    const { title = '', version = '', form } = contract.facts;
    const light =
      contract.pathClass === 'generated' ||
      [path, version].some((text) => DRAFT.test(text)) ||
      SAMPLE.test(title) ||
      // Nobody works on pages in a format that was replaced in 2017.
      (form === 'swagger' && isForReaders(path));
    if (failing.length === known.length) {
      // Nothing in it knows of errors: in a page for readers that is how much was meant to be told.
      const lighter = light || isForReaders(path);
      const options = lighter
        ? ({ severity: 'info', cause: `${cause} light`, joined: 'manyNone' } as const)
        : ({ cause, joined: 'manyNone' } as const);
      return gaps([fault('none', first.at, values, options)], contract.at());
    }
    const few =
      light ||
      failing.length * OVERSIGHT < known.length ||
      (failing.length * 2 < known.length && failing.every(isList));
    const options = few
      ? ({ severity: 'info', cause: `${cause} few`, joined: 'manySome' } as const)
      : ({ cause, joined: 'manySome' } as const);
    return gaps([fault('some', first.at, { ...values, which: listOf(failing) }, options)], contract.at());
  },
});

/** Reads what needs no name: hardly anything can go wrong that the caller could mend. */
const isList = ({ method, path }: ContractOperation): boolean => method === 'get' && !path.includes('{');

const saysHowItFails = ({ responses }: ContractOperation): boolean =>
  responses.some((code) => FAILURE.test(code)) || responses.every((code) => REDIRECT.test(code));
