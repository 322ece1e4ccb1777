import type { PipelineFault } from '@shipworthy/model';
import { broken } from '../fault.ts';
import { nearestWord } from '../nearest.ts';
import { needsFaults } from '../needs-faults.ts';
import { listOf } from '../written.ts';
import type { GitlabConfig, JobView } from './config.ts';
import { needsOf } from './job.ts';
import { DEFAULT_STAGES, stageOf } from './pipeline.ts';

/** What GitLab refuses. Only of a file that takes in no other: what is missing here may stand there. */
export function gitlabFaults(config: GitlabConfig, isEntry: boolean): PipelineFault[] {
  if (!isEntry || config.isOpen) return [];
  const waiting = config.jobs.map((view) => {
    const needs = config.value(view, 'needs');
    return { id: view.entry.key, needs: needs ? needsOf(needs).filter(({ name }) => !name.includes('$')) : [] };
  });
  return [
    ...config.jobs.flatMap((view) => [
      ...unknownBases(view),
      ...unknownStage(config, view),
      ...withoutWork(config, view),
    ]),
    ...needsFaults(waiting, 'of this pipeline'),
  ];
}

function unknownBases({ elsewhere }: JobView): PipelineFault[] {
  return elsewhere.map(({ name, at }) =>
    broken('unknown-base', `extends '${name}', which this file does not define`, at),
  );
}

function unknownStage(config: GitlabConfig, view: JobView): PipelineFault[] {
  const declared = listOf(config.root.get('stages')).map(({ text }) => text);
  const stages = declared.length > 0 ? ['.pre', ...declared, '.post'] : DEFAULT_STAGES;
  const stage = stageOf(config, view);
  if (stages.includes(stage) || stage.includes('$') || view.elsewhere.length > 0) return [];
  const at = view.layers.find((layer) => layer.has('stage'))?.get('stage')?.span ?? view.entry.keySpan;
  return [
    broken('unknown-stage', `is of stage '${stage}', which 'stages' does not list`, at, nearestWord(stage, stages)),
  ];
}

function withoutWork(config: GitlabConfig, view: JobView): PipelineFault[] {
  if (view.elsewhere.length > 0 || ['script', 'run', 'trigger'].some((key) => config.value(view, key))) return [];
  return [
    broken('no-script', `job '${view.entry.key}' has no script and starts no other pipeline`, view.entry.keySpan),
  ];
}
