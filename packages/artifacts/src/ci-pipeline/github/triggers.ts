import type { PipelineFault, Span, TriggerFacts, WrittenAt } from '@shipworthy/model';
import type { YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { andList, broken, orList, unknownWord } from '../fault.ts';
import { listOf } from '../written.ts';
import { EVENTS, filtersOf, meaningOf } from './events.ts';

interface Triggers {
  readonly triggers: readonly TriggerFacts[];
  readonly faults: readonly PipelineFault[];
}

/** `on: push`, `on: [push, pull_request]` or a mapping of events to their filters. */
export function readTriggers(on: YamlNode): Triggers {
  if (on.kind !== 'map') {
    const events = listOf(on);
    return {
      triggers: events.map(({ text, at }) => trigger(text, at, undefined)),
      faults: events.flatMap(({ text, at }) => eventFaults(text, at)),
    };
  }
  const faults: PipelineFault[] = [];
  const triggers = on.entries.map(({ key, keySpan, value }) => {
    faults.push(...eventFaults(key, keySpan), ...filterFaults(key, value));
    return trigger(key, keySpan, value);
  });
  return { triggers, faults };
}

function trigger(event: string, at: Span, value: YamlNode | undefined): TriggerFacts {
  const map = value?.kind === 'map' ? value : undefined;
  const filters = {
    ...given('types', map?.get('types')),
    ...given('branches', map?.get('branches')),
    ...given('branchesIgnored', map?.get('branches-ignore')),
    ...given('tags', map?.get('tags')),
    ...given('paths', map?.get('paths')),
    ...given('pathsIgnored', map?.get('paths-ignore')),
  };
  const schedules = event === 'schedule' ? cronsOf(value) : [];
  const pipelines = listOf(map?.get('workflows')).map(({ text }) => text);
  return {
    on: meaningOf(event, filters),
    event,
    at,
    ...filters,
    ...(schedules.length > 0 ? { schedules } : {}),
    ...(pipelines.length > 0 ? { pipelines } : {}),
  };
}

function given<K extends string>(key: K, node: YamlNode | undefined): { readonly [P in K]?: readonly WrittenAt[] } {
  return node === undefined ? {} : ({ [key]: listOf(node) } as { readonly [P in K]: readonly WrittenAt[] });
}

function cronsOf(schedule: YamlNode | undefined): readonly WrittenAt[] {
  if (schedule?.kind !== 'seq') return [];
  return schedule.items.flatMap((item) => (item.kind === 'map' ? listOf(item.get('cron')) : []));
}

function eventFaults(event: string, at: Span): PipelineFault[] {
  if (filtersOf(event)) return [];
  return [unknownWord('unknown-event', `'${event}' is no event of GitHub`, event, Object.keys(EVENTS), at)];
}

function filterFaults(event: string, value: YamlNode): PipelineFault[] {
  if (event === 'schedule') return scheduleFaults(value);
  const known = filtersOf(event);
  if (!known || value.kind !== 'map') return [];
  const found = value.entries
    .filter(({ key }) => !known.includes(key))
    .map(({ key, keySpan }) => ({ key, fault: misplaced(event, key, keySpan, known) }));
  return [...asOne(event, found, known), ...both(value)];
}

/** Several words below an event that takes none of them are one slip: most often the event is the wrong one. */
function asOne(
  event: string,
  found: readonly { readonly key: string; readonly fault: PipelineFault }[],
  known: readonly string[],
): PipelineFault[] {
  const certain = found.find(({ fault }) => fault.certain === 'broken') ?? found[0];
  if (!certain || found.length === 1) return found.map(({ fault }) => fault);
  const { code, at, certain: how } = certain.fault;
  const words = andList(found.map(({ key }) => `'${key}'`));
  return [{ code, what: `${words} are no filters of ${event}, which takes ${taken(known)}`, at, certain: how }];
}

const taken = (known: readonly string[]): string => (known.length === 0 ? 'nothing below it' : `only ${orList(known)}`);

function misplaced(event: string, key: string, at: Span, known: readonly string[]): PipelineFault {
  const elsewhere = key === 'permissions' || Object.keys(EVENTS).some((other) => filtersOf(other)?.includes(key));
  const what = `'${key}' is no filter of ${event}, which takes ${taken(known)}`;
  return elsewhere ? broken('misplaced-filter', what, at) : unknownWord('unknown-filter', what, key, known, at);
}

/** GitHub refuses a workflow that has a filter and its opposite. */
function both(map: YamlMap): PipelineFault[] {
  return ['branches', 'tags', 'paths'].flatMap((filter) => {
    const opposite = map.has(filter) ? map.entry(`${filter}-ignore`) : undefined;
    return opposite
      ? [broken('both-filters', `'${filter}' and '${filter}-ignore' exclude each other`, opposite.keySpan)]
      : [];
  });
}

/** Five fields of digits, names, `*`, `,`, `-` and `/`. Source: GitHub's `schedule` event, POSIX cron syntax. */
const CRON = /^\s*(?:[\d*,/-]+\s+){2}[\d*,/-]+\s+[\dA-Za-z*,/-]+\s+[\dA-Za-z*,/-]+\s*$/;

function scheduleFaults(value: YamlNode): PipelineFault[] {
  return cronsOf(value)
    .filter(({ text }) => !CRON.test(text))
    .map(({ text, at }) => broken('bad-cron', `'${text}' is no schedule of five fields`, at));
}
