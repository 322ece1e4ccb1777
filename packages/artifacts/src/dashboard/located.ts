import type { ExtractionLevel, Span } from '@shipworthy/model';
import { parseJson } from '../formats/json/read-json.ts';
import type { YamlNode } from '../formats/yaml/index.ts';

export type Json = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

/** A plain value and where its parts stand in the file. Positions are worked out only when one is asked for. */
export interface Located {
  readonly value: Json;
  /** Span of the part, or of the nearest enclosing one. */
  locate(path: Path): Span;
  readonly level: ExtractionLevel;
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const objectsIn = (value: unknown): readonly Json[] => listOf(value).filter(isObject);
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
export const fieldOf = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);

/** Span of the part of a tree of nodes that a path leads to, or of the last one on the way. */
export function spanIn(root: YamlNode, path: Path): Span {
  let node = root;
  for (const step of path) {
    const next =
      node.kind === 'map'
        ? node.get(String(step))
        : node.kind === 'seq' && typeof step === 'number'
          ? node.items[step]
          : undefined;
    if (!next) break;
    node = next;
  }
  return node.span;
}

/** What a text of JSON holds; a fault in one clause, with its place, when it is none. */
export type JsonText =
  | { readonly object: Located }
  | { readonly fault: { readonly what: string; readonly at: Span; readonly effect: 'broken' | 'unseen' } };

/**
 * Reads JSON: fast while nothing is wrong, and with comments and trailing commas allowed if that fails. `place` turns
 * offsets of the text into offsets of the file.
 */
export function readJsonText(text: string, place: (span: Span) => Span, level: ExtractionLevel = 'parsed'): JsonText {
  let nodes: ReturnType<typeof parseJson> | undefined;
  const locate = (path: Path): Span => {
    nodes ??= parseJson(text);
    return place(nodes.root ? spanIn(nodes.root, path) : [0, text.length]);
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { problem } = parseJson(text);
    const { what, at, effect } = problem ?? { what: 'is not strict JSON', at: [0, 0] as Span, effect: 'unseen' };
    return { fault: { what, at: place(at), effect } };
  }
  if (!isObject(value)) return { fault: { what: 'is no JSON object', at: place([0, 0]), effect: 'unseen' } };
  return { object: { value, locate, level } };
}
