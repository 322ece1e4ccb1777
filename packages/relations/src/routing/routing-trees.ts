import type { AlertRoutingFacts, Artifact, ReceiverFacts, RelationContext, RouteFacts } from '@shipworthy/model';
import { artifactsOf } from '@shipworthy/model';
import { folderOf } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';

/** One route tree with the receivers it can name. */
export interface RoutingTree {
  readonly system: 'alertmanager' | 'grafana';
  /** The file of the routes. */
  readonly path: string;
  readonly route: RouteFacts;
  readonly receivers: ReadonlyMap<string, ReceiverFact>;
  /** Parts are left to a template engine, so what is missing may be filled in. */
  readonly templated: boolean;
  /** Why the routes may not be what runs. */
  readonly doubtful?: string;
}

/** A receiver and the file it stands in. */
export interface ReceiverFact {
  readonly receiver: ReceiverFacts;
  readonly path: string;
}

type RoutingArtifact = Artifact<'alert-routing'>;

/** The name of the contact point that Grafana's own default policy leads to. */
const GRAFANA_DEFAULT = 'grafana-default-email';

/** The route trees of a repository that count as its own. */
export const routingTrees: (context: RelationContext) => readonly RoutingTree[] = oncePerContext((context) => {
  const files = artifactsOf(context.own, 'alert-routing');
  const grafana = files.filter(({ facts }) => facts.dialect === 'grafana');
  const own = files.filter(({ facts }) => facts.dialect !== 'grafana');
  return [...own.flatMap((file) => alertmanagerTree(file, context)), ...grafanaTrees(grafana, context)];
});

function alertmanagerTree(file: RoutingArtifact, context: RelationContext): RoutingTree[] {
  const { route } = file.facts;
  if (!route) return [];
  return [tree('alertmanager', file, route, [file], context)];
}

/** Grafana reads all its provisioning files together: policies of one name the contact points of another. */
function grafanaTrees(files: readonly RoutingArtifact[], context: RelationContext): RoutingTree[] {
  const groups = new Map<string, RoutingArtifact[]>();
  for (const file of files) {
    const folder = folderOf(file.path);
    groups.set(folder, [...(groups.get(folder) ?? []), file]);
  }
  return [...groups.values()].flatMap((group) => {
    const trees = group.flatMap((file) =>
      file.facts.route ? [tree('grafana', file, file.facts.route, group, context)] : [],
    );
    if (trees.length > 0) return trees;
    const [first] = group;
    const fallback = first && defaultContactPoint(group);
    return fallback ? [tree('grafana', first, fallback, group, context)] : [];
  });
}

/** Without policies, Grafana's default policy leads to its default contact point, here taken over or the only one. */
function defaultContactPoint(files: readonly RoutingArtifact[]): RouteFacts | undefined {
  const receivers = files.flatMap(({ facts }) => facts.receivers);
  const chosen =
    receivers.find(({ name }) => name === GRAFANA_DEFAULT) ?? (receivers.length === 1 ? receivers[0] : undefined);
  const at = chosen?.spans.name ?? chosen?.spans[''];
  return chosen && at ? { receiver: chosen.name, matchers: [], continue: false, routes: [], at } : undefined;
}

function tree(
  system: RoutingTree['system'],
  file: RoutingArtifact,
  route: RouteFacts,
  files: readonly RoutingArtifact[],
  context: RelationContext,
): RoutingTree {
  const receivers = new Map<string, ReceiverFact>();
  for (const { facts, path } of files)
    for (const receiver of facts.receivers) receivers.set(receiver.name, { receiver, path });
  const doubt = doubtOf(file, context);
  return {
    system,
    path: file.path,
    route,
    receivers,
    templated: files.some(({ facts, level }) => facts.templated || level !== 'parsed'),
    ...(doubt === undefined ? {} : { doubtful: doubt }),
  };
}

/** Why a routing file may not be what runs, if there is a reason. */
export function doubtOf(
  file: { readonly path: string; readonly pathClass: string; readonly facts: AlertRoutingFacts },
  { tree: paths }: RelationContext,
): string | undefined {
  if (file.pathClass === 'example') return 'it is an example';
  if (file.facts.dialect === 'alertmanager-config')
    return `the operator hands it only alerts of the namespace ${file.facts.namespace ?? 'it is installed in'}`;
  const folder = folderOf(file.path);
  const isBase = /(?:^|\/)base(?:\/|$)/.test(folder);
  if (isBase && ['kustomization.yaml', 'kustomization.yml'].some((name) => paths.hasFile(`${folder}/${name}`)))
    return 'it is a base that Kustomize overlays may fill in';
  return undefined;
}
