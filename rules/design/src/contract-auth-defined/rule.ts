import type { OperationFacts } from '@shipworthy/model';
import { all, defineRule, link } from '@shipworthy/rule-kit';
import {
  type ContractOperation,
  isBlank,
  isEntrance,
  isForOperators,
  isForSupervision,
  isInternal,
  isRequest,
  listOf,
} from '../contract-operations.ts';
import { whyNotOwn } from '../others-contracts.ts';
import { descriptionKey, standings } from '../same-description.ts';
import { specimenPairs } from '../specimens.ts';

/** Fewer than one in this many beside the rest change nothing of what the rest is. */
const FEW = 10;

export default defineRule({
  id: 'contract/auth-defined',
  title: 'Every operation says who may call it',
  stages: ['design'],
  qualities: ['security'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'essential',
  packs: ['scenario-http-endpoint'],
  subject: 'openapi',
  needs: { parts: link('contract -> parts'), names: link('repository -> names'), descriptions: all('openapi') },
  messages: {
    none: '{path} describes {total} operations, {which} among them, and no way for callers to prove who they are. Nobody can tell whether that is public on purpose. Define a security scheme and ask for it with `security`, or say `security: []`.',
    manyNone:
      '{count} descriptions, {path} among them, describe operations like {which} and no way for callers to prove who they are. Nobody can tell whether that is public on purpose. Define a security scheme and ask for it with `security`, or say `security: []`.',
    manyUnused:
      '{count} descriptions, {path} among them, define the security scheme {scheme}, and many of their operations ({which}) neither ask for it nor say `security: []`. Nobody can tell whether they are public on purpose. Add `security`, at the top or to each.',
    unused:
      '{path} defines the security scheme {scheme}, and {open} of {total} operations neither ask for it nor say `security: []`: {which}. Nobody can tell whether they are public on purpose. Add `security`, at the top or to each.',
  },
  check(contract, { given, fault, gaps, pass, skip, unknown }) {
    const { path, facts } = contract;
    const others = whyNotOwn(contract, given.names, given.parts);
    if (others !== undefined) return skip(others);
    const { completedBy, operations, unseen } = given.parts;
    if (completedBy) return skip(`a part of a description: ${completedBy.path} holds the rest`);
    if (specimenPairs(path, given.descriptions) !== undefined)
      return skip('specimens of a tool that compares descriptions');
    const standing = standings(given.descriptions).get(path);
    if (standing?.newer !== undefined) return skip(`${standing.newer} is a newer version of it`);
    if (isBlank(operations)) return skip('a template, whose paths a program fills in');
    if (contract.level === 'scraped') return unknown('it was read line by line, because it does not parse here');
    const asked = operations.filter((operation) => isRequest(operation) && !isForSupervision(operation));
    if (asked.length === 0 && unseen.length > 0)
      return unknown(`${unseen.length} paths stand in files that could not be followed`);
    if (asked.length === 0) return skip('it describes no request but those of supervision');
    const unsaid = asked.filter((operation) => effective(operation, facts.security) === 'unsaid');
    // Where others ask for it, silence on reading is how descriptions say "public"; silence on changing is not.
    const someAsk = asked.some((operation) => effective(operation, facts.security) === 'secured');
    const open = unsaid.filter(
      (operation) =>
        !operation.responsesElsewhere && !isEntrance(operation) && !(someAsk && operation.method === 'get'),
    );
    if (open.length === 0)
      return unseen.length > 0
        ? unknown(`${unseen.length} paths stand in files that could not be followed`)
        : pass(contract.at());
    if (facts.gateway) return unknown('it configures API Gateway; an authorizer or the function behind may guard them');
    const cause = standing?.cause ?? descriptionKey(path, facts.title);
    const [scheme] = facts.schemes;
    if (scheme) {
      const values = { path, scheme: scheme.name, open: open.length, total: asked.length, which: listOf(open) };
      // A port for operators or for other services is often closed by the network, which no description shows.
      const outer = open.filter((one) => !isForOperators(one) && !isInternal(one));
      // A scheme that few ask for, and that is named after these, was made for them; it says nothing of the rest.
      const asking = asked.filter((operation) => effective(operation, facts.security) === 'secured');
      const isForThese = asking.length > 0 && asking.length * FEW < asked.length && isNamedAfter(scheme.name, asking);
      // So was one that only operators are asked for: callers of the rest stand behind whatever stands before it.
      const isForOperation = asking.length > 0 && asking.every(isForOperators) && outer.length === open.length;
      const light =
        outer.length * FEW < open.length || ((isForThese || isForOperation) && facts.schemes.length === 1)
          ? ({ severity: 'info' } as const)
          : {};
      const options = { cause: `${cause} ${scheme.name}`, joined: 'manyUnused', ...light } as const;
      return gaps([fault('unused', { path, span: scheme.at }, values, options)], contract.at());
    }
    const changing = open.filter(({ method }) => method !== 'get');
    if (changing.length === 0) return unknown('it only reads, and may be public data');
    const values = { path, total: asked.length, which: listOf(changing, 1) };
    const start = facts.spans[''];
    const options = { cause: 'no scheme', joined: 'manyNone', severity: 'info' } as const;
    return gaps([fault('none', start ? { path, span: start } : contract.at(), values, options)], contract.at());
  },
});

/** Words of a scheme's name that say how callers prove who they are, and not for what. */
const PROOF =
  /^(?:http|https|api|apis|key|keys|bearer|token|tokens|auth\w*|oauth2?|open|jwt|basic|cookie|header|access|security|scheme|user|default)$/i;

/** Does each of these operations stand below what a scheme is named after: `PortalTokenAuth`, `/api/v1/portal/meters`? */
function isNamedAfter(scheme: string, operations: readonly ContractOperation[]): boolean {
  const words = scheme.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g)?.filter((word) => !PROOF.test(word)) ?? [];
  return words.some((word) =>
    operations.every(({ path }) => path.toLowerCase().split(/[/_-]/).includes(word.toLowerCase())),
  );
}

/** What an operation asks: its own word, or that of the whole description. */
const effective = ({ security }: ContractOperation, whole: OperationFacts['security']): OperationFacts['security'] =>
  security === 'unsaid' ? whole : security;
