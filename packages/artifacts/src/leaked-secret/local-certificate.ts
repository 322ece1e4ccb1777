import { X509Certificate } from 'node:crypto';

/** Looked at: a chain is issued to the server first, and to those who issue after it. */
const CERTIFICATE = /-----BEGIN CERTIFICATE-----\r?\n[A-Za-z0-9+/=\s]{200,20000}?-----END CERTIFICATE-----/;
/** A host as `localhost`, `localhost:8443`, `*.localhost`, `127.0.0.1`: nobody else answers there. */
const OWN_MACHINE = /^(?:(?:\*\.)?(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|::1|0:0:0:0:0:0:0:1)(?::\d{1,5})?$/i;
/** Names that are kept for tests and documentation: nobody can own one. Source: RFC 2606 and RFC 6761. */
const RESERVED = /^(?:\*\.)?(?:[\w-]+\.)*(?:example\.(?:com|net|org)|example|test|invalid)$/i;
/** What people write beside those when one is not enough: `example2.com`, or the name of a container, which has no dot. */
const MADE_UP = /^(?:(?:\*\.)?(?:[\w-]+\.)*example-?\d{1,3}\.(?:com|net|org)|[\w-]+)$/i;

/** An authority that was made to try things out: `CN=Test CA`. */
const TRIAL =
  /^(?:CN|O|OU)=(?:.*[^a-z])?(?:tests?|testing|dev|development|local|dummy|fake|demo|example|snakeoil)(?![a-z])/im;

/**
 * The host for which the first certificate of a text in PEM speaks, where that is nobody's: it was issued, by itself, to the machine
 * it lies on, by an authority for trials to that and to names without a dot, or, by whomever, to names that nobody can own and
 * others made up beside them. Undefined where one of its names may be somebody's.
 */
export function nobodysHost(text: string): string | undefined {
  const pem = CERTIFICATE.exec(text)?.[0];
  if (pem === undefined) return undefined;
  try {
    const certificate = new X509Certificate(pem);
    const alternatives = namesIn(certificate.subjectAltName, ALTERNATIVE);
    // Who checks a certificate looks at the common name only where there are no others. Source: RFC 6125, section 6.4.4.
    const names = alternatives.length > 0 ? alternatives : namesIn(certificate.subject, /^CN=(.+)$/);
    const isOwn = certificate.checkIssued(certificate) && names.every((name) => OWN_MACHINE.test(name));
    const isNobodys =
      names.some(isReserved) && names.every((name) => isReserved(name) || OWN_MACHINE.test(name) || MADE_UP.test(name));
    const isTrial =
      TRIAL.test(certificate.issuer) &&
      names.some((name) => OWN_MACHINE.test(name)) &&
      names.every((name) => OWN_MACHINE.test(name) || MADE_UP.test(name));
    return isOwn || isNobodys || isTrial ? names[0] : undefined;
  } catch {
    return undefined;
  }
}

const isReserved = (name: string): boolean => RESERVED.test(name);

/** `DNS:localhost, IP Address:127.0.0.1` */
const ALTERNATIVE = /^(?:DNS|IP Address):(.+)$/;

const namesIn = (list: string | undefined, form: RegExp): string[] =>
  (list ?? '').split(/\n|, /).flatMap((each) => form.exec(each.trim())?.[1] ?? []);
