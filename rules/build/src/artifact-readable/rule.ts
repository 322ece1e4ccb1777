import type { FileFacts, Kind, PathClass } from '@shipworthy/model';
import { defineRule } from '@shipworthy/rule-kit';

/** Only what a repository answers for: a broken file among test data is often broken on purpose. */
const OWN: ReadonlySet<PathClass> = new Set(['authored', 'generated']);

/** What a broken file of a kind costs, as the end of the sentence; without an entry: `REFUSED`. */
const COST: Readonly<Partial<Record<Kind, string>>> = {
  'alert-rules': 'its alerts cannot be audited, and Prometheus would refuse it too',
  'alert-routing': 'nobody can say whom it alerts, and Alertmanager would refuse it too',
  runbook: 'nobody can rely on it in an incident',
  ownership: 'it cannot be told who owns what',
  openapi: 'clients and documentation made of it are wrong or stale',
  asyncapi: 'clients and documentation made of it are wrong or stale',
  protobuf: 'the compiler refuses it too',
  'graphql-schema': 'a server refuses to start with it',
  'json-schema': 'validators refuse it, so what it was to keep out comes in',
  'avro-schema': 'producers and consumers refuse to load it',
  'ci-pipeline': 'its system refuses to run it',
  dashboard: 'Grafana would refuse it too',
  migration: 'the database refuses it too, and what it does is partly a guess',
  'dependency-manifest': 'it cannot be told what this package is',
};

/** So sure is a kind of a file for which only some of its words speak, and nothing of its path. */
const BY_WORDS_ALONE = 0.7;

/** Where nothing but words speaks for the kind, the file may be for another tool, which reads it. */
const isGuess = ({ artifacts }: FileFacts, kind: Kind): boolean =>
  artifacts.some((found) => found.kind === kind && found.confidence <= BY_WORDS_ALONE);

const REFUSED = 'the tool it is written for refuses it too';

export default defineRule({
  id: 'artifact/readable',
  title: 'Every file that holds an artifact can be read',
  stages: ['build'],
  qualities: ['reliability'],
  severity: 'error',
  confidence: 'high',
  preset: 'essential',
  subject: 'file',
  messages: {
    broken: '{path} cannot be read: {what}. Until it is mended, {cost}.',
  },
  check({ file, path }, { fault, gaps, pass, skip, unknown }) {
    if (!OWN.has(file.pathClass)) return skip(`a file of class ${file.pathClass} is not the repository's own artifact`);
    const broken = file.problems.filter(({ effect, kind }) => effect === 'broken' && !isGuess(file, kind));
    const faults = broken.map(({ kind, what, at }) =>
      fault(
        'broken',
        { path, span: at ?? [0, 0] },
        { path, what, cost: COST[kind] ?? REFUSED },
        { cause: `${path}: ${what}` },
      ),
    );
    if (faults.length > 0) return gaps(faults, { path });
    const [unseen, ...more] = file.problems;
    if (!unseen) return pass({ path });
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    return unknown(`${unseen.what}${others}`, { path, ...(unseen.at ? { span: unseen.at } : {}) });
  },
});
