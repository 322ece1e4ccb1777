import type { ContractParts } from '@shipworthy/model';

export type ContractOperation = ContractParts['operations'][number];

/** `POST /orders`, as people write an operation. */
export const nameOf = ({ method, path }: ContractOperation): string => `${method.toUpperCase()} ${path}`;

/**
 * Operations that programs for supervision and newcomers call, by a segment of the path: they are open, and say
 * little when they fail. `/status` is none of them: what a service says of its business is asked for like the rest.
 */
const SERVICE_SEGMENT =
  /^(?:health[\w-]*|_+\w*heartbeat_*|_+version_*|_+status_*|livez?|liveness|readyz?|readiness|ping|metrics|metadata|version|info|openapi|swagger|docs?|favicon|robots|jwks)(?:\.\w+)?$/i;
/** Operations by which callers become known: they cannot ask for what they give. */
const ENTRANCE =
  /(?:^|[/_-])(?:log-?in|log-?out|first-?factor|second-?factor|pass-?keys?|webauthn|sign-?in|sign-?up|sign-?out|register|registration|auth\w*|oauth2?|tokens?|sessions?|password\w*|recovery|verification|self-service|callback|webhooks?|verify|activate)(?:$|[/._-])/i;

export function isForSupervision({ path }: ContractOperation): boolean {
  // What is asked of one thing (`/orders/{id}/info`) is part of the business.
  if (path.includes('{')) return false;
  const segments = path.split('/').filter((segment) => segment !== '');
  return (
    segments.length === 0 || segments[0] === '.well-known' || segments.some((segment) => SERVICE_SEGMENT.test(segment))
  );
}
/** Routes to try a service out, by a segment that is neither the last nor before a parameter: `/api/test/queue`. */
const TRIAL = /\/(?:test|demo|debug)\/(?!\{)./i;
export const isForTrial = ({ path }: ContractOperation): boolean => TRIAL.test(path);
/** Below `/admin`, after at most a prefix and a version: `/api/v1/admin/keys`. */
const FOR_OPERATORS = /^\/(?:(?:api|v\d+\w*)\/){0,2}admin(?:\/|$)/i;
export const isForOperators = ({ path }: ContractOperation): boolean => FOR_OPERATORS.test(path);
/** Other services of the same system call it, over a network that no description shows: `/api/internal/v1/tenants`. */
const INTERNAL = /^\/(?:[\w.-]+\/){0,2}internal(?:\/|$)/i;
export const isInternal = ({ path }: ContractOperation): boolean => INTERNAL.test(path);
export const isEntrance = ({ path }: ContractOperation): boolean => ENTRANCE.test(path);

/** What stands in a path where a blank of a template was. */
const FILLED_IN = '___';
/** Are the operations those of a template, so that it describes no interface yet? */
export const isBlank = (operations: readonly ContractOperation[]): boolean =>
  operations.some(({ path }) => path.includes(FILLED_IN));

/** Methods by which a caller asks for something; the others ask about the connection. */
const ASKING: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'patch']);
export const isRequest = ({ method }: ContractOperation): boolean => ASKING.has(method);

/** `GET /a, POST /b and 3 more`. */
export function listOf(operations: readonly ContractOperation[], shown = 3): string {
  const names = operations.slice(0, shown).map(nameOf);
  const more = operations.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
