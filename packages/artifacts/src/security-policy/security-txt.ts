import type { ReportChannel, SecurityPolicyFacts, Span } from '@shipworthy/model';

const FIELD = /^(contact|expires)[ \t]*:[ \t]*(\S[^\r\n]{0,400})/gim;
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** Facts of a security.txt (RFC 9116): `Contact` and `Expires` lines. Undefined without a contact. */
export function readSecurityTxt(text: string): SecurityPolicyFacts | undefined {
  const channels: ReportChannel[] = [];
  const spans: Record<string, Span> = {};
  let expires: string | undefined;
  for (const match of text.matchAll(FIELD)) {
    const value = (match[2] ?? '').trim();
    const start = match.index + match[0].indexOf(value, (match[1] ?? '').length);
    const at: Span = [start, start + value.length];
    if (match[1]?.toLowerCase() === 'contact') channels.push({ form: formOf(value), value, at });
    else if (DAY.test(value)) {
      expires = value.slice(0, 10);
      spans.expires = at;
    }
  }
  if (channels.length === 0) return undefined;
  return { form: 'security.txt', channels, ...(expires === undefined ? {} : { expires }), spans };
}

function formOf(contact: string): ReportChannel['form'] {
  if (/^mailto:|@/i.test(contact)) return 'mail';
  if (/\/security\/advisories/i.test(contact)) return 'advisory';
  return 'form';
}
