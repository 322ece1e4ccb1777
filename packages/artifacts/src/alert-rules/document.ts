import type { Artifact, FactFault, ReadProblem, Span } from '@shipworthy/model';
import { isUnknown, parseHeldFile, type SourceText } from '../formats/template/index.ts';
import type { YamlDocument, YamlMap } from '../formats/yaml/index.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { alertFrom, counted, type UncountedAlert } from './alert.ts';
import { expressionFacts, type LanguageHint } from './expression.ts';
import { type Loader, shapeFaults } from './faults.ts';
import { findRules, type HeldFile, isAlert, isGrafanaAlert, type RuleList } from './find.ts';
import { grafanaAlertFrom } from './grafana.ts';
import { pathSignal } from './signals.ts';

interface Result {
  readonly artifacts: readonly Artifact<'alert-rules'>[];
  readonly problems: readonly ReadProblem[];
}

const OBJECT_KINDS = new Set(['PrometheusRule', 'VMRule', 'AlertingRule']);
/** Objects that hold others, and under which key. */
const OBJECT_LISTS: Readonly<Record<string, string>> = { List: 'items', Template: 'objects' };
const OWNER_LABELS = ['team', 'owner', 'squad'];
const CONTENT_ONLY = 0.7;
const PATH_AND_CONTENT = 0.85;
/** Keys that only vmalert, Loki or Mimir give a group: their expressions may be more than PromQL. */
const DIALECT_GROUP_KEYS = [
  'type',
  'eval_offset',
  'eval_delay',
  'concurrency',
  'params',
  'headers',
  'extra_filter_labels',
];

/** The artifacts of one YAML document: itself, the objects of a `List` or `Template`, or the rule files its strings hold. */
export function documentArtifacts(file: RepositoryFile, document: YamlDocument, text: SourceText): Result {
  const root = document.root;
  const list = root.kind === 'map' ? OBJECT_LISTS[root.text('kind') ?? ''] : undefined;
  if (root.kind === 'map' && list) {
    const results = root.items(list).map((item) => objectArtifacts(file, { ...document, root: item }, text));
    return { artifacts: results.flatMap((result) => result.artifacts), problems: results.flatMap((r) => r.problems) };
  }
  return objectArtifacts(file, document, text);
}

function objectArtifacts(file: RepositoryFile, document: YamlDocument, text: SourceText): Result {
  const { lists, held } = findRules(document.root);
  const artifacts: Artifact<'alert-rules'>[] = [];
  const problems: ReadProblem[] = [];
  if (lists.length > 0) artifacts.push(artifactOf(file, document, lists, text));
  for (const one of held) {
    const inner = heldArtifacts(file, one, text);
    artifacts.push(...inner.artifacts);
    problems.push(...inner.problems);
  }
  return { artifacts, problems };
}

function heldArtifacts(file: RepositoryFile, { value, keySpan }: HeldFile, text: SourceText): Result {
  const held = parseHeldFile(value, keySpan, text);
  const artifacts = held.documents.flatMap((document) => {
    const { lists } = findRules(document.root);
    if (lists.length === 0) return [];
    return [{ ...artifactOf(file, document, lists, held.text), at: text.place(value.span) }];
  });
  return { artifacts, problems: held.problems.map((problem) => ({ kind: 'alert-rules', ...problem })) };
}

function artifactOf(
  file: RepositoryFile,
  document: YamlDocument,
  lists: readonly RuleList[],
  text: SourceText,
): Artifact<'alert-rules'> {
  const root = document.root.kind === 'map' ? document.root : undefined;
  const object = root && OBJECT_KINDS.has(root.text('kind') ?? '') ? root : undefined;
  const grafana = lists.every(({ form }) => form === 'grafana');
  const dialect = grafana ? 'grafana' : object ? 'prometheus-rule' : 'prometheus';
  const metadata = root?.map('metadata');
  const hint = hintFor(file, root, lists);
  const alerts = lists.flatMap((list) => alertsOf(list, text, hint, file.once(roomOf)));
  const records = recordsOf(lists, text, hint);
  const path = pathSignal(file.path);
  const owner = ownerOf(file, metadata);
  const named = objectName(metadata, text);
  return {
    kind: 'alert-rules',
    path: file.path,
    pathClass: file.pathClass,
    level: text.level,
    confidence: path || object ? PATH_AND_CONTENT : CONTENT_ONLY,
    why: [
      grafana ? 'rules with title, condition and data' : 'rules with alert and expression',
      ...(object ? [`kind ${object.text('kind')}`] : []),
      ...(path ? [path] : []),
    ],
    id: named ?? file.path,
    ...(named && { title: named }),
    at: text.place(document.root.span),
    facts: {
      dialect,
      ...(owner && { owner }),
      alerts: counted(alerts),
      ...(Object.keys(records).length > 0 && { records }),
      faults: faultsOf(document, object, lists, text, hint),
    },
  };
}

