import type { TriggerFacts, WrittenAt } from '@shipworthy/model';
import type { YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { listOf, writtenAt } from '../written.ts';

const ALL = '/.*/';

/** Branch and tag filters of a job in a workflow. Without them it runs for every branch and for no tag. */
export function readFilters(node: YamlMap): readonly TriggerFacts[] {
  const branches = part(node.get('branches'));
  const tags = part(node.get('tags'));
  const noBranch = branches.ignore?.some(({ text }) => text === ALL) ?? false;
  const at = node.span;
  return [
    ...(noBranch
      ? []
      : [
          {
            on: 'push' as const,
            event: 'push',
            at,
            ...(branches.only ? { branches: branches.only } : {}),
            ...(branches.ignore ? { branchesIgnored: branches.ignore } : {}),
          },
        ]),
    ...(node.has('tags') && !tags.ignore?.some(({ text }) => text === ALL)
      ? [{ on: 'tag' as const, event: 'push', at, ...(tags.only ? { tags: tags.only } : {}) }]
      : []),
  ];
}

/** A list, or `only` and `ignore`. */
function part(node: YamlNode | undefined): {
  readonly only?: readonly WrittenAt[];
  readonly ignore?: readonly WrittenAt[];
} {
  if (node === undefined) return {};
  if (node.kind !== 'map') return { only: listOf(node) };
  return {
    ...(node.has('only') ? { only: listOf(node.get('only')) } : {}),
    ...(node.has('ignore') ? { ignore: listOf(node.get('ignore')) } : {}),
  };
}

/** The schedules of a workflow; it then runs at no push. */
export function readSchedules(workflow: YamlMap): readonly TriggerFacts[] {
  return workflow.items('triggers').flatMap((item): readonly TriggerFacts[] => {
    const schedule = item.kind === 'map' ? item.map('schedule') : undefined;
    const cron = schedule && writtenAt(schedule, 'cron');
    return cron ? [{ on: 'schedule', event: 'schedule', at: cron.at, schedules: [cron] }] : [];
  });
}
