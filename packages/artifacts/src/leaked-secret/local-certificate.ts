import { X509Certificate } from 'node:crypto';

/** Looked at: a chain is issued to the server first, and to those who issue after it. */
const CERTIFICATE = /-----BEGIN CERTIFICATE-----\r?\n[A-Za-z0-9+/=\s]{200,20000}?-----END CERTIFICATE-----/;
/** A host as `localhost`, `localhost:8443`, `*.localhost`, `127.0.0.1`: nobody else answers there. */
const OWN_MACHINE = /^(?:(?:\*\.)?(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|::1|0:0:0:0:0:0:0:1)(?::\d{1,5})?$/i;

/** Whether the first certificate of a text in PEM was issued, by itself, to the machine it lies on and to no other. */
export function isForOwnMachine(text: string): boolean {
  const pem = CERTIFICATE.exec(text)?.[0];
  if (pem === undefined) return false;
  try {
    const certificate = new X509Certificate(pem);
    const names = [...namesIn(certificate.subject, /^CN=(.+)$/), ...namesIn(certificate.subjectAltName, ALTERNATIVE)];
    return certificate.checkIssued(certificate) && names.length > 0 && names.every((name) => OWN_MACHINE.test(name));
  } catch {
    return false;
  }
}

/** `DNS:localhost, IP Address:127.0.0.1` */
const ALTERNATIVE = /^(?:DNS|IP Address):(.+)$/;

const namesIn = (list: string | undefined, form: RegExp): string[] =>
  (list ?? '').split(/\n|, /).flatMap((each) => form.exec(each.trim())?.[1] ?? []);
