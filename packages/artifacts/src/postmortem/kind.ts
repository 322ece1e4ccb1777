import type { Artifact, DocumentFacts, PostmortemFacts } from '@shipworthy/model';
import { isNamedPage, PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import { partNames, partsByTopic } from '../formats/page/parts.ts';
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

/** A day, written as `2026-03-23`, in the file's name or the first lines. */
const DAY = /\b(\d{4})[-/.年](\d{2})[-/.月](\d{2})(?!\d)/;
const HEAD = 1_500;

function readPostmortem(page: DocumentFacts, { path, text, baseName }: RepositoryFile): PostmortemFacts {
  const day =
    DAY.exec(baseName) ?? DAY.exec(page.frontMatter.date ?? '') ?? DAY.exec(text.slice(0, HEAD)) ?? DAY.exec(path);
  return {
    parts: partsByTopic(partNames(page, text), TOPICS),
    actions: actionsOf(page, text),
    ...(day ? { date: `${day[1]}-${day[2]}-${day[3]}` } : {}),
  };
}

function parsePostmortem(file: RepositoryFile): Parsed<'postmortem'> {
  const page = file.once(pageOf);
  const facts = readPostmortem(page, file);
  const detection = detectPostmortem(page, file.path, facts);
  if (!detection) return { artifacts: [], problems: [] };
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
  factsVersion: 1,
  paths: { extensions: PAGE_EXTENSIONS, test: isNamedPage },
  notIn: NEVER_OURS,
  sniff: (file) => mayBePostmortem(file.path, file.text),
  load: async () => parsePostmortem,
  elements: ({ facts }) => facts.actions.map(({ text, at }) => listed('action-item', text, at)),
};
