import type { ContractParts, SubjectMap } from '@shipworthy/rule-kit';

/** Folders of a developer portal where descriptions of interfaces lie whose code is elsewhere. */
const OF_CATALOGS = /(?:^|\/)(?:[^/]*-)?catalog(?:-[^/]*)?\/(?:[^/]+\/)*apis?\//i;

/** Folders of programs that call; generators of clients leave the description there that they were given. */
const OF_CLIENTS = /(?:^|\/)(?:http|api|rest)[-_]?clients?\//i;

/** Folders of proposals: what they hold was written for a decision, and stays as it was. */
const OF_PROPOSALS = /(?:^|\/)(?:proposals?|rfcs?|keps?|enhancements?|adrs?|decisions)\//i;

/** Hidden folders are what tools keep for themselves; `.docs` is documentation. */
const OF_TOOLS = /(?:^|\/)\.(?!docs?\/)[^/]+\//;

/** A name that is shorter is the beginning of too many words. */
const MIN_NAME = 3;

/**
 * Why a contract is none that this repository answers for; undefined when it is one.
 * @param names what the repository and its owner call themselves, lower case
 * @param parts what became of it beside this file
 */
export function whyNotOwn(
  { path, pathClass, artifact }: Pick<SubjectMap['contract'], 'path' | 'pathClass' | 'artifact'>,
  names: readonly string[],
  { fetched, clientOf }: Pick<ContractParts, 'fetched' | 'clientOf'>,
): string | undefined {
  if (fetched) return `${fetched.at.path} downloads it from ${fetched.host}`;
  if (clientOf) return `${clientOf.path} makes a client of it, for what the package calls`;
  if (pathClass === 'example') return "an example is nobody's interface";
  if (OF_PROPOSALS.test(path)) return 'it belongs to a proposal, as it was thought of then';
  if (OF_TOOLS.test(path)) return 'it stands in a hidden folder, where tools keep their copies';
  if (OF_CATALOGS.test(path)) return 'it stands in a catalog of services whose code is elsewhere';
  if (OF_CLIENTS.test(path)) return 'it stands beside a client, and is the description of what that calls';
  if (artifact.kind !== 'openapi') return undefined;
  const { origin, consumer = '', title = '' } = artifact.facts;
  if (origin !== undefined) return `it says that it was copied from ${origin}`;
  const caller = names.find((name) => name.length >= MIN_NAME && consumer.toLowerCase().startsWith(name));
  // The interface of a product is consumed by other parts of it, and then named after it.
  return caller !== undefined && !title.toLowerCase().includes(caller)
    ? `it describes what ${caller} calls, as it says itself`
    : undefined;
}
