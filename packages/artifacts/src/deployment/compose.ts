import type { ContainerFacts, ProbeFacts } from '@shipworthy/model';
import type { YamlMap } from '../formats/yaml/index.ts';
import type { Pieces, Reading } from './pieces.ts';
import { programFacts } from './program.ts';
import { storeOf, technologyOf } from './stores.ts';

/** Words of a file or folder by which what it starts is for developers, tests and readers alone. */
const FOR_DEVELOPERS =
  /(?:^|[/._-])(?:dev|devel|develop|developer|development|devcontainer|local|localdev|debug|tests?|testing|ci|e2e|integration|override|bench(?:mark)?|hack|docs|tutorials?|prototypes?)(?:[/._-]|$)/i;

/** A compose file that stands up a developer's machine or a test, by its path. */
export const isForDevelopers = (path: string): boolean => FOR_DEVELOPERS.test(path);

/** What a compose file adds to the pieces; false when it only starts what a program is developed against. */
export function readCompose(reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  const services = root.map('services');
  let programs = 0;
  for (const { key, keySpan, value } of services?.entries ?? []) {
    if (value.kind !== 'map') continue;
    if (mountsItsSource(reading, value)) return false;
    const at = reading.text.place(keySpan);
    const image = reading.raw(value, 'image');
    const store = image && storeOf(key, at, image.text, keepsData(value));
    if (store) pieces.stores.push(store);
    if (value.has('build') || (image && !technologyOf(image.text))) programs++;
    addService(reading, key, value, pieces);
  }
  const named = root.map('secrets');
  for (const { key, keySpan } of named?.entries ?? [])
    pieces.secrets.push({ name: key, at: reading.text.place(keySpan) });
  return programs > 0;
}

/** What nobody starts again after a crash stands for a trial, whatever it is called. */
const keepsData = (service: YamlMap): boolean =>
  service.has('volumes') && (service.has('restart') || service.has('deploy'));

function addService(reading: Reading, name: string, service: YamlMap, pieces: Pieces): void {
  const at = reading.text.place(service.entries[0]?.keySpan ?? service.span);
  const image = reading.raw(service, 'image');
  const builds = reading.plain(service, 'build') ?? reading.plain(service.map('build'), 'context');
  const command = reading.command(service, 'command');
  const probe = healthOf(reading, service);
  const ports = reading.list(service, 'ports');
  const container: ContainerFacts = {
    name,
    at,
    ...programFacts({ image, builds, command }),
    ports: ports.flatMap((port) => {
      const number = Number(/(\d+)(?:\/\w+)?$/.exec(port.text)?.[1]);
      return Number.isInteger(number) ? [{ number, at: port.at }] : [];
    }),
    ...(probe ? { liveness: probe } : {}),
    variables: variablesOf(reading, service),
  };
  const replicas = reading.written(service.map('deploy'), 'replicas');
  pieces.workloads.push({
    name,
    at,
    type: ports.length > 0 || service.has('expose') ? 'service' : 'unknown',
    object: 'service',
    containers: [container],
    ...(replicas ? { replicas } : {}),
    labels: {},
    ...(!image && builds === undefined ? { patch: true as const } : {}),
    templated: [],
  });
  for (const port of ports) {
    // Bound to the machine itself, it is for whatever stands before it.
    const outside = !/^(?:127\.0\.0\.1|localhost):/.test(port.text);
    pieces.exposure.push({ at: port.at, how: 'port', outside });
  }
}

function variablesOf(reading: Reading, service: YamlMap): ContainerFacts['variables'] {
  const node = service.get('environment');
  if (node?.kind === 'map')
    return node.entries.map(({ key, keySpan, value }) => {
      const text = reading.scalar(value)?.text;
      return { name: key, ...(text === undefined ? {} : { text }), at: reading.text.place(keySpan) };
    });
  return reading.list(service, 'environment').map(({ text, at }) => {
    const cut = text.indexOf('=');
    return cut < 0 ? { name: text, at } : { name: text.slice(0, cut), text: text.slice(cut + 1), at };
  });
}

const PATH_ASKED = /https?:\/\/[^/\s"']+(\/[^\s"'|&;)]*)?/;

function healthOf(reading: Reading, service: YamlMap): ProbeFacts | undefined {
  const entry = service.entry('healthcheck');
  if (entry?.value.kind !== 'map') return undefined;
  const command = reading.command(entry.value, 'test')?.replace(/^CMD(?:-SHELL)? /, '');
  if (command === undefined || command === 'NONE' || reading.plain(entry.value, 'disable') === 'true') return undefined;
  const asked = PATH_ASKED.exec(command);
  const at = reading.text.place(entry.keySpan);
  return {
    at,
    how: asked ? 'http' : 'command',
    command,
    ...(asked ? { path: { text: asked[1] ?? '/', at: reading.text.place(entry.value.span) } } : {}),
  };
}

/** The folder that the image is made of is mounted over it: whoever edits it sees the change at once. */
function mountsItsSource(reading: Reading, service: YamlMap): boolean {
  const builds = reading.plain(service, 'build') ?? reading.plain(service.map('build'), 'context');
  // Without a folder to build from, only the repository itself is certainly source.
  if (builds === undefined) return reading.list(service, 'volumes').some(({ text }) => /^\.\/?:/.test(text));
  const folder = plainFolder(builds);
  return reading.list(service, 'volumes').some(({ text }) => {
    const [from = '', to] = text.split(':');
    return (
      to !== undefined && /^\.{1,2}(?:\/|$)/.test(from) && !/\.\w+$/.test(from) && isSource(plainFolder(from), folder)
    );
  });
}

/** The folder itself, or its usual folder of source; a folder below that may hold data. */
function isSource(mounted: string, folder: string): boolean {
  if (mounted === folder) return true;
  const inside = folder === '' ? mounted : mounted.startsWith(`${folder}/`) ? mounted.slice(folder.length + 1) : '';
  return /^(?:src|app|apps|lib|cmd|pkg|server|client|packages)$/.test(inside);
}

const plainFolder = (path: string): string =>
  path
    .replace(/^(?:\.\/)+/, '')
    .replace(/^\.$/, '')
    .replace(/\/$/, '');
