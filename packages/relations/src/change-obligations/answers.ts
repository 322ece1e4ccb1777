import {
  namesTopic,
  OBLIGATION_TERMS,
  type ObligationEvidence,
  type ObligationName,
  RELEASE_RISKS,
  type Vocabulary,
} from '@shipworthy/model';
import type { Statement } from './said.ts';

/** Evidence of one obligation that is kept: a reader needs one. */
const MOST = 3;
/** Words that are quoted. */
const LONGEST_QUOTE = 160;

/** Sentences by which people say it without a heading or a key. */
const PROSE: Readonly<Partial<Record<ObligationName, RegExp>>> = {
  'way-back':
    /\b(?:roll-?back (?:plan|by|is|steps?|strategy)|to roll ?-?back\b|roll ?-?back by|(?:can|could) (?:safely |easily )?be (?:rolled back|reverted)|safe(?:ly)? to (?:revert|roll ?back)|revert(?:ing)? (?:this|the) (?:pr|pull request|mr|merge request|change|commit|deploy\w*|release) )/i,
  decision: /\b(?:ADR|RFC|MADR|KEP)[- #]?\d{1,5}\b/,
  tests:
    /\b(?:tested (?:this |it )?(?:by|with|on|in|locally|manually|against)|manually tested|(?:adds?|added|adding|with) (?:\w+ ){0,2}tests?)\b/i,
  rollout:
    /\b(?:feature[- ](?:flag|toggle|switch)(?:ged|s)?|behind (?:a|an|the) (?:[\w-]+ ){0,3}(?:flag|toggle|switch)|canary|(?:staged|gradual|phased|progressive|incremental) (?:roll-?out|release|deploy\w*)|dark launch|blue.green deploy\w*|all at once)\b/i,
  watching:
    /\b(?:watch(?:ing)?|monitor(?:ing)?|keep an eye on)\b.{0,60}\b(?:dashboards?|grafana|sentry|datadog|alerts?|metrics?|errors?|error rates?|latency)\b/i,
};

/** Whoever takes a flag away does not put anything behind it. */
const TAKEN_AWAY = /\b(?:remov|delet|drop|clean|retir)\w*/i;

/** What was said that meets an obligation, strongest first: keys, sections, ticked boxes, then prose. */
export function saidOf(
  name: ObligationName,
  statements: readonly Statement[],
  vocabulary: Vocabulary,
): ObligationEvidence[] {
  const ways = [isKeyed, isInSection, isTicked, isProse];
  const seen = new Set<string>();
  return ways
    .flatMap((way) => statements.filter((statement) => way(name, statement, vocabulary)))
    .flatMap((statement) => {
      const place = 'line' in statement.where ? statement.where.line : statement.where.commit.id;
      const key =
        statement.heading !== undefined && isInSection(name, statement, vocabulary) ? statement.heading : place;
      if (seen.has(String(key))) return [];
      seen.add(String(key));
      return evidenceOf(statement);
    })
    .slice(0, MOST);
}

type Way = (name: ObligationName, statement: Statement, vocabulary: Vocabulary) => boolean;

const isKeyed: Way = (name, { key, task }) =>
  key !== undefined && task === undefined && OBLIGATION_TERMS[name].trailers.includes(key);

/** Boxes that are not ticked say what is left. A section is not one about the way back for being called "hotfix". */
const isInSection: Way = (name, { heading, task }, vocabulary) =>
  heading !== undefined && task === undefined && speaksOf(name, heading, vocabulary);

const isTicked: Way = (name, { text, task, heading }, vocabulary) => {
  if (task !== 'ticked') return false;
  if (name !== 'checklist') return text.startsWith(OBLIGATION_TERMS[name].title) || speaksOf(name, text, vocabulary);
  return (
    (heading !== undefined &&
      (namesTopic(vocabulary, heading, 'releasing') || /\brelease checklist\b/i.test(heading))) ||
    RELEASE_RISKS.some((risk) => namesTopic(vocabulary, text, risk))
  );
};

const isProse: Way = (name, { text, key, task }) =>
  task === undefined &&
  (PROSE[name]?.test(key === undefined ? text : `${key}: ${text} `) ?? false) &&
  !(name === 'rollout' && TAKEN_AWAY.test(text));

function speaksOf(name: ObligationName, text: string, vocabulary: Vocabulary): boolean {
  const { topics, headings } = OBLIGATION_TERMS[name];
  const words = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  return (
    headings.some((phrase) => words.includes(` ${phrase} `)) ||
    topics.some((topic) => namesTopic(vocabulary, text, topic))
  );
}

function evidenceOf({ text, key, heading, where }: Statement): ObligationEvidence {
  const said = key === undefined ? text : `${capital(key)}: ${text}`;
  const whole = key === undefined && heading !== undefined ? `${heading}: ${said}` : said;
  const words = whole.length > LONGEST_QUOTE ? `${whole.slice(0, LONGEST_QUOTE)}…` : whole;
  return 'line' in where ? { in: 'body', line: where.line, words } : { in: 'commit', commit: where.commit.id, words };
}

const capital = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1);
