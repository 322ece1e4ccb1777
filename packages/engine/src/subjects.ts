import {
  type AnyArtifact,
  type Artifact,
  artifactsOf,
  CONTRACT_KINDS,
  type Component,
  type ContractSubject,
  type DocumentFacts,
  type FileFacts,
  type Kind,
  PAGE_KINDS,
  type PageKind,
  type Place,
  PUBLIC_KINDS,
  placeOf,
  type Span,
  type SubjectBase,
  type SubjectMap,
  type SubjectName,
  type Tree,
} from '@shipworthy/model';
import { subjectIds } from './subject-id.ts';

/** Every kind of subject, and how its subjects are found among the facts. */
export type SubjectTable = { readonly [S in SubjectName]: () => readonly SubjectMap[S][] };

type KindTable = { readonly [K in Kind]: () => readonly SubjectMap[K][] };
const ALL_KINDS: readonly Kind[] = [
  ...PUBLIC_KINDS,
  'document',
  'decision-log',
  'release-tool',
  'shell-script',
  'leaked-secret',
  'openapi-part',
];
const ALWAYS_PAGES: ReadonlySet<Kind> = new Set(['runbook', 'readme', 'document']);

/** Builds the subjects of an inventory, each list once and only when a rule asks for it. */
export function subjectTable(
  files: readonly FileFacts[],
  tree: Tree,
  eligible: (a: AnyArtifact) => boolean,
  links: readonly string[] = [],
  components: readonly Component[] = [],
): SubjectTable {
  const own = files
    .map((file) => ({ ...file, artifacts: file.artifacts.filter(eligible) }))
    .filter((file) => file.artifacts.length > 0);
  const inventory = { files: own, history: 'none' } as const;
  // Of every class: a template's own page is no subject, but its sections are what a rule on templates reads.
  const pages = once(() => new Map(artifactsOf({ files, history: 'none' }, 'document').map((a) => [a.path, a.facts])));

  const ofKind = <K extends Kind>(kind: K) =>
    artifactsOf(inventory, kind).map((artifact) => ({
      ...base(
        artifact,
        artifact.id === artifact.path ? artifact.path : `${artifact.path}/${artifact.id}`,
        spansOf(artifact.at),
      ),
      artifact,
      facts: artifact.facts,
    }));
  /** Records go by their number wherever they lie. */
  const records = () => {
    const found = pageOfKind('decision-record');
    const times = new Map<string, number>();
    for (const { artifact } of found) times.set(artifact.id, (times.get(artifact.id) ?? 0) + 1);
    return found.map((subject) => ({
      ...subject,
      subjectId: subjectIds.decisionRecord(subject.artifact, (times.get(subject.artifact.id) ?? 0) > 1),
    }));
  };
  const rolesByPath = once(() => new Map(own.map((file) => [file.path, file.artifacts.map((a) => a.kind)])));
  const rolesOf = (path: string) => (rolesByPath().get(path) ?? []).filter((kind) => kind !== 'document');
  /** A page kind is always a page, or a page in one of its forms. */
  const pageOfKind = <K extends PageKind>(kind: K) =>
    ofKind(kind).flatMap((subject) => {
      const page = pages().get(subject.path);
      if (!page && ALWAYS_PAGES.has(kind)) return [];
      return [{ ...subject, ...(page ? { page } : {}), roles: rolesOf(subject.path) }];
    });
  const isPageKind = (kind: Kind): kind is PageKind => (PAGE_KINDS as readonly Kind[]).includes(kind);
  const kindSubjects = (): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      ALL_KINDS.map((kind) => [kind, once(() => (isPageKind(kind) ? pageOfKind(kind) : ofKind(kind)))]),
    );

  return {
    alert: once(() =>
      artifactsOf(inventory, 'alert-rules').flatMap((artifact) =>
        artifact.facts.alerts.map((alert) => ({
          ...alert,
          ...base(artifact, subjectIds.alert(alert), alert.spans),
          artifact,
        })),
      ),
    ),
    receiver: once(() =>
      artifactsOf(inventory, 'alert-routing').flatMap((artifact) =>
        artifact.facts.receivers.map((receiver) => ({
          ...receiver,
          ...base(artifact, subjectIds.receiver(artifact.id, receiver), receiver.spans),
          artifact,
        })),
      ),
    ),
    contract: once(() =>
      own.flatMap((file) =>
        file.artifacts.filter(isContract).map((artifact) => ({
          ...base(artifact, artifact.path, spansOf(artifact.at)),
          artifact,
        })),
      ),
    ),
    job: once(() =>
      artifactsOf(inventory, 'ci-pipeline').flatMap((artifact) =>
        artifact.facts.jobs.map((job) => ({
          job,
          ...base(artifact, subjectIds.job(artifact.path, job), spansOf(job.at)),
          artifact,
        })),
      ),
    ),
    workload: once(() =>
      artifactsOf(inventory, 'deployment').flatMap((artifact) => {
        const seen = new Map<string, number>();
        return artifact.facts.workloads.map((workload) => {
          const key = subjectIds.workload(artifact.path, workload, 0);
          const occurrence = seen.get(key) ?? 0;
          seen.set(key, occurrence + 1);
          return {
            workload,
            ...base(artifact, subjectIds.workload(artifact.path, workload, occurrence), spansOf(workload.at)),
            artifact,
          };
        });
      }),
    ),
    component: once(() =>
      components.map((component) => ({
        component,
        path: component.folder === '' ? '.' : component.folder,
        pathClass: 'authored' as const,
        level: 'parsed' as const,
        subjectId: component.folder === '' ? '.' : component.folder,
        at: (...field: string[]): Place => ({
          path: [component.folder, field[0] ?? ''].filter((part) => part !== '').join('/') || '.',
          absent: true,
        }),
      })),
    ),
    'owner-line': once(() =>
      artifactsOf(inventory, 'ownership').flatMap((artifact) => {
        const seen = new Map<string, number>();
        return artifact.facts.lines.map((line) => {
          const key = subjectIds.ownerLine(artifact.path, line, 0);
          const occurrence = seen.get(key) ?? 0;
          seen.set(key, occurrence + 1);
          return {
            ...line,
            ...base(artifact, subjectIds.ownerLine(artifact.path, line, occurrence), line.spans),
            artifact,
          };
        });
      }),
    ),
    'runbook-entry': once(() =>
      artifactsOf(inventory, 'runbook').flatMap((artifact) => {
        const page = pages().get(artifact.path);
        if (!page) return [];
        return artifact.facts.entries.map((entry) => ({
          ...entry,
          ...base(artifact, subjectIds.runbookEntry(artifact.path, entry), spansOf(entry.span)),
          artifact,
          page,
          parts: partsOf(page, entry.sections),
        }));
      }),
    ),
    ...(kindSubjects() as KindTable),
    'decision-record': once(records),
    file: once(() =>
      files
        .filter((file) => file.problems.length > 0 || file.artifacts.some(eligible))
        .map((file) => ({
          file,
          path: file.path,
          pathClass: file.pathClass,
          level: 'parsed' as const,
          subjectId: file.path,
          at: () => ({ path: file.path }),
        })),
    ),
    // The first two are there only once every other rule has answered, the last only with a base.
    exemption: () => [],
    suppression: () => [],
    change: () => [],
    repository: once(() => [
      {
        path: '.',
        pathClass: 'authored' as const,
        level: 'parsed' as const,
        subjectId: '.',
        files: tree.paths.length,
        links,
        at: (...field: string[]): Place => ({ path: field[0] ?? '.', absent: true }),
      },
    ]),
  };
}

const isContract = (artifact: AnyArtifact): artifact is ContractSubject['artifact'] =>
  (CONTRACT_KINDS as readonly Kind[]).includes(artifact.kind);

function base(artifact: Artifact, subjectId: string, spans: Readonly<Record<string, Span>>): SubjectBase {
  return {
    path: artifact.path,
    pathClass: artifact.pathClass,
    level: artifact.level,
    subjectId,
    at: (...field) => placeOf(artifact.path, spans, field),
  };
}

const spansOf = (span: Span | undefined): Readonly<Record<string, Span>> => (span ? { '': span } : {});

const partsOf = (page: DocumentFacts, sections: readonly number[]) =>
  sections.flatMap((index) => page.sections[index] ?? []);

function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}
