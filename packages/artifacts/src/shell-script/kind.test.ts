import { expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { shellScriptKind } from './kind.ts';

async function textOf(path: string, text: string): Promise<string | undefined> {
  const file = new RepositoryFile(path, 'authored', text);
  if (!shellScriptKind.sniff(file)) return undefined;
  const parse = await shellScriptKind.load();
  return parse(file)
    .artifacts[0]?.facts.commands.map((command) => command.text)
    .join('\n');
}

test.each<[name: string, path: string, text: string, commands: string | undefined]>([
  ['remarks and blank lines are left out', 'ci.sh', '#!/bin/sh\n\n# tests\nnpm test\n', 'npm test'],
  ['a script without an extension', 'script/test', '#!/usr/bin/env bash\nmake test\n', 'make test'],
  ['a program of that name', 'bin/test', '#!/usr/bin/env ruby\nputs 1\n', undefined],
  [
    'a recipe of an image gives what it runs',
    'api/Dockerfile',
    'FROM golang:1\nCOPY . .\nRUN go vet ./... && \\\n    go test ./...\nRUN ["make", "build"]\nCMD ["a"]\n',
    'go vet ./... && \\\n    go test ./...\n"make"  "build"',
  ],
  ['a recipe that runs nothing', 'Dockerfile', 'FROM scratch\nCOPY a /a\n', ''],
])('%s', async (_, path, text, commands) => {
  expect(await textOf(path, text)).toBe(commands);
});
