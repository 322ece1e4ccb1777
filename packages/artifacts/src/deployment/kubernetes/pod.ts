import type { ContainerFacts, ProbeFacts, Span } from '@shipworthy/model';
import { unknownWithin } from '../../formats/template/index.ts';
import type { YamlMap } from '../../formats/yaml/index.ts';
import { mapAt, type Pieces, type Reading } from '../pieces.ts';

/** The containers of a pod, and the names of the secrets they need, which are added to the pieces. */
export function containersOf(reading: Reading, pod: YamlMap | undefined, pieces: Pieces): ContainerFacts[] {
  if (!pod) return [];
  for (const volume of reading.maps(pod, 'volumes')) addSecret(reading, volume.map('secret'), 'secretName', pieces);
  return [
    ...reading.maps(pod, 'initContainers').map((container) => {
      // Since Kubernetes 1.28 one that is always restarted runs beside the others.
      const beside = reading.plain(container, 'restartPolicy') === 'Always';
      return containerOf(reading, container, pieces, beside ? 'sidecar' : 'init');
    }),
    ...reading.maps(pod, 'containers').map((container) => containerOf(reading, container, pieces)),
  ];
}

/** A template writes the list of containers, or more of them. */
export function hidesContainers(reading: Reading, pod: YamlMap | undefined): boolean {
  return pod?.get('containers')?.kind !== 'seq' && reading.text.unknown.length > 0;
}

/** Fields of a container as other platforms write them too (Knative, ECS have their own). */
export function containerOf(
  reading: Reading,
  container: YamlMap,
  pieces: Pieces,
  aside?: ContainerFacts['aside'],
): ContainerFacts {
  const image = reading.raw(container, 'image');
  const words = [reading.command(container, 'command'), reading.command(container, 'args')].flatMap(
    (part) => part ?? [],
  );
  const resources = container.map('resources');
  const limits = resources?.entry('limits')?.keySpan;
  const requests = resources?.entry('requests')?.keySpan;
  const privileged = mapAt(container, 'securityContext')?.get('privileged');
  for (const source of reading.maps(container, 'envFrom')) addSecret(reading, source.map('secretRef'), 'name', pieces);
  const probes = (['liveness', 'readiness', 'startup'] as const).flatMap((role) => {
    const probe = probeOf(reading, container, `${role}Probe`);
    return probe ? [[role, probe] as const] : [];
  });
  return {
    name: reading.raw(container, 'name')?.text ?? '',
    at: reading.text.place(startOf(container)),
    ...(image ? { image } : {}),
    ...(words.length > 0 ? { command: words.join(' ') } : {}),
    ports: reading.maps(container, 'ports').map((port) => {
      const number = Number(reading.plain(port, 'containerPort'));
      const name = reading.plain(port, 'name');
      return {
        ...(Number.isInteger(number) && number > 0 ? { number } : {}),
        ...(name === undefined ? {} : { name }),
        at: reading.text.place(startOf(port)),
      };
    }),
    ...Object.fromEntries(probes),
    ...(limits ? { limits: reading.text.place(limits) } : {}),
    ...(requests ? { requests: reading.text.place(requests) } : {}),
    ...(privileged?.kind === 'scalar' && privileged.value === true
      ? { privileged: reading.text.place(privileged.span) }
      : {}),
    ...(aside ? { aside } : {}),
    variables: variablesOf(reading, container, pieces),
    ...(isOpen(reading, container) ? { open: true as const } : {}),
  };
}

/** The first pair of an item: an item itself may be hundreds of lines long. */
export function startOf(map: YamlMap): Span {
  const [first] = map.entries;
  return first ? [first.keySpan[0], Math.max(first.keySpan[1], endOnLine(first.value))] : map.span;
}

const endOnLine = (value: YamlMap['entries'][number]['value']): number => (value.kind === 'scalar' ? value.span[1] : 0);

