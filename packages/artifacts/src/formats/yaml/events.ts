import type { parseEvents } from 'js-yaml';

/** The library's event types, taken from its one function that gives them. */
export type YamlEvent = ReturnType<typeof parseEvents>[number];
export type ScalarEvent = Extract<YamlEvent, { type: 4 }>;
export type CollectionEvent = Extract<YamlEvent, { type: 2 | 3 }>;

/** Makes an event of a part of a text one of the whole, in which the part begins at `by`. What is not there is at -1. */
export function move(event: YamlEvent, by: number): void {
  if ('start' in event && event.start >= 0) event.start += by;
  if ('valueStart' in event && event.valueStart >= 0) {
    event.valueStart += by;
    event.valueEnd += by;
  }
  if ('anchorStart' in event && event.anchorStart >= 0) {
    event.anchorStart += by;
    event.anchorEnd += by;
  }
  if ('tagStart' in event && event.tagStart >= 0) {
    event.tagStart += by;
    event.tagEnd += by;
  }
}
