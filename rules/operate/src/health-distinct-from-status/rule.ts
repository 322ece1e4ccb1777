import { all, defineRule } from '@shipworthy/rule-kit';
import { isAboutHealth, isBusinessPath, isExporter } from '../health-paths.ts';
import { isForMachines } from '../long-lived-secrets.ts';
import { nameOfWorkload, ownContainers, servesFiles } from '../own-workloads.ts';

/** Compose restarts nothing that is unwell. */
const ONLY_SHOWS: ReadonlySet<string> = new Set(['compose']);

export default defineRule({
  id: 'health/distinct-from-status',
  title: 'Whether a program lives is asked of a route that does nothing else',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'workload',
  needs: { images: all('container-build'), contracts: all('openapi') },
  messages: {
    business:
      '{name} is killed when {path} is slow or fails, and {path} {does}. One slow dependency then restarts healthy processes one after the other: ask a route that only says that the process lives.',
    businesses:
      '{count} workloads, {name} among them, are killed when {path} is slow or fails, and {path} {does}. One slow dependency then restarts healthy processes one after the other: ask a route that only says that the process lives.',
  },
  check(subject, { given, fault, gaps, skip }) {
    const { artifact, path: file } = subject;
    if (subject.level === 'scraped') return skip('read by a line scan; judged where it is rendered');
    if (ONLY_SHOWS.has(artifact.facts.form)) return skip('the platform restarts nothing by this check');
    if (isForMachines(file)) return skip('kept for the machines of developers');
    const containers = ownContainers(subject, given.images);
    if (containers.length === 0) return skip('its image is not made in this repository');
    if (servesFiles(subject, given.images)) return skip('it serves files, and its first page is one');
    const probed = containers
      .filter((container) => !isExporter(subject, container))
      .flatMap(({ liveness, startup }) => [liveness, startup].flatMap((probe) => probe ?? []));
    const paths = probed.flatMap((probe) => (probe.how === 'http' && probe.path ? [probe.path] : []));
    const [first] = paths;
    if (!first) return skip('no route is asked whether it lives');
    const faults = paths.flatMap(({ text, at }) => {
      const does = isBusinessPath(text) ?? documented(text);
      if (does === undefined) return [];
      const values = { name: nameOfWorkload(subject), path: text, does };
      return [
        fault('business', { path: file, span: at }, values, { cause: text, joined: 'businesses', discriminator: text }),
      ];
    });
    return gaps(faults.slice(0, 1), { path: file, span: first.at });

    /** An operation that callers know by the contract does what they ask for. */
    function documented(path: string): string | undefined {
      if (isAboutHealth(path)) return undefined;
      const contract = given.contracts.find(({ facts }) =>
        facts.operations.some(
          (operation) => operation.path === path && operation.method === 'get' && !isAboutHealth(operation.id ?? ''),
        ),
      );
      return contract && `is an operation for callers (${contract.path})`;
    }
  },
});