function variablesOf(reading: Reading, container: YamlMap, pieces: Pieces): ContainerFacts['variables'] {
  return reading.maps(container, 'env').flatMap((variable) => {
    addSecret(reading, mapAt(variable, 'valueFrom', 'secretKeyRef'), 'name', pieces);
    const name = reading.written(variable, 'name');
    const text = reading.plain(variable, 'value');
    return name ? [{ name: name.text, ...(text === undefined ? {} : { text }), at: name.at }] : [];
  });
}

/** A name is listed once for each file; the same secret is often taken in many variables. */
export function addSecret(reading: Reading, map: YamlMap | undefined, key: string, pieces: Pieces): void {
  const name = reading.written(map, key);
  if (name && !pieces.secrets.some((known) => known.name === name.text))
    pieces.secrets.push({ name: name.text, at: name.at });
}

/** The probe under the key; undefined without one, or when a template writes whether there is one. */
export function probeOf(reading: Reading, container: YamlMap, key: string): ProbeFacts | undefined {
  const entry = container.entry(key);
  if (!entry || (entry.value.kind === 'scalar' && !reading.unknown(entry.value))) {
    if (!entry || !followedByTemplate(reading, container, entry.keySpan[1])) return undefined;
    return { at: reading.text.place(entry.keySpan), how: 'platform' };
  }
  const at = reading.text.place(entry.keySpan);
  if (entry.value.kind !== 'map') return { at, how: 'platform' };
  const probe = entry.value;
  const http = probe.map('httpGet');
  if (http || probe.has('httpGet')) {
    const path = reading.written(http, 'path');
    const port = reading.written(http, 'port');
    return { at, how: 'http', ...(path ? { path } : {}), ...(port ? { port } : {}) };
  }
  const tcp = probe.map('tcpSocket');
  if (tcp || probe.has('tcpSocket')) {
    const port = reading.written(tcp, 'port');
    return { at, how: 'tcp', ...(port ? { port } : {}) };
  }
  const grpc = probe.map('grpc');
  if (grpc) {
    const port = reading.written(grpc, 'port');
    const service = reading.plain(grpc, 'service');
    return { at, how: 'grpc', ...(port ? { port } : {}), ...(service === undefined ? {} : { service }) };
  }
  const command = reading.command(probe.map('exec'), 'command');
  if (command !== undefined) return { at, how: /grpc_health_probe/.test(command) ? 'grpc' : 'command', command };
  // Times alone: a template or a patch gives the rest.
  return { at, how: 'platform' };
}

/** Blank to the parser, filled by a template: `livenessProbe:` and a line of its own below. */
function followedByTemplate(reading: Reading, container: YamlMap, from: number): boolean {
  const end = container.entries.find(({ keySpan }) => keySpan[0] > from)?.keySpan[0] ?? nextText(reading, from);
  return unknownWithin(reading.text, from, end).length > 0;
}

/** Where the next text begins behind a colon: lines of templates are blank to the parser. */
function nextText(reading: Reading, from: number): number {
  const rest = /[^\s:]/g;
  rest.lastIndex = from;
  return rest.exec(reading.text.parsed)?.index ?? reading.text.parsed.length;
}

/** A line of a template stands among the fields. */
function isOpen(reading: Reading, container: YamlMap): boolean {
  if (reading.text.unknown.length === 0) return false;
  const end = nextText(reading, container.span[1]);
  return unknownWithin(reading.text, container.span[0], end).some(([start, stop]) => isAlone(reading, start, stop));
}

/** How far the ends of a line are looked for. */
const MAX_LINE = 500;
function isAlone(reading: Reading, start: number, end: number): boolean {
  const { parsed } = reading.text;
  const before = parsed.slice(Math.max(0, start - MAX_LINE), start);
  const after = parsed.slice(start, Math.max(end, Math.min(parsed.length, end + MAX_LINE)));
  return before.slice(before.lastIndexOf('\n') + 1).trim() === '' && (after.split('\n', 1)[0] ?? '').trim() === '';
}
