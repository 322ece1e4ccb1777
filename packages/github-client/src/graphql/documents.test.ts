import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { DOCUMENTS } from './documents.ts';

// By its path: the exports of the package hide the file.
const SCHEMA = new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);
const schema = buildSchema(readFileSync(SCHEMA, 'utf8'), { assumeValid: true });

const problems = (document: string) => validate(schema, parse(document)).map(({ message }) => message);

describe('GraphQL documents', () => {
  test.each(Object.entries(DOCUMENTS))('%s: GitHub’s schema allows it', (_name, document) => {
    expect(problems(document)).toEqual([]);
  });

  test.each(Object.entries(DOCUMENTS))('%s: only reads, so that it may be asked again', (_name, document) => {
    const operations = parse(document).definitions.flatMap((part) => ('operation' in part ? [part.operation] : []));
    expect(operations).toEqual(['query']);
  });

  test('a field GitHub does not have would be noticed', () => {
    expect(problems((DOCUMENTS['one blob'] ?? '').replace('byteSize', 'bytesize'))).toEqual([
      expect.stringContaining('Cannot query field "bytesize"'),
    ]);
  });

  test('no other file of the client holds a document', () => {
    const room = join(dirname(fileURLToPath(import.meta.url)), '..');
    const holders = readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('testing'))
      .filter((path) => /`\s*(?:query|mutation)\b/.test(readFileSync(join(room, path), 'utf8')))
      .map((path) => path.replaceAll('\\', '/'));
    expect(holders.sort()).toEqual(['graphql/blobs-document.ts', 'graphql/repositories-document.ts']);
  });
});
