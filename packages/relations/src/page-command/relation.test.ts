import { describe, expect, test } from '@jest/globals';
import type { BuildScriptFacts, CommandFacts, PageCommand } from '@shipworthy/model';
import { artifact, contextOf, manifest, page, pageSubject } from '../testing/facts.ts';
import { pageCommand } from './relation.ts';

const script = (path: string, tool: BuildScriptFacts['tool'], names: string[], more: Partial<BuildScriptFacts> = {}) =>
  artifact('build-script', path, {
    tool,
    folder: path.slice(0, Math.max(0, path.lastIndexOf('/'))),
    targets: names.map((name, index) => ({ name, at: [index, index + 1] })),
    includes: [],
    ...more,
  });
const SCRIPTS = [
  script('Makefile', 'make', ['lint', 'test-%', 'queue-drain'], {
    includes: [{ path: 'mk/*.mk', at: [1, 2], optional: false }],
  }),
  script('mk/deploy.mk', 'make', ['deploy']),
  script('web/package.json', 'npm', ['build', 'db:seed']),
  script('justfile', 'just', ['fmt']),
];
const MANIFEST = manifest('go.mod', { ecosystem: 'go', name: 'github.com/acme/cart', repository: 'acme/cart' });

function follow(
  line: string,
  {
    from = 'README.md',
    scripts = SCRIPTS,
    others = [] as string[],
    ...more
  }: Partial<CommandFacts> & {
    from?: string;
    scripts?: typeof SCRIPTS;
    others?: string[];
  } = {},
): PageCommand['found'] | undefined {
  const command: CommandFacts = { line, where: 'code-span', at: [5, 9], section: 0, ...more };
  const source = artifact('document', from, page(['# A'], [], { commands: [command] }));
  const context = contextOf([source, ...scripts, MANIFEST], ['web/index.ts', 'tools/run.sh', 'docs/x.md', ...others]);
  return pageCommand.build(context)(pageSubject(source))[0]?.found;
}

describe('what exists', () => {
  test.each([
    ['make lint', 'Makefile'],
    ['make -j4 VERSION=1 lint', 'Makefile'],
    ['make deploy', 'mk/deploy.mk'],
    ['make test-unit', 'Makefile'],
    ['npm run build', 'web/package.json'],
    ['npm --prefix web run build -- --watch', 'web/package.json'],
    ['yarn db:seed', 'web/package.json'],
    ['just fmt', 'justfile'],
    ['./tools/run.sh --now', 'tools/run.sh'],
  ])('%s: %s', (line, path) => {
    expect(follow(line)).toMatchObject({ state: 'resolved', to: { path } });
  });
});

describe('what does not', () => {
  test.each([
    ['make drain-queue', 'drain-queue', 'Makefile'],
    ['make queue-drian', 'queue-drian', 'Makefile'],
    ['make lint depoly-all', 'depoly-all', 'Makefile'],
    ['make NAME="two words" drain', 'drain', 'Makefile'],
    ['just format', 'format', 'justfile'],
  ])('%s', (line, wanted, path) => {
    expect(follow(line)).toMatchObject({ state: 'dangling', wanted, script: { path } });
  });
  test('the nearest name is told', () => {
    expect(follow('make queue-drian')).toMatchObject({ nearest: 'queue-drain' });
  });
  test('in the folder of the page', () => {
    expect(follow('npm run deploy', { from: 'web/README.md' })).toMatchObject({ script: { path: 'web/package.json' } });
  });
  test('in a clone of the repository itself', () => {
    expect(follow('make gone', { cloned: 'cart', folders: ['cart/web'] })).toMatchObject({ state: 'dangling' });
  });
});

describe('what cannot be told', () => {
  test.each<[string, string, Parameters<typeof follow>[1]]>([
    ['no file answers', 'npm run deploy', {}],
    ['the list is open', 'make gone', { scripts: [script('Makefile', 'make', ['a'], { open: 'it uses functions' })] }],
    [
      'an included file is not here',
      'make gone',
      { scripts: [script('Makefile', 'make', [], { includes: [{ path: 'x.mk', at: [1, 2], optional: true }] })] },
    ],
    ['a program makes the makefile', 'make gone', { others: ['CMakeLists.txt'] }],
    ['a folder of that name', 'make web', {}],
    ['another machine', 'make gone', { elsewhere: true }],
    ['a clone of another repository', 'make gone', { cloned: 'other' }],
    ['a folder that is not here', 'make gone', { folders: ['other'] }],
    ['every C project has it', 'make install', {}],
    ['a file to be made', 'make bin/app', {}],
    ['another makefile', 'make -f x.mk gone', {}],
    ['a program of a dependency', 'yarn rollup', { from: 'web/README.md' }],
    ['chosen workspaces', 'npm run gone -w api', { from: 'web/README.md' }],
    ["the reader's package", 'npm run gone', { from: 'web/guide.mdx' }],
    ['a script of another folder', './gone.sh', {}],
  ])('%s', (_, line, more) => {
    expect(follow(line, more)).toMatchObject({ state: 'unknown' });
  });
});

test.each([
  'make sure it works',
  'make <target>',
  'make TARGET',
  'make $(X)',
  'just a thought',
  'npm install',
  'pnpm add x',
  'make -j4',
])('%j calls nothing that is looked up', (line) => {
  expect(follow(line)).toBeUndefined();
});