/** `namespace/name` of an object, as far as no template fills it in. */
function objectName(metadata: YamlMap | undefined, text: SourceText): string | undefined {
  const known = (key: string) => {
    const node = metadata?.get(key);
    return node?.kind === 'scalar' && !isUnknown(text, node) ? node.text : undefined;
  };
  const [namespace, name] = [known('namespace'), known('name')];
  return name && namespace ? `${namespace}/${name}` : name || undefined;
}

function alertsOf(list: RuleList, text: SourceText, hint: LanguageHint, room: Room): UncountedAlert[] {
  const alerts: UncountedAlert[] = [];
  for (const item of list.items)
    if (room.left <= alerts.length) room.full = true;
    else if (isAlert(item, false)) alerts.push(alertFrom(item, list, text, hint));
    else if (isGrafanaAlert(item)) alerts.push(grafanaAlertFrom(item, list, text, hint));
  room.left -= alerts.length;
  return alerts;
}

/** What recording rules of the lists record, and whether a condition decides if it is there. */
function recordsOf(lists: readonly RuleList[], text: SourceText, hint: LanguageHint): Record<string, boolean> {
  const records: Record<string, boolean> = {};
  for (const { items, form } of lists)
    for (const item of form === 'prometheus' ? items : []) {
      const expr = item.kind === 'map' ? item.get('expr') : undefined;
      const name = item.kind === 'map' ? item.text('record') : undefined;
      if (name && expr?.kind === 'scalar')
        records[name] = (records[name] ?? true) && expressionFacts(expr, text, hint).hasCondition;
    }
  return records;
}

/** Room for the alerts of one file: aliases make a million of a few lines. */
interface Room {
  left: number;
  full: boolean;
}
const MAX_ALERTS = 50_000;

function roomOf(_file: RepositoryFile): Room {
  return { left: MAX_ALERTS, full: false };
}

/** Whether the file holds more alerts than are read of one. Ask when all its documents were read. */
export function overflow(file: RepositoryFile): ReadProblem[] {
  if (!file.once(roomOf).full) return [];
  return [
    { kind: 'alert-rules', what: `it holds more than ${MAX_ALERTS} alerts; the rest was not read`, effect: 'unseen' },
  ];
}

function hintFor(file: RepositoryFile, root: YamlMap | undefined, lists: readonly RuleList[]): LanguageHint {
  const labels = root?.map('metadata')?.map('labels')?.entries ?? [];
  const kind = root?.text('kind') ?? '';
  return {
    loki:
      /loki|logql/i.test(file.path) ||
      /^loki\./.test(root?.text('apiVersion') ?? '') ||
      labels.some(({ key }) => /loki/i.test(key)) ||
      lists.some(({ group }) => /loki/i.test(group?.text('name') ?? '')),
    dialect:
      kind === 'VMRule' ||
      /vmalert|victoria-?metrics/i.test(file.path) ||
      lists.some(({ group }) => DIALECT_GROUP_KEYS.some((key) => group?.has(key))),
  };
}

/** Only shapes that a loader reads as they are can be judged: not a chart's values, not a template, not other dialects. */
function faultsOf(
  document: YamlDocument,
  object: YamlMap | undefined,
  lists: readonly RuleList[],
  text: SourceText,
  hint: LanguageHint,
): readonly FactFault[] {
  if (text.level !== 'parsed' || hint.dialect || lists.some(({ form }) => form !== 'prometheus')) return [];
  const root = document.root.kind === 'map' ? document.root : undefined;
  const groups = object ? object.map('spec')?.get('groups') : root?.get('groups');
  if (groups?.kind !== 'seq' || root?.has('apiVersion') !== (object !== undefined)) return [];
  const known = new Set(groups.items);
  if (!lists.every(({ group }) => group && known.has(group))) return [];
  const loader: Loader = object ? 'object' : 'file';
  const inside = ({ at }: { readonly at: Span }) => at[0] >= groups.span[0] && at[1] <= groups.span[1];
  return shapeFaults(groups.items, document.duplicateKeys.filter(inside), loader, text);
}

function pintOwner({ text }: RepositoryFile): string | undefined {
  return /^[ \t]*# pint (?:file|rule)\/owner (\S.*)$/m.exec(text)?.[1]?.trim();
}

/** A comment of the linter pint, or labels of the object that holds the rules. */
function ownerOf(file: RepositoryFile, metadata: YamlMap | undefined): string | undefined {
  const pint = file.once(pintOwner);
  if (pint) return pint;
  const labels = metadata?.map('labels');
  return OWNER_LABELS.map((key) => labels?.text(key)).find((value) => value !== undefined);
}
