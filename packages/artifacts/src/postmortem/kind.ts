import type { Artifact, DocumentFacts, PostmortemFacts, PostmortemPart, Span } from '@shipworthy/model';
import { isNamedPage, PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import { partNames, partsByTopic, withoutCode } from '../formats/page/parts.ts';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { actionsOf } from './actions.ts';
import { detectPostmortem, mayBePostmortem } from './detect.ts';

const TOPICS = {
  impact: 'incidentImpact',
  timeline: 'incidentTimeline',
  cause: 'incidentCause',
  detection: 'incidentDetection',
  actions: 'incidentActions',
  lessons: 'incidentLessons',
} as const;

/** Sentences that answer without a heading. */
const PROSE: Readonly<Partial<Record<PostmortemPart, RegExp>>> = {
  impact:
    /\b(?:users?|customers?|clients?|requests?|builds?|jobs?|services?|sites?)\b[^.\n]{0,80}\b(?:affected|impacted|unable|failed|could not|couldn['’]t|lost|unavailable|down|degraded|slow|delayed)|\b(?:prevent(?:ed|ing|s)?|stopp(?:ed|ing)|block(?:ed|ing|s)?|kept|keeping) (?:\w+ ){0,2}(?:users?|customers?|clients?|people|everyone|anyone|visitors|teams?) from\b|\b(?:users?|customers?|visitors)\b[^.\n]{0,60}\b(?:encounter|experienc|receiv)\w*|\b(?:outage|downtime|data loss|unavailab\w+|degraded)\b/i,
  actions:
    /\b(?:to|so as to) (?:prevent|avoid) (?:(?:a|any|such|these|this|the|future) )?(?:similar|same|such|recurrence|this|these|it|another|repeat)|\bso that (?:it|this) (?:does|can|will) ?not (?:happen|return|recur)/i,
  cause: /\b(?:caused by|due to|because|the cause|as a result of|resulted from|triggered by)\b/i,
  detection:
    /\b(?:detected|alerted|alerts? (?:fired|triggered|went)|was paged|got paged|noticed|discovered|reported (?:by|that|to|in)|reports? (?:of|from)|became aware|found out|monitoring (?:showed|caught|detected)|we (?:identified|observed|saw)|identified an?|(?:users?|customers?) (?:reports?|complain(?:s|ed)|were (?:experiencing|seeing)))\b|検知|報告/i,
};

/** So many times of day are a course of events, whatever it is called. */
const MIN_TIMES = 3;
const CLOCK = /\b\d{1,2}:\d{2}\b/g;

/** Rows and labels for the moments of an incident; so many of them tell its course. */
const MOMENT =
  /^[\s|*-]*(発生|検知|復旧|緩和|start(?:ed)?|began|detect(?:ed|ion)?|acknowledged|mitigated|resolved|recovered|ended?)(?:日時|時刻|[ _-]?(?:at|time|date))?[\s*]*[|:：][^\n]*\d{1,4}[-/:年]\d{1,2}/gim;

/** A day, written as `2026-03-23`, in the file's name or the first lines. */
const DAY = /\b(\d{4})[-/.年](\d{2})[-/.月](\d{2})(?!\d)/;
const HEAD = 1_500;

function readPostmortem(
  page: DocumentFacts,
  { path, baseName }: RepositoryFile,
  text: string,
  named: PostmortemFacts['parts'],
): PostmortemFacts {
  const day =
    DAY.exec(baseName) ?? DAY.exec(page.frontMatter.date ?? '') ?? DAY.exec(text.slice(0, HEAD)) ?? DAY.exec(path);
  const actions = actionsOf(page, text);
  const parts: Partial<Record<PostmortemPart, Span>> = { ...named };
  for (const [part, pattern] of Object.entries(PROSE) as [PostmortemPart, RegExp][]) {
    const match = parts[part] ? null : pattern.exec(text);
    if (match) parts[part] = [match.index, match.index + match[0].length];
  }
  const times = parts.timeline ? [] : [...text.matchAll(CLOCK)];
  const moments = parts.timeline ? [] : [...text.slice(0, HEAD).matchAll(MOMENT)];
  const [time] = times.length >= MIN_TIMES ? times : moments.length >= MIN_TIMES ? moments : [];
  if (time) parts.timeline = [time.index, time.index + time[0].length];
  return {
    parts,
    actions,
    ...(day ? { date: `${day[1]}-${day[2]}-${day[3]}` } : {}),
  };
}

function parsePostmortem(file: RepositoryFile): Parsed<'postmortem'> {
  const page = file.once(pageOf);
  const text = withoutCode(page, file.text);
  const named = partsByTopic(partNames(page, text), TOPICS);
  const declared = file.declared.includes('postmortem');
  const detection = declared
    ? { confidence: 1, why: ['the configuration says so'] }
    : detectPostmortem(page, file.path, named);
  if (!detection) return { artifacts: [], problems: [] };
  const facts = readPostmortem(page, file, text, named);
  const artifact: Artifact<'postmortem'> = {
    kind: 'postmortem',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: detection.confidence,
    why: detection.why,
    id: file.path,
    ...(page.title ? { title: page.title } : {}),
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

/** The report of an incident: what happened, to whom, why, and what is done so that it does not return. */
export const postmortemKind: KindModule<'postmortem'> = {
  kind: 'postmortem',
  factsVersion: 5,
  paths: { extensions: PAGE_EXTENSIONS, test: isNamedPage },
  notIn: NEVER_OURS,
  sniff: mayBePostmortem,
  load: async () => parsePostmortem,
  elements: ({ facts }) => facts.actions.map(({ text, at }) => listed('action-item', text, at)),
};
