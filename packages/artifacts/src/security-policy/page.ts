import type { DocumentFacts, SecurityPolicyFacts, Span } from '@shipworthy/model';
import { channelsIn, loneLink } from './channels.ts';

/** Sentences of the text that GitHub offers for a new SECURITY.md. */
const STOCK =
  /Use this section to tell people (?:about which versions|how to report)[^.\n]{0,120}|Tell them where to go, how often they can expect[^.\n]{0,120}|\[(?:INSERT|YOUR|ADD) [A-Z ]{3,40}\]/i;

/** What a reporter can expect: a time, an answer, a promise about both. */
const RESPONSE = [
  /\bwithin (?:the )?(?:an? |next |one |two |three |five |seven |ten |\d{1,3}[- –]?)[^.\n]{0,30}?\b(?:hours?|(?:business|working|week)?[- ]?days?|weeks?|months?)\b/i,
  /\b\d{1,3}[- –]?(?:hours?|(?:business |working |calendar )?days?|weeks?)\b/i,
  /\b(?:we|maintainers?|team|you|reporters?|somebody|someone)\b[^.\n]{0,80}\b(?:will|aim to|strive to|try to|endeavou?r to|should|can expect|expect to|promise to)\b[^.\n]{0,60}\b(?:acknowledg|respon[ds]|repl(?:y|ies)|get back|hear (?:back|from)|confirm|contact you|answer|investigat|triage|receive|keep you|update|work (?:together )?with|review|diagnos|assess|evaluat|determine|address)/i,
  /\b(?:we|maintainers?|the team)\b[^.\n]{0,60}\b(?:triage|respond|acknowledge|review|reply|evaluate|investigate)s?\b/i,
  /\b(?:acknowledg|response|respond|reply|receipt|triage)\w*\b[^.\n]{0,80}\b(?:asap|as soon as|promptly|quickly|timely|available|availability|best[- ]effort|no guarantee|confirm)/i,
  /\b(?:bearbeitungszeit|innerhalb von|antworten|réponse sous|dans les \d|répondr|en un plazo|responderemos|em até|innen \d|svare|営業日|以内|日内|小时内|个工作日)/i,
];

/** The facts of a page in the place of a security policy. */
export function readPolicyPage(page: DocumentFacts, text: string): SecurityPolicyFacts {
  const stock = STOCK.exec(text);
  const response = firstOf(text, RESPONSE);
  let channels = channelsIn(page, text);
  const only = channels.length === 0 ? loneLink(page) : undefined;
  if (only) channels = [{ form: 'elsewhere', value: only.target, at: only.at }];
  return {
    form: 'page',
    channels,
    ...(stock ? { stock: { text: stock[0], at: [stock.index, stock.index + stock[0].length] } } : {}),
    ...(response ? { response } : {}),
    spans: {},
  };
}

function firstOf(text: string, patterns: readonly RegExp[]): Span | undefined {
  const found = patterns.flatMap((pattern): Span[] => {
    const match = pattern.exec(text);
    return match ? [[match.index, match.index + match[0].length]] : [];
  });
  return found.sort((a, b) => a[0] - b[0])[0];
}
