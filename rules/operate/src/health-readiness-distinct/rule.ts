import { all, defineRule, type ProbeFacts } from '@shipworthy/rule-kit';
import { isExporter } from '../health-paths.ts';
import { nameOfWorkload, ownContainers, servesFiles } from '../own-workloads.ts';

export default defineRule({
  id: 'health/readiness-distinct',
  title: 'A program can say that it is not ready without being killed for it',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'workload',
  needs: { images: all('container-build') },
  messages: {
    same: 'Liveness and readiness of {name} both ask {path}: when a dependency is slow, healthy processes are killed instead of drained. Give readiness a route of its own that may fail while the process lives.',
    sames:
      'Liveness and readiness both ask {path} in {count} workloads, {name} among them: when a dependency is slow, healthy processes are killed instead of drained. Give readiness a route of its own that may fail while the process lives.',
  },
  check(subject, { given, fault, gaps, skip }) {
    const { path: file } = subject;
    if (subject.level === 'scraped') return skip('read by a line scan; judged where it is rendered');
    const both = ownContainers(subject, given.images).find(
      (container) => container.liveness && container.readiness && !isExporter(subject, container),
    );
    if (!both?.liveness || !both.readiness) return skip('it has not both, or its image is not made here');
    if (servesFiles(subject, given.images)) return skip('it serves files and waits for nothing');
    const { liveness, readiness } = both;
    if (liveness.how !== 'http' || readiness.how !== 'http') return skip('they are not both asked over HTTP');
    if (!liveness.path || !readiness.path) return skip('a template writes what is asked');
    const at = { path: file, span: readiness.path.at };
    if (liveness.path.text !== readiness.path.text || !samePort(liveness, readiness)) return gaps([], at);
    const values = { name: nameOfWorkload(subject), path: readiness.path.text };
    return gaps([fault('same', at, values, { cause: readiness.path.text, joined: 'sames' })], at);
  },
});

const samePort = (one: ProbeFacts, other: ProbeFacts): boolean => one.port?.text === other.port?.text;
