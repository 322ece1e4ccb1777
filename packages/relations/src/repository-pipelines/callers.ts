import type { CiPipelineFacts, TriggerFacts } from '@shipworthy/model';

interface Pipeline {
  readonly path: string;
  readonly facts: CiPipelineFacts;
}

/** Answers what starts a pipeline in the end: of one that others call, what starts those. */
export function startsOf(pipelines: readonly Pipeline[]): (pipeline: Pipeline) => readonly TriggerFacts[] {
  const callers = new Map<
    string,
    { readonly caller: Pipeline; readonly triggers: readonly TriggerFacts[] | undefined }[]
  >();
  for (const caller of pipelines)
    for (const job of caller.facts.jobs)
      for (const call of [job.calls, ...job.steps.map(({ calls }) => calls)]) {
        if (call?.path === undefined) continue;
        const list = callers.get(call.path) ?? [];
        list.push({ caller, triggers: job.triggers });
        callers.set(call.path, list);
      }
  for (const caller of pipelines)
    for (const { path } of caller.facts.includes) {
      if (path === undefined) continue;
      const list = callers.get(path) ?? [];
      list.push({ caller, triggers: undefined });
      callers.set(path, list);
    }
  const known = new Map<string, readonly TriggerFacts[]>();
  const starts = (pipeline: Pipeline, visited: ReadonlySet<string>): readonly TriggerFacts[] => {
    const before = known.get(pipeline.path);
    if (before) return before;
    if (visited.has(pipeline.path)) return [];
    const further = new Set([...visited, pipeline.path]);
    const own = pipeline.facts.triggers.filter(({ on }) => on !== 'called');
    const folder = /^(.*?)\/?action\.ya?ml$/.exec(pipeline.path)?.[1];
    const asked = [
      ...(callers.get(pipeline.path) ?? []),
      ...((folder === undefined ? undefined : callers.get(folder)) ?? []),
    ];
    const found = [...own, ...asked.flatMap(({ caller, triggers }) => triggers ?? starts(caller, further))];
    const all = found.length > 0 ? [...new Set(found)] : pipeline.facts.triggers;
    if (visited.size === 0) known.set(pipeline.path, all);
    return all;
  };
  return (pipeline) => starts(pipeline, new Set());
}
