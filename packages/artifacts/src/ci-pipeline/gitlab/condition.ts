import type { Span, TriggerFacts, WrittenAt } from '@shipworthy/model';

type Meaning = Pick<TriggerFacts, 'on' | 'event' | 'branches'>;

/** Values of `$CI_PIPELINE_SOURCE`. Source: "Predefined CI/CD variables" of GitLab's documentation. */
const SOURCES: Readonly<Record<string, TriggerFacts['on']>> = {
  merge_request_event: 'change-request',
  external_pull_request_event: 'change-request',
  push: 'push',
  schedule: 'schedule',
  web: 'manual',
  webide: 'push',
  parent_pipeline: 'called',
  pipeline: 'called',
  trigger: 'other',
  api: 'other',
  chat: 'other',
};
const SOURCE = /\$\{?CI_PIPELINE_SOURCE\}?\s*==\s*["'](\w+)["']/;
const SOURCE_LIST = /\$\{?CI_PIPELINE_SOURCE\}?\s*=~\s*\/([^/]+)\//;
const MERGE_TRAIN = /\$\{?CI_MERGE_REQUEST_EVENT_TYPE\}?\s*==\s*["']merge_train["']/;
const MERGE_REQUEST = /(?<!!)\$\{?CI_(?:MERGE_REQUEST|EXTERNAL_PULL_REQUEST)_\w+\}?(?!\s*==\s*null)/;
const TAG = /(?<!!)\$\{?CI_COMMIT_TAG\}?(?!\s*(?:==\s*(?:null|["']{2})|!~))/;
const BRANCH = /\$\{?CI_COMMIT_(?:BRANCH|REF_NAME)\}?\s*(?:==|=~)\s*("[^"]*"|'[^']*'|\/[^/]+\/|\$\{?\w+\}?)/;
/** Any branch; behind it nothing, or another part of the condition. */
const ANY_BRANCH = /(?<!!)\$\{?CI_COMMIT_BRANCH\}?\s*(?:$|&&|\)|!=)/;

/**
 * What starts a job whose condition this is, one for each alternative. Empty: the condition says nothing of it (it asks
 * for a variable of one's own), so whatever starts the pipeline may.
 */
export function meaningsOf({ text, at }: WrittenAt): readonly TriggerFacts[] {
  const found: TriggerFacts[] = [];
  for (const part of text.split('||')) {
    const meanings = meaningOf(part, at);
    if (meanings.length === 0) return [];
    found.push(...meanings.map((meaning) => ({ ...meaning, at })));
  }
  return found;
}

function meaningOf(part: string, at: Span): readonly Meaning[] {
  if (MERGE_TRAIN.test(part)) return [{ on: 'merge-queue', event: 'merge_train' }];
  const source = SOURCE.exec(part)?.[1];
  const branch = branchOf(part, at);
  if (source !== undefined && Object.hasOwn(SOURCES, source))
    return [{ on: SOURCES[source] ?? 'other', event: source, ...branch }];
  const listed = (SOURCE_LIST.exec(part)?.[1]?.match(/\w+/g) ?? []).filter((word) => Object.hasOwn(SOURCES, word));
  if (listed.length > 0) return listed.map((event) => ({ on: SOURCES[event] ?? 'other', event, ...branch }));
  if (MERGE_REQUEST.test(part)) return [{ on: 'change-request', event: 'merge_request_event' }];
  if (TAG.test(part)) return [{ on: 'tag', event: 'push' }];
  if (branch.branches || ANY_BRANCH.test(part)) return [{ on: 'push', event: 'push', ...branch }];
  return [];
}

function branchOf(part: string, at: Span): { readonly branches?: readonly WrittenAt[] } {
  const branch = BRANCH.exec(part)?.[1];
  return branch === undefined ? {} : { branches: [{ text: branch.replace(/^["']|["']$/g, ''), at }] };
}

/** Does the condition hold for everything that the meanings say, and not only for a part of it? */
export const isPlain = ({ text }: WrittenAt): boolean => !text.includes('&&');
