import type { parseEvents } from 'js-yaml';

/** The library's event types, taken from its one function that gives them. */
export type YamlEvent = ReturnType<typeof parseEvents>[number];
export type ScalarEvent = Extract<YamlEvent, { type: 4 }>;
export type CollectionEvent = Extract<YamlEvent, { type: 2 | 3 }>;
