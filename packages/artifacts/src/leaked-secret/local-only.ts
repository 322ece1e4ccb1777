/** Addresses with their host; a name that stands in for one is none of the own machine. */
const ADDRESS = /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?:[^\s/@"'<>]{1,200}@)?(\[[\da-f:]{2,40}\]|[^\s/:,"'<>?#)\]]{1,200})/gi;
const OWN_MACHINE = /^(?:localhost|[\w.-]+\.localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|host\.docker\.internal)$/i;

/** A password or secret whose value is its own name, or a word that everybody takes. */
const EVERYBODYS_PASSWORD =
  /^[ \t]*["']?[\w.-]{0,60}(?:password|passwd|passphrase|secret)["']?[ \t]{0,9}[:=][ \t]{0,9}["']?(?:(?:my|client|app|the|dev|local|admin)?[-_]?(?:password|passphrase|secret)|admin|change-?me|pass(?:word)?123|postgres|root|test)["']?[ \t]*$/im;

/**
 * Settings of a server on a developer's machine: every address is of that machine, and there is a password of
 * everybody's beside. A key there guards nothing, whatever the path says.
 */
export function isLocalOnly(text: string): boolean {
  let addresses = 0;
  for (const [, host = ''] of text.matchAll(ADDRESS)) {
    if (!OWN_MACHINE.test(host)) return false;
    addresses += 1;
  }
  return addresses > 0 && EVERYBODYS_PASSWORD.test(text);
}
