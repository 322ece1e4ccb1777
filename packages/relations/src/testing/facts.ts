import {
  type AlertFacts,
  type AlertRoutingFacts,
  type AnyArtifact,
  type Artifact,
  DEFAULT_VOCABULARY,
  type DocumentFacts,
  type FactsByKind,
  type FileFacts,
  type Kind,
  type MatcherFacts,
  type PathClass,
  placeOf,
  type ReceiverFacts,
  type RelationContext,
  type RouteFacts,
  type SubjectMap,
} from '@shipworthy/model';
import { buildTree } from '../tree/build-tree.ts';

/** Facts written by hand, for tests of relations: no parser stands between the case and what it shows. */

/** One artifact of a file; the path class is `authored` unless said. */
export function artifact<K extends Kind>(
  kind: K,
  path: string,
  facts: FactsByKind[K],
  pathClass: PathClass = 'authored',
) {
  return { kind, path, pathClass, level: 'parsed', confidence: 1, why: [], id: path, facts } satisfies Artifact<K>;
}

/** An audit of these artifacts in a tree that holds their files and `others`. */
export function contextOf(artifacts: readonly AnyArtifact[], others: readonly string[] = []): RelationContext {
  const byPath = new Map<string, AnyArtifact[]>();
  for (const one of artifacts) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
  const files: FileFacts[] = [...byPath].map(([path, found]) => ({
    path,
    pathClass: found[0]?.pathClass ?? 'authored',
    artifacts: found,
    problems: [],
  }));
  const inventory = { files, history: 'none' as const };
  const tree = buildTree([...new Set([...byPath.keys(), ...others])].sort());
  return { inventory, own: inventory, tree, vocabulary: DEFAULT_VOCABULARY };
}

/** A manifest of npm unless `facts` say otherwise; it needs nothing. */
export const manifest = (path: string, facts: Partial<FactsByKind['dependency-manifest']> = {}) =>
  artifact('dependency-manifest', path, {
    ecosystem: 'npm',
    private: false,
    library: false,
    command: false,
    dependencies: [],
    people: [],
    ...facts,
  });

/** A page with these headings (`## Like this`), links and anchors. The slug is the heading in lower case with dashes. */
export function page(
  headings: readonly string[],
  links: readonly string[] = [],
  more: Partial<DocumentFacts> = {},
): DocumentFacts {
  const sections = headings.map((line, index) => ({
    level: line.indexOf(' '),
    heading: line.slice(line.indexOf(' ') + 1),
    slug: line
      .slice(line.indexOf(' ') + 1)
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
    at: [index * 100, index * 100 + 10] as const,
    body: [index * 100 + 10, index * 100 + 100] as const,
    words: 10,
    steps: 0,
    bullets: 0,
    tableRows: 0,
    commands: 0,
    links: 0,
    says: [],
  }));
  return {
    format: 'markdown',
    frontMatter: {},
    sections,
    anchors: [],
    links: links.map((target, index) => ({
      form: 'inline',
      target,
      text: 'here',
      at: [1000 + index, 1001 + index],
      section: 0,
    })),
    mentions: [],
    fences: [],
    ...more,
  };
}

export function alert(name: string, more: Partial<AlertFacts> = {}): AlertFacts {
  return {
    name,
    group: 'group',
    occurrence: 0,
    labels: {},
    annotations: {},
    templated: [],
    spans: { '': [0, 100], annotations: [50, 100] },
    ...more,
  };
}

export function rules(path: string, alerts: readonly AlertFacts[], dialect: 'prometheus' | 'grafana' = 'prometheus') {
  return artifact('alert-rules', path, { dialect, alerts, faults: [] });
}

/** A route: matchers as in `severity="page"`, `team=~"a|b"`. */
export function route(
  receiver: string | undefined,
  matchers: readonly string[] = [],
  routes: readonly RouteFacts[] = [],
  goesOn = false,
): RouteFacts {
  return {
    ...(receiver === undefined ? {} : { receiver }),
    matchers: matchers.map(matcher),
    continue: goesOn,
    routes,
    at: [1, 2],
  };
}

function matcher(text: string): MatcherFacts {
  const [, label = '', operator = '=', value = ''] = /^(\w+)(=~|!~|!=|=)"(.*)"$/.exec(text) ?? [];
  return { label, operator: operator as MatcherFacts['operator'], value, at: [3, 4] };
}

/** A receiver with integrations of these addresses. */
export function receiver(name: string, addresses: readonly string[] = []): ReceiverFacts {
  return {
    name,
    integrations: addresses.map((target) => ({ type: 'email', target, at: [7, 8] })),
    spans: { '': [5, 9], name: [5, 6] },
  };
}

export function routing(
  path: string,
  root: RouteFacts | undefined,
  receivers: readonly ReceiverFacts[],
  more: Partial<AlertRoutingFacts> = {},
  pathClass: PathClass = 'authored',
) {
  const facts: AlertRoutingFacts = {
    dialect: 'alertmanager',
    receivers,
    faults: [],
    templated: false,
    ...(root ? { route: root } : {}),
    ...more,
  };
  return artifact('alert-routing', path, facts, pathClass);
}

/** What a relation of the repository is asked of. */
export const REPOSITORY: SubjectMap['repository'] = {
  path: '.',
  pathClass: 'authored',
  level: 'parsed',
  subjectId: '.',
  files: 0,
  at: () => ({ path: '.' }),
};

/** What a relation is asked of. */
export function alertSubject(from: Artifact<'alert-rules'>, index = 0): SubjectMap['alert'] {
  const facts = from.facts.alerts[index] ?? alert('none');
  return { ...facts, ...base(from), at: (...field) => placeOf(from.path, facts.spans, field) };
}

export function receiverSubject(from: Artifact<'alert-routing'>, name: string): SubjectMap['receiver'] {
  const facts = from.facts.receivers.find((one) => one.name === name) ?? receiver(name);
  return { ...facts, ...base(from), at: (...field) => placeOf(from.path, facts.spans, field) };
}

export function pageSubject(from: Artifact<'document'>): SubjectMap['document'] {
  return { ...base(from), facts: from.facts, page: from.facts, roles: [], at: () => ({ path: from.path }) };
}

export function runbookSubject(from: Artifact<'runbook'>, text: DocumentFacts): SubjectMap['runbook'] {
  return { ...base(from), facts: from.facts, page: text, roles: ['runbook'], at: () => ({ path: from.path }) };
}

function base<K extends Kind>(from: Artifact<K>) {
  const { path, pathClass, level } = from;
  return { path, pathClass, level, subjectId: path, artifact: from };
}
