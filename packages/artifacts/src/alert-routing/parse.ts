import type { AlertRoutingFacts, Artifact, FactFault, ReadProblem, Span } from '@shipworthy/model';
import { parseHeldFile, readTemplateYaml, type SourceText, unknownWithin } from '../formats/template/index.ts';
import type { YamlMap, YamlNode } from '../formats/yaml/index.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { configFaults } from './faults.ts';
import { findRouting, type RoutingConfig } from './find.ts';
import { contactPointsOf, receiversOf } from './receivers.ts';
import { routeOf } from './routes.ts';

type RoutingArtifact = Artifact<'alert-routing'>;

const PATH_WORD = /alertmanager|alerting|alerts?[/._-]|contact-?points?|notification|receivers?|monitoring|prometheus/i;
const CONTENT_ONLY = 0.7;
const PATH_AND_CONTENT = 0.85;
/** Variables of shells and substitution tools, and words in angle brackets that somebody is to replace. */
const SUBSTITUTION =
  /\$\{\w+|\$\(\w+\)|%\w+%|<[\w -]{0,60}(?:secret|token|key|webhook|url|channel|address|password|replace)[\w -]{0,60}>/i;

/** All routing configurations of a file. */
export function parseAlertRouting(file: RepositoryFile): Parsed<'alert-routing'> {
  const yaml = readTemplateYaml(file);
  const text: SourceText = {
    original: file.text,
    parsed: yaml.text,
    level: yaml.level,
    unknown: yaml.unknown,
    place: (span) => span,
  };
  const artifacts: RoutingArtifact[] = [];
  const problems: ReadProblem[] = [];
  for (const document of yaml.documents) {
    const { configs, held } = findRouting(document.root);
    for (const config of configs) artifacts.push(...artifactsOf(file, config, document.root, text));
    for (const { value, keySpan, decoded } of held) {
      const inner = parseHeldFile(value, keySpan, text, decoded);
      problems.push(...inner.problems.map((problem): ReadProblem => ({ kind: 'alert-routing', ...problem })));
      for (const { root } of inner.documents)
        for (const config of findRouting(root).configs)
          artifacts.push(...artifactsOf(file, config, document.root, inner.text, text.place(value.span)));
    }
  }
  if (yaml.problems.length > 0 && /^route:/m.test(file.text) && /^receivers:/m.test(file.text))
    for (const { what, at, effect } of yaml.problems)
      problems.push({ kind: 'alert-routing', what, at, effect: yaml.level === 'tolerant' ? 'unseen' : effect });
  return { artifacts, problems };
}

function artifactsOf(
  file: RepositoryFile,
  { form, node }: RoutingConfig,
  root: YamlNode,
  text: SourceText,
  heldAt?: Span,
): RoutingArtifact[] {
  const faults: FactFault[] = [];
  const holder = form === 'alertmanager-config' ? node.map('spec') : node;
  const owner = form === 'alertmanager-config' ? node : heldAt && root.kind === 'map' ? root : undefined;
  const roots = (form === 'grafana' ? node.items('policies') : [holder?.map('route')]).filter(
    (route): route is YamlMap => route?.kind === 'map',
  );
  const routes = roots.map((route) => routeOf(route, text, faults));
  const receivers =
    form === 'grafana'
      ? contactPointsOf(node.items('contactPoints'), text)
      : receiversOf(holder?.items('receivers') ?? [], text);
  if (form === 'alertmanager') faults.push(...configFaults(routes[0], receivers));
  const at = heldAt ?? text.place(node.span);
  const namespace = owner?.map('metadata')?.text('namespace');
  const templated = isTemplated(node, text);
  const path = PATH_WORD.exec(file.path)?.[0];
  const facts: AlertRoutingFacts = {
    dialect: heldAt && form === 'alertmanager' ? 'secret' : form,
    ...(namespace && form === 'alertmanager-config' && { namespace }),
    ...(routes[0] && { route: routes[0] }),
    receivers,
    faults: templated || text.level !== 'parsed' ? [] : faults,
    templated,
  };
  const base = {
    kind: 'alert-routing',
    path: file.path,
    pathClass: file.pathClass,
    level: text.level,
    confidence: path || owner ? PATH_AND_CONTENT : CONTENT_ONLY,
    why: [
      WHY[form],
      ...(heldAt ? ['held in a string of another file'] : []),
      ...(path ? [`path says \`${path}\``] : []),
    ],
    id: objectName(owner) ?? file.path,
    at,
  } as const;
  // Grafana keeps one tree per organisation; each further one stands alone.
  const further = routes.slice(1).map((route) => ({ ...base, facts: { ...facts, route, receivers: [], faults: [] } }));
  return [{ ...base, facts }, ...further];
}

const WHY: Readonly<Record<RoutingConfig['form'], string>> = {
  alertmanager: 'a route and receivers side by side',
  'alertmanager-config': 'kind AlertmanagerConfig',
  grafana: 'contact points or notification policies',
};

function objectName(object: YamlMap | undefined): string | undefined {
  const metadata = object?.map('metadata');
  const name = metadata?.text('name');
  const namespace = metadata?.text('namespace');
  return name && namespace ? `${namespace}/${name}` : name;
}

function isTemplated(node: YamlMap, text: SourceText): boolean {
  const [start, end] = node.span;
  return unknownWithin(text, start, end).length > 0 || SUBSTITUTION.test(text.original.slice(start, end));
}
