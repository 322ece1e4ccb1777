import { DEFAULT_VOCABULARY, type DocumentFacts, namesTopic, type OnCallTopic, type Span } from '@shipworthy/model';

type Told = { readonly topic: OnCallTopic; readonly at: Span };

/** A page that is called after being on call, by its name or its folder. */
const NAMED =
  /(?:^|[/._-])(?:on[-_]?call|escalations?|rota|rotations?|incident[-_]?(?:response|process|management|handling|roles|guide|plan)|incident[-_]what[-_]to[-_]do|out[-_]of[-_]hours|pager[-_]?duty|opsgenie|vaktordning|rufbereitschaft|astreinte|guardias?)(?=[/._-]|$)/i;
/** What a page about connecting a product to a pager, a privilege or a component is called. */
const OTHER =
  /(?:^|\/)(?:(?:notification[-_]?)?services|integrations?|notifiers?|receivers?|plugins?|providers?|reference|api|blog|post-?mortems?|adrs?|decisions?|rfcs?|proposals?|keps?|runbooks?|alerts?)\/|\/incidents?\/\d|(?:^|\/)(?:rule|check|skill)\.md$|(?:privilege|escalation[-_](?:of|safety)|privilege[-_]escalation|callback)/i;
/** Named like a rule of a linter, `oncall/documented`: a page about such pages. */
const TITLE_RULE = /^[a-z][\w-]*\/[a-z][\w-]*$/;
const HEADINGS: readonly (readonly [OnCallTopic, 'rotation' | 'escalation path' | 'incident process'])[] = [
  ['rotation', 'rotation'],
  ['escalation', 'escalation path'],
  ['process', 'incident process'],
];
/** Sentences that only somebody who arranges for being called writes. */
const SAYS: readonly (readonly [OnCallTopic, RegExp])[] = [
  [
    'rotation',
    /\bon[- ]?call\b.{0,80}\b(?:rota|rotation|schedule|shift|engineer|person|primary|secondary|week)|\b(?:rota|rotation|primary|secondary)\b.{0,40}\bon[- ]?call\b/i,
  ],
  ['escalation', /\bescalat(?:e|es|ed|ing|ion)\b.{0,60}\b(?:to|path|policy|team|lead|manager|after|contact)\b/i],
  [
    'process',
    /\bincident (?:commander|lead|manager|coordinator|comms|communications)\b|\b(?:sev|p)-?[0-4]\b.{0,80}\b(?:sev|p)-?[0-4]\b/i,
  ],
  ['pager', /\bpager\s?duty\b|\bopsgenie\b|\bvictorops\b|\bincident\.io\b|\bgrafana on-?call\b/i],
];
/** Faster than the vocabulary, which decides: most headings end here. */
const MAY_TELL =
  /call|rota|shift|schedule|hand|escal|eskal|incident|sever|declar|communication|beredskap|vakt|bereitschaft|astreinte|guardia|plant|störung|hendelse|gestion|gestión|gestão|オン|当番|値班|值班|エスカ|升级|インシ|事件|故障/i;
/** Units of text below headings; a page with fewer is a stub. */
const MIN_TEXT = 160;

export interface OnCallPage {
  readonly tells: readonly Told[];
  readonly confidence: number;
  readonly why: readonly string[];
}

/** A page that says who is called, whom they call, or how an incident is led; any that is declared to. */
export function onCallPage(page: DocumentFacts, path: string, text: string, declared = false): OnCallPage | undefined {
  const named = declared || NAMED.test(path);
  const first = page.sections.find(({ level }) => level > 0);
  if (!named && !MAY_TELL.test(first?.heading ?? '')) return undefined;
  if (!declared && (OTHER.test(path) || TITLE_RULE.test(page.title ?? ''))) return undefined;
  const headings: Told[] = [];
  for (const { level, heading, at } of page.sections.filter((section) => MAY_TELL.test(section.heading)))
    for (const [topic, words] of HEADINGS)
      if (level > 0 && namesTopic(DEFAULT_VOCABULARY, heading, words)) headings.push({ topic, at });
  const titled = headings.some(({ at }) => at === first?.at);
  if (!named && !(titled && headings.length > 1)) return undefined;
  const said = SAYS.flatMap(([topic, pattern]): Told[] => {
    const match = pattern.exec(text);
    return match ? [{ topic, at: [match.index, match.index + match[0].length] }] : [];
  });
  const length = page.sections.reduce((sum, { body: [start, end] }) => sum + end - start, 0);
  const tells = firstOfEach([...headings, ...said]);
  if (!declared && (length < MIN_TEXT || !said.some(({ topic }) => topic !== 'pager'))) return undefined;
  return {
    tells,
    confidence: named ? 0.85 : 0.7,
    why: [
      named ? 'the path says who is called' : 'its title says who is called',
      `it tells of ${tells.map(({ topic }) => topic).join(', ')}`,
    ],
  };
}

function firstOfEach(told: readonly Told[]): Told[] {
  const seen = new Set<OnCallTopic>();
  return told.filter(({ topic }) => !seen.has(topic) && seen.add(topic));
}
