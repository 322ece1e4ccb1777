import type { FileFacts, Kind, PathClass } from '@shipworthy/model';
import { defineRule } from '@shipworthy/rule-kit';

/** Only what a repository answers for: a broken file among test data is often broken on purpose. */
const OWN: ReadonlySet<PathClass> = new Set(['authored', 'generated']);

/** What a broken file of a kind costs, as the end of the sentence; without an entry: `UNAUDITED`. */
const COST: Readonly<Partial<Record<Kind, string>>> = {
  'alert-rules': 'its alerts cannot be audited, and Prometheus would refuse it too',
  'alert-routing': 'nobody can say whom it alerts, and Alertmanager would refuse it too',
  runbook: 'nobody can rely on it in an incident',
  ownership: 'it cannot be told who owns what',
  openapi: 'clients and documentation made of it are wrong or stale',
  dashboard: 'Grafana would refuse it too',
  migration: 'the database refuses it too, and what it does is partly a guess',
  'dependency-manifest': 'it cannot be told what this package is',
};

/** So sure is a kind of a file for which only some of its words speak, and nothing of its path. */
const BY_WORDS_ALONE = 0.7;

/** Where nothing but words speaks for the kind, the file may be for another tool, which reads it. */
const isGuess = ({ artifacts }: FileFacts, kind: Kind): boolean =>
  artifacts.some((found) => found.kind === kind && found.confidence <= BY_WORDS_ALONE);

const UNAUDITED = 'it cannot be audited';

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
        { path, what, cost: COST[kind] ?? UNAUDITED },
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
