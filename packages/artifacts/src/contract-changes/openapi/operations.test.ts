import { describe, expect, test } from '@jest/globals';
import { apiOf, changesOf, checksOf, jsonContent, NUMBER, objectOf, STRING } from './testing/documents.ts';

const OK = { 200: {} };
const get = (operation: object) => apiOf({ '/orders': { get: { responses: OK, ...operation } } });
const post = (operation: object) => apiOf({ '/orders': { post: { responses: OK, ...operation } } });
const answer = (response: object) => get({ responses: { 200: response } });
const asked = (parameter: object) => get({ parameters: [{ in: 'query', name: 'page', schema: NUMBER, ...parameter }] });
const taking = (schema: object, more: object = {}) => asked({ name: 'status', schema, ...more });
const NONE = apiOf({});

describe('operations', () => {
  const rows: readonly (readonly [string, object, object, readonly string[]])[] = [
    ['a path is gone', get({}), NONE, ['api-path-removed-without-deprecation']],
    ['a path is new', NONE, get({}), []],
    [
      'an operation is gone',
      apiOf({ '/orders': { get: { responses: OK }, put: { responses: OK } } }),
      get({}),
      ['api-removed-without-deprecation'],
    ],
    ['it was deprecated', get({ deprecated: true }), NONE, []],
    ['its end has come', get({ deprecated: true, 'x-sunset': '2026-01-01' }), NONE, []],
    [
      'its end has not come',
      get({ deprecated: true, 'x-sunset': '2026-12-31T00:00:00Z' }),
      NONE,
      ['api-path-removed-before-sunset'],
    ],
    [
      'its end has not come for one of two',
      apiOf({
        '/orders': { get: { responses: OK }, put: { responses: OK, deprecated: true, 'x-sunset': '2026-12-31' } },
      }),
      get({}),
      ['api-removed-before-sunset'],
    ],
    ['a draft is gone', get({ 'x-stability-level': 'draft' }), NONE, []],
    [
      'a draft changes',
      { ...asked({ required: false }) },
      get({ 'x-stability-level': 'draft' }),
      ['api-stability-decreased'],
    ],
    [
      'a parameter of the path has another name',
      apiOf({ '/orders/{id}': { get: { parameters: [{ in: 'path', name: 'id', required: true, schema: STRING }] } } }),
      apiOf({
        '/orders/{order}': { get: { parameters: [{ in: 'path', name: 'order', required: true, schema: NUMBER }] } },
      }),
      ['request-parameter-type-changed'],
    ],
    [
      'the version moves from the server to the paths',
      apiOf({ '/orders': { get: { responses: OK } } }, { servers: [{ url: 'https://shop.example/v1' }] }),
      apiOf({ '/v1/orders': { get: { responses: OK } } }, { servers: [{ url: 'https://shop.example/' }] }),
      [],
    ],
    ['a webhook is gone', apiOf({}, { webhooks: { paid: { post: {} } } }), NONE, ['webhook-removed']],
  ];
  test.each(rows)('%s', (_what, before, after, checks) => {
    expect(checksOf(before, after, '2026-06-01')).toEqual(checks);
  });

  test('without a date, that an end was announced is enough', () => {
    expect(checksOf(get({ deprecated: true, 'x-sunset': '2099-12-31' }), NONE)).toEqual([]);
  });
});

describe('parameters', () => {
  const LIST = { type: 'array', items: STRING };
  const rows: readonly (readonly [string, object, object, readonly string[]])[] = [
    ['gone', asked({}), get({}), ['request-parameter-removed']],
    ['gone after it was deprecated', asked({ deprecated: true }), get({}), []],
    [
      'gone too early',
      asked({ deprecated: true, 'x-sunset': '2026-12-31' }),
      get({}),
      ['request-parameter-removed-before-sunset'],
    ],
    ['new', get({}), asked({}), []],
    ['new and required', get({}), asked({ required: true }), ['new-required-request-parameter']],
    [
      'new and required for all of the path',
      get({}),
      apiOf({
        '/orders': {
          parameters: [{ in: 'query', name: 'page', required: true, schema: NUMBER }],
          get: { responses: OK },
        },
      }),
      ['new-required-request-default-parameter-to-existing-path'],
    ],
    [
      'written at the path instead of the operation',
      asked({ required: true }),
      apiOf({
        '/orders': {
          parameters: [{ in: 'query', name: 'page', required: true, schema: NUMBER }],
          get: { responses: OK },
        },
      }),
      [],
    ],
    ['required', asked({}), asked({ required: true }), ['request-parameter-became-required']],
    ['no longer required', asked({ required: true }), asked({}), []],
    ['a header in other letters', asked({ in: 'header', name: 'X-Page' }), asked({ in: 'header', name: 'x-page' }), []],
    ['one value, now a list', taking(STRING), taking(LIST), []],
    [
      'one value, now a list in one piece',
      taking(STRING),
      taking(LIST, { explode: false }),
      ['request-parameter-type-changed'],
    ],
    ['a list, now one value', taking(LIST), taking(NUMBER), ['request-parameter-type-changed']],
  ];
  test.each(rows)('%s', (_what, before, after, checks) => {
    expect(checksOf(before, after, '2026-06-01')).toEqual(checks);
  });
});

