import type { ContractChange, ContractText } from '@shipworthy/model';
import { compareOpenApi } from '../compare.ts';

export const STRING = { type: 'string' };
export const NUMBER = { type: 'number' };
export const STRINGS = { type: 'array', items: STRING };
export const objectOf = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
});

/** A document as one side of a comparison, with the files beside it. */
export const sideOf = (document: object, files: Readonly<Record<string, object>> = {}): ContractText => ({
  path: 'api/openapi.json',
  text: JSON.stringify(document, null, 2),
  read: (path) => (files[path] ? JSON.stringify(files[path]) : undefined),
});

/** A document with these paths. */
export const apiOf = (paths: object, more: object = {}) => ({
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1' },
  paths,
  ...more,
});

export const jsonContent = (schema: object) => ({ content: { 'application/json': { schema } } });

/** A document that holds a schema in all places where it is asked of differently. */
export function describing(schema: object): object {
  const holder = objectOf({ x: schema });
  const header = { 'X-Header': { schema } };
  return apiOf({
    '/whole': {
      post: { requestBody: jsonContent(schema), responses: { 200: { headers: header, ...jsonContent(schema) } } },
    },
    '/held': { post: { requestBody: jsonContent(holder), responses: { 200: jsonContent(holder) } } },
    '/given': {
      get: {
        parameters: [
          { in: 'query', name: 'p', schema },
          { in: 'query', name: 'o', schema: holder },
          { in: 'header', name: 'h', schema: holder },
        ],
        responses: { 204: {} },
      },
    },
  });
}

/** The changes between two documents; throws where they were not compared. */
export function changesOf(before: object, after: object, today?: string): readonly ContractChange[] {
  const comparison = compareOpenApi(sideOf(before), sideOf(after), today);
  if (comparison.state === 'unknown') throw new Error(comparison.why);
  return comparison.changes;
}

/** The checks between two documents, each once, sorted. */
export const checksOf = (before: object, after: object, today?: string): readonly string[] =>
  [...new Set(changesOf(before, after, today).map(({ check }) => check))].sort();

/** Checks of a body and of its properties. */
export const sent = (event: string) => [`request-body-${event}`, `request-property-${event}`];
export const returned = (event: string) => [`response-body-${event}`, `response-property-${event}`];

/** A change of a schema, with the checks it falls under and those of the way back. */
export type SchemaRow = readonly [
  what: string,
  before: object,
  after: object,
  forth: readonly string[],
  back: readonly string[],
];
