import type { Artifact, Change, ContainerFacts, WorkloadFacts } from '@shipworthy/rule-kit';
import type { LostGuard } from './guards.ts';

const PROBES = ['liveness', 'readiness', 'startup'] as const;

/** Probes that a container had and has no more, where the document shows all of it. */
export function lostProbes(
  { files }: Change,
  before: readonly Artifact<'deployment'>[],
  after: readonly Artifact<'deployment'>[],
): readonly LostGuard[] {
  const was = new Map(before.map((document) => [document.path, document]));
  const cameFrom = new Map(files.flatMap(({ path, from }) => (from === undefined ? [] : [[path, from]])));
  const touched = new Set(files.map(({ path }) => path));
  return after.flatMap((document) => {
    const { path, pathClass, facts } = document;
    const old = touched.has(path) && pathClass === 'authored' ? was.get(cameFrom.get(path) ?? path) : undefined;
    if (!old) return [];
    return facts.workloads.flatMap((workload) => {
      const earlier = old.facts.workloads.filter((other) => isSame(other, workload));
      const [known] = earlier;
      if (!known || earlier.length > 1 || !isWhole(workload)) return [];
      return workload.containers.filter(({ open }) => !open).flatMap((container) => lostOf(path, container, known));
    });
  });
}

const isSame = (one: WorkloadFacts, other: WorkloadFacts): boolean =>
  one.name === other.name && one.object === other.object;
const isWhole = ({ patch, templated }: WorkloadFacts): boolean => !patch && templated.length === 0;

function lostOf(path: string, container: ContainerFacts, { containers }: WorkloadFacts): readonly LostGuard[] {
  const old = containers.find(({ name }) => name === container.name);
  if (!old) return [];
  return PROBES.flatMap((probe): readonly LostGuard[] =>
    old[probe] && !container[probe]
      ? [{ kind: 'probe', name: `${probe} probe of ${container.name}`, at: { path, span: container.at } }]
      : [],
  );
}
