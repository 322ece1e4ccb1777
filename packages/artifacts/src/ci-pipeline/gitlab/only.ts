import type { TriggerFacts, WrittenAt } from '@shipworthy/model';
import type { YamlNode } from '../../formats/yaml/index.ts';
import { listOf } from '../written.ts';
import type { Timing } from './rules.ts';

/** Words of `only` and `except` that are no branch. Source: "only:refs / except:refs" of GitLab's documentation. */
const REFS: Readonly<Record<string, TriggerFacts['on']>> = {
  branches: 'push',
  tags: 'tag',
  merge_requests: 'change-request',
  external_pull_requests: 'change-request',
  pushes: 'push',
  schedules: 'schedule',
  web: 'manual',
  pipelines: 'called',
  triggers: 'other',
  api: 'other',
  chat: 'other',
};

/** The older way to say when a job runs; without `only` it does for branches and tags. */
export function readOnly(only: YamlNode | undefined, except: YamlNode | undefined): Timing {
  const wanted = refsOf(only).flatMap(toTrigger);
  const unwanted = refsOf(except);
  const at = only?.span ?? except?.span ?? [0, 0];
  const started: readonly TriggerFacts[] =
    wanted.length > 0
      ? wanted
      : [
          { on: 'push', event: 'push', at },
          { on: 'tag', event: 'push', at },
        ];
  const paths = only?.kind === 'map' ? listOf(only.get('changes')) : [];
  const ignored = unwanted.filter(({ text }) => !Object.hasOwn(REFS, text));
  const triggers = started
    .filter(({ on }) => !unwanted.some(({ text }) => Object.hasOwn(REFS, text) && REFS[text] === on))
    .map((trigger) => ({
      ...trigger,
      ...(paths.length > 0 ? { paths } : {}),
      ...(ignored.length > 0 && trigger.on === 'push' ? { branchesIgnored: ignored } : {}),
    }));
  return { triggers, conditions: [only, except].flatMap(variablesOf) };
}

const refsOf = (node: YamlNode | undefined): readonly WrittenAt[] =>
  listOf(node?.kind === 'map' ? node.get('refs') : node);

const variablesOf = (node: YamlNode | undefined): readonly WrittenAt[] =>
  node?.kind === 'map' ? listOf(node.get('variables')) : [];

function toTrigger(ref: WrittenAt): TriggerFacts[] {
  const name = ref.text.replace(/@.*$/, '');
  const known = Object.hasOwn(REFS, name) ? REFS[name] : undefined;
  if (known) return [{ on: known, event: name, at: ref.at }];
  return [{ on: 'push', event: 'push', at: ref.at, branches: [ref] }];
}
