import type { Profile } from '@shipworthy/model';
import type { SubjectMap } from '@shipworthy/rule-kit';

/** What others build upon or run: whatever it offers is called by programs that are not here. */
const BUILT_UPON: ReadonlySet<string> = new Set(['library', 'command', 'shipped-component', 'collection']);

/** Addresses for whoever builds it, and names that nobody outside can reach. */
const INSIDE =
  /(?:^|[.-])(?:localhost|local|internal|intranet|corp|lan|svc|cluster|test|testing|dev|devel|development|staging|stage|stg|sandbox|qa|uat|preprod|preview|example)(?:$|[.:-])|^\d|^\[|[{$<]/i;

/**
 * Does anything show that others call it? Both ends of a contract often lie in one repository and are released together: nobody
 * is surprised then by what the change itself mends.
 */
export function isCalledByOthers(
  { artifact }: Pick<SubjectMap['contract'], 'artifact'>,
  { archetypes }: Pick<Profile, 'archetypes'>,
): boolean {
  if (archetypes.some(({ name }) => BUILT_UPON.has(name))) return true;
  return artifact.kind === 'openapi' && artifact.facts.servers.some(isPublic);
}

/** `https://api.acme.org/v1`; without a scheme, as OpenAPI 2 writes it, `api.acme.org/v1`. */
function isPublic(server: string): boolean {
  const host = /^(?:https?:)?(?:\/\/)?([^/\s]+)/i.exec(server)?.[1] ?? '';
  return host.includes('.') && !INSIDE.test(host);
}
