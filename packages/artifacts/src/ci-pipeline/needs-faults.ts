import type { NamedAt, PipelineFault } from '@shipworthy/model';
import { broken } from './fault.ts';
import { nearestWord } from './nearest.ts';

interface Waiting {
  readonly id: string;
  readonly needs: readonly NamedAt[];
}

/** Jobs that are waited for and do not exist, and jobs that wait for themselves. */
export function needsFaults(jobs: readonly Waiting[], where: string): PipelineFault[] {
  const ids = new Set(jobs.map(({ id }) => id));
  const faults = jobs.flatMap(({ needs }) =>
    needs
      .filter(({ name }) => !ids.has(name))
      .map(({ name, at }) =>
        broken('unknown-need', `waits for '${name}', which is no job ${where}`, at, nearestWord(name, [...ids])),
      ),
  );
  const circle = findCircle(jobs);
  return circle
    ? [...faults, broken('circular-needs', `waits for itself by way of ${circle.way.join(' -> ')}`, circle.at)]
    : faults;
}

/** The first way on which a job waits for itself. */
function findCircle(
  jobs: readonly Waiting[],
): { readonly way: readonly string[]; readonly at: NamedAt['at'] } | undefined {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const done = new Set<string>();
  for (const first of jobs) {
    const way: { readonly job: Waiting; next: number }[] = [{ job: first, next: 0 }];
    const open = new Set([first.id]);
    while (!done.has(first.id)) {
      const top = way.at(-1);
      if (!top) break;
      const need = top.job.needs[top.next++];
      if (!need) {
        done.add(top.job.id);
        open.delete(top.job.id);
        way.pop();
      } else if (open.has(need.name)) {
        const ids = way.map(({ job }) => job.id);
        return { way: [...ids.slice(ids.indexOf(need.name)), need.name], at: need.at };
      } else {
        const job = byId.get(need.name);
        if (!job || done.has(job.id)) continue;
        open.add(job.id);
        way.push({ job, next: 0 });
      }
    }
  }
  return undefined;
}
