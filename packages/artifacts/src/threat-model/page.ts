import {
  DEFAULT_VOCABULARY,
  type DocumentFacts,
  namesTopic,
  type Span,
  type ThreatFacts,
  type ThreatModelFacts,
  type ThreatModelPart,
} from '@shipworthy/model';
import { partNames, partsByTopic, withoutCode } from '../formats/page/parts.ts';
import { type PageTable, plainText, tablesIn } from '../formats/page/tables.ts';

/** Sentences that say where trust ends, on pages without a heading for it. */
const BOUNDARY_PROSE =
  /\b(?:trust (?:boundar|zone|model|domain)|(?:un|semi-)?trusted\b|(?:do|does|is|are)(?: not|n't)? trust\b|data[- ]flow|attack surface|security boundar|perimeter)/i;
const EXCLUSION_PROSE =
  /\b(?:out of scope|outside (?:the scope|this threat model)|not (?:considered|in scope|protect against)|non-goals?)\b/i;
const ANSWER_PROSE =
  /\b(?:mitigat(?:e|es|ed|ion|ions)|countermeasures?|controls?:|defen[cs]es?:|(?:reduc|lower|limit)\w* the (?:likelihood|impact|risk|probability))/i;

/** `Its goal is to protect access to applications`; what it protects against is a threat. */
const SCOPE_PROSE = /\b(?:to protect|protects|protecting|safeguards?)\s+(?!against\b|from\b|itself\b)[a-z]/i;
/** Attacks by their names. A page that only says "attack" or "threat" has told none. */
const ATTACK =
  /\b(?:(?:credential|cookie|session|token|key|data|identity) theft|brute[- ]?forc\w+|m[ai]n[- ]in[- ]the[- ]middle|(?:sql|ldap|command|code|prompt|script|html|header|log|template|shell|fault)[- ]injection|cross[- ]site \w+|session fixation|(?:session )?hijack\w*|spoof\w*|phishing|replay(?:ed|s| attacks?)?|impersonat\w+|eavesdrop\w*|tamper\w*|denial[- ]of[- ]service|privilege escalation|exfiltrat\w+)/gi;
/** So many different ones are a list of threats, whatever its heading is. */
const MIN_ATTACKS = 3;

/** `Last reviewed: 2026-03-01`, `| Reviewed by | Ada, 2026-03-01 |`. */
const REVIEWED =
  /\b(?:last |security |date of )?review(?:ed)?(?: (?:on|by|date))?\b[*_]{0,2}\s{0,2}[:|][^\n]{0,60}?\b\d{4}\b|\breviewed by\b[*_]{0,2}\s{0,2}[:|]\s*[\w@]/i;

const TOPICS = {
  scope: 'threatScope',
  boundaries: 'threatBoundaries',
  threats: 'threats',
  answers: 'threatAnswers',
  exclusions: 'threatExclusions',
} as const;

/** The facts of a page that is a threat model. */
export function readThreatPage(page: DocumentFacts, source: string): ThreatModelFacts {
  const text = withoutCode(page, source);
  const tables = tablesIn(text, [0, text.length]);
  const columns = tables.flatMap(({ header }) => header.map((cell) => ({ name: plainText(cell.text), at: cell.at })));
  const parts: Partial<Record<ThreatModelPart, Span>> = partsByTopic([...partNames(page, text), ...columns], TOPICS);
  const prose = (part: ThreatModelPart, pattern: RegExp) => {
    const match = parts[part] ? null : pattern.exec(text);
    if (match) parts[part] = [match.index, match.index + match[0].length];
  };
  prose('scope', SCOPE_PROSE);
  const attacks = parts.threats ? [] : distinctAttacks(text);
  const [first] = attacks;
  if (first && attacks.length >= MIN_ATTACKS) parts.threats = first;
  prose('boundaries', BOUNDARY_PROSE);
  prose('exclusions', EXCLUSION_PROSE);
  prose('answers', ANSWER_PROSE);
  const review = REVIEWED.exec(text);
  const reviewed: Span | undefined = review ? [review.index, review.index + review[0].length] : undefined;
  return { form: 'page', parts, threats: tables.flatMap(threatsIn), ...(reviewed ? { reviewed } : {}) };
}

/** Where each attack is named first. */
function distinctAttacks(text: string): Span[] {
  const first = new Map<string, Span>();
  for (const { 0: name, index } of text.matchAll(ATTACK)) {
    const key = name.toLowerCase().replaceAll(/[^a-z]/g, '');
    if (!first.has(key)) first.set(key, [index, index + name.length]);
  }
  return [...first.values()];
}

const THREAT_COLUMN =
  /^(?:threat|attack|risk|abuse case|scenario|bedrohung|menace|amenaza|ameaça|trussel|脅威|威胁)s?\b/i;
const STATUS_COLUMN = /^(?:status|state|decision|treatment|disposition|accepted|tilstand)\b/i;
const SEVERITY_COLUMN = /^(?:severity|risk(?: level| rating)?|priority|likelihood|impact|rating)\b/i;
/** A cell that says nothing: a dash, a question mark, a word for a text to come. */
const EMPTY_CELL = /^(?:[-–—?.…]*|tbd|tba|todo|tbc|n\/?d|none yet|to be (?:defined|determined|done|decided))$/i;
/** A status that leaves the question open. */
const OPEN_STATUS = /^(?:open|unchecked|todo|tbd|new|unknown|pending|unaddressed|unmitigated|offen|åpen|未対応)$/i;

/** Rows of a table that has a column for threats and one for what is done about them. */
function threatsIn({ header, rows }: PageTable): ThreatFacts[] {
  const names = header.map((cell) => plainText(cell.text));
  const threat = names.findIndex((name) => THREAT_COLUMN.test(name));
  const answers = names.flatMap((name, index) =>
    index !== threat && namesTopic(DEFAULT_VOCABULARY, name, 'threatAnswers') ? [index] : [],
  );
  const status = names.findIndex((name, index) => index !== threat && STATUS_COLUMN.test(name));
  if (threat < 0 || answers.length === 0) return [];
  const severity = names.findIndex((name, index) => index !== threat && SEVERITY_COLUMN.test(name));
  return rows.flatMap((row) => {
    const cell = row[threat];
    if (!cell || EMPTY_CELL.test(plainText(cell.text))) return [];
    const written = (index: number) => plainText(row[index]?.text ?? '');
    const state = written(status);
    const level = written(severity);
    // A row shorter than its header may have lost a bar: what it leaves out is not known to be blank.
    const cut = answers.some((index) => index >= row.length) && row.length < header.length - 1;
    const answered = cut || answers.some((index) => !EMPTY_CELL.test(written(index))) || decides(state);
    return [
      {
        name: plainText(cell.text),
        at: cell.at,
        ...(level === '' ? {} : { severity: level }),
        ...(state === '' ? {} : { status: state }),
        answered,
      },
    ];
  });
}

/** The status is a decision: mitigated, accepted, transferred, in progress. */
export const decides = (status: string): boolean => !EMPTY_CELL.test(status) && !OPEN_STATUS.test(status);
