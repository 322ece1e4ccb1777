import type { Profile } from '@shipworthy/model';
import type { SubjectMap } from '@shipworthy/rule-kit';

/** What others build upon or run: whatever it offers is called by programs that are not here. */
const BUILT_UPON: ReadonlySet<string> = new Set(['library', 'command', 'shipped-component', 'collection']);

/** What others put into programs of their own: its interfaces are what they take it for. */
const TAKEN_IN: ReadonlySet<string> = new Set(['library', 'collection']);
/** Services that answer over HTTP as well were made for whoever asks; the parts of a program that is shipped call each other without. */
const OVER_HTTP = 'google/api/annotations.proto';

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
  if (artifact.kind === 'protobuf' && !archetypes.some(({ name }) => TAKEN_IN.has(name)))
    return archetypes.some(({ name }) => BUILT_UPON.has(name)) && artifact.facts.imports.some(isOverHttp);
  if (archetypes.some(({ name }) => BUILT_UPON.has(name))) return true;
  return artifact.kind === 'openapi' && artifact.facts.servers.some(isPublic);
}

const isOverHttp = ({ path }: { readonly path: string }): boolean => path === OVER_HTTP;

/** `https://api.acme.org/v1`; without a scheme, as OpenAPI 2 writes it, `api.acme.org/v1`. */
function isPublic(server: string): boolean {
  const host = /^(?:https?:)?(?:\/\/)?([^/\s]+)/i.exec(server)?.[1] ?? '';
  return host.includes('.') && !INSIDE.test(host);
}