describe('bodies', () => {
  const body = jsonContent(objectOf({ a: STRING }));
  const rows: readonly (readonly [string, object, object, readonly string[]])[] = [
    ['new', post({}), post({ requestBody: body }), []],
    ['new and required', post({}), post({ requestBody: { ...body, required: true } }), ['request-body-added-required']],
    ['gone', post({ requestBody: body }), post({}), ['request-body-removed']],
    [
      'required',
      post({ requestBody: body }),
      post({ requestBody: { ...body, required: true } }),
      ['request-body-became-required'],
    ],
    [
      'of another media type',
      post({ requestBody: { content: { 'application/xml': {} } } }),
      post({ requestBody: { content: { 'application/json': {} } } }),
      ['request-body-media-type-removed'],
    ],
    [
      'with a schema',
      post({ requestBody: { content: { 'application/json': {} } } }),
      post({ requestBody: body }),
      ['request-body-media-type-schema-added'],
    ],
    [
      'text, where a number may be one',
      post({ requestBody: { content: { 'text/plain': { schema: NUMBER } } } }),
      post({ requestBody: { content: { 'text/plain': { schema: STRING } } } }),
      [],
    ],
  ];
  test.each(rows)('%s', (_what, before, after, checks) => {
    expect(checksOf(before, after)).toEqual(checks);
  });
});

describe('responses', () => {
  const body = jsonContent(objectOf({ a: STRING }));
  const headed = (header: object) => answer({ headers: { 'X-Left': { schema: NUMBER, ...header } } });
  const typed = (mediaType: string) => answer({ content: { [mediaType]: { schema: STRING } } });
  const rows: readonly (readonly [string, object, object, readonly string[]])[] = [
    ['a success is gone', get({}), get({ responses: { 204: {} } }), ['response-success-status-removed']],
    ['a success is one of a range', get({}), get({ responses: { '2XX': {} } }), []],
    ['a failure is gone', get({ responses: { ...OK, 404: {} } }), get({}), []],
    ['a media type is gone', typed('application/json'), typed('text/csv'), ['response-media-type-removed']],
    ['a media type says more', typed('application/json'), typed('application/hal+json'), []],
    [
      'a media type says less',
      typed('application/hal+json'),
      typed('application/json'),
      ['response-media-type-name-generalized'],
    ],
    [
      'the schema is gone',
      answer(body),
      answer({ content: { 'application/json': {} } }),
      ['response-body-media-type-schema-removed'],
    ],
    ['a header is gone', headed({}), answer({}), ['optional-response-header-removed']],
    ['a sure header is gone', headed({ required: true }), answer({}), ['required-response-header-removed']],
    ['a header is no longer sure', headed({ required: true }), headed({}), ['response-header-became-optional']],
    ['a header in other letters', headed({}), answer({ headers: { 'x-left': { schema: NUMBER } } }), []],
  ];
  test.each(rows)('%s', (_what, before, after, checks) => {
    expect(checksOf(before, after)).toEqual(checks);
  });
});

test('a change says what, of which operation, and where', () => {
  const [change, ...others] = changesOf(asked({ name: 'page' }), asked({ name: 'page', required: true }));
  expect(others).toEqual([]);
  expect(change).toMatchObject({
    check: 'request-parameter-became-required',
    level: 'breaking',
    what: 'the query parameter page of GET /orders has become required',
    about: 'GET /orders',
  });
});
