import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { buildScriptKind } from './kind.ts';

async function factsOf(path: string, text: string) {
  const parse = await buildScriptKind.load();
  return parse(new RepositoryFile(path, 'authored', text)).artifacts[0]?.facts;
}
const namesOf = async (path: string, text: string) => (await factsOf(path, text))?.targets.map(({ name }) => name);

describe('makefiles', () => {
  test.each<[string, string, string[]]>([
    ['rules, several targets, a prefixed recipe', 'all: lint\nlint vet:\n\t@go vet ./...\n', ['all', 'lint', 'vet']],
    ['assignments are no rules', 'A := b:c\nB = d\nC ?= e\nD ::= f\nrun: A = 1\n', ['run']],
    ['double colons and grouped targets', 'a:: b\nc d &: e\n', ['a', 'c', 'd']],
    ['phony names count', '.PHONY: a b # c\n', ['a', 'b']],
    ['variables that hold words', 'CHECKS := lint \\\n  vet\n$(CHECKS): ; true\n', ['lint', 'vet']],
    ['a name with an unknown part is a pattern', 'build-$(ARCH):\n\ttrue\ntest-%: x\n', ['build-%', 'test-%']],
    ['files below a variable are no commands', '$(BIN)/tool: go.mod\n$(OUT).txt: a\nrun:\n', ['run']],
    ['bodies of definitions are text', 'define HELP\nusage: make x\nendef\nhelp:\n', ['help']],
    ['Windows line ends and colons in recipes', 'a: b\r\n\techo x: y\r\nc:\r\n', ['a', 'c']],
  ])('%s', async (_, text, names) => {
    expect(await namesOf('Makefile', text)).toEqual(names);
  });

  test.each<[string, string, string]>([
    ['a function that makes rules', 'x:\n$(foreach a,$(B),$(eval $(call rule,$(a))))\n', 'functions'],
    ['a catch-all', 'x:\n%: Makefile\n\t@true\n', '%'],
    ['a name that only a variable holds', 'x:\n$(NAMES):\n\ttrue\n', '$(NAMES)'],
    ['an include by an unknown variable', 'x:\ninclude $(ROOT)/a.mk\n', '$(ROOT)/a.mk'],
  ])('%s leaves the list open', async (_, text, why) => {
    expect((await factsOf('Makefile', text))?.open).toContain(why);
  });

  test('includes keep their path, and whether they may be missing', async () => {
    const facts = await factsOf('Makefile', 'D := mk\ninclude $(D)/a.mk b.mk\n-include local.mk\n');
    expect(facts?.includes.map(({ path, optional }) => [path, optional])).toEqual([
      ['mk/a.mk', false],
      ['b.mk', false],
      ['local.mk', true],
    ]);
    expect(facts?.open).toBeUndefined();
  });

  test('a target stands where its name stands', async () => {
    const text = 'A = 1\nlint vet: a\n';
    const target = (await factsOf('Makefile', text))?.targets[1];
    expect(text.slice(...(target?.at ?? [0, 0]))).toBe('vet');
  });
});

describe('other tools', () => {
  test('a script stands where its name stands', async () => {
    const text = '{"name": "lint", "scripts": {"test": "lint", "lint": "x"}}';
    const script = (await factsOf('package.json', text))?.targets[1];
    expect([text.slice(...(script?.at ?? [0, 0])), script?.at[0]]).toEqual(['lint', text.lastIndexOf('lint": "x')]);
  });

  test.each<[string, string, string, string[] | undefined]>([
    ['npm', 'web/package.json', '{"scripts": {"a:b": "x", "c": "y"}}', ['a:b', 'c']],
    ['npm without scripts', 'package.json', '{"name": "a"}', undefined],
    ['a broken package.json', 'package.json', '{"scripts": {"a": "x"', ['a']],
    [
      'scripts of something else first',
      'package.json',
      '{"nx": {"scripts": {"z": "x"}}, "scripts": {"a": "y"}}',
      ['a'],
    ],
    ['a value that is no text', 'package.json', '{"scripts": {"a": {"b": "x"}, "c": "y"}}', ['a', 'c']],
    ['comments in package.json', 'package.json', '{/* a */ "scripts": {"a": "x", // b\n "c": "y"}}', ['a', 'c']],
    ['an escaped name', 'package.json', '{"scripts": {"a\\u0062": "x"}}', ['ab']],
    ['just', 'justfile', 'v := "1"\n[private]\n@a x=\'1\' *y: b\n  c: d\nb:\nalias d := a\n', ['a', 'b', 'd']],
    ['Task', 'Taskfile.yml', "version: '3'\ntasks:\n  a:\n    aliases: [b]\n  c: echo\n", ['a', 'b', 'c']],
    ['YAML of something else', 'Taskfile.yml', 'a: 1\n', undefined],
    ['an included makefile', 'mk/common.mk', 'a:\n', ['a']],
    ['a source of makefiles', 'Makefile.am', 'a:\n', undefined],
  ])('%s', async (_, path, text, names) => {
    expect(await namesOf(path, text)).toEqual(names);
  });

  test.each([
    ['justfile', "a:\nmod kube '.just/kube'\n"],
    ['Taskfile.yml', "version: '3'\nincludes:\n  k: ./k\ntasks:\n  a: x\n"],
  ])('%s with parts elsewhere is open', async (path, text) => {
    expect((await factsOf(path, text))?.open).toBeDefined();
  });
});

describe('what a target runs', () => {
  const shown = async (path: string, text: string) =>
    (await factsOf(path, text))?.targets.map(
      ({ name, commands = [], needs = [] }) =>
        `${name}: ${[...needs.map((need) => `<${need}>`), ...commands.map((command) => command.text)].join(' ; ')}`,
    );

  test.each<[name: string, path: string, text: string, targets: string[]]>([
    [
      'make: variables, continuations, needs and prefixes',
      'Makefile',
      'GO := go1.23\n.PHONY: ci\nci: lint test | dirs\nlint:\n\t@$(GO) vet \\\n\t  ./...\ntest: FLAGS=-v\ntest:\n\t-$(MAKE) -C api test\n\t# no command\nfmt: ; gofmt -l .\n',
      ['ci: <lint> ; <test> ; <dirs>', 'lint: go1.23 vet  ./...', 'test: make -C api test', 'fmt: gofmt -l .'],
    ],
    ['npm', 'package.json', '{"scripts": {"a": "jest && tsc", "b": ""}}', ['a: jest && tsc', 'b: ']],
    [
      'just',
      'justfile',
      "bin := 'go'\nci: lint test\nlint:\n  {{bin}} vet ./...\n  @echo ok\ntest *args:\n  {{bin}} test {{args}}\nalias t := test\n",
      ['ci: <lint> ; <test>', 'lint: go vet ./... ; echo ok', 'test: go test {{args}}', 't: <test>'],
    ],
    [
      'Task',
      'Taskfile.yml',
      "version: '3'\ntasks:\n  ci:\n    deps: [lint]\n    cmds:\n      - task: test\n      - cmd: go build\n  lint: golangci-lint run\n",
      ['ci: <lint> ; <test> ; go build', 'lint: golangci-lint run'],
    ],
    [
      'Composer',
      'composer.json',
      '{"scripts": {"test": ["@lint", "phpunit"], "lint": "@php vendor/bin/phpcs", "post-install-cmd": "x"}}',
      ['test: <lint> ; phpunit', 'lint: php vendor/bin/phpcs'],
    ],
    [
      'Deno',
      'deno.json',
      '{"tasks": {"a": "deno test", "b": {"command": "deno lint", "dependencies": ["a"]}}}',
      ['a: deno test', 'b: <a> ; deno lint'],
    ],
    [
      'Nx',
      'project.json',
      '{"targets": {"test": {"executor": "@nx/jest:jest"}, "e2e": {"options": {"commands": ["a", {"command": "b"}]}}}}',
      ['test: ', 'e2e: a ; b'],
    ],
    [
      'tox',
      'tox.ini',
      '[tox]\nenvlist = py\n[testenv]\ncommands =\n    pytest {posargs:tests}\n[testenv:{lint,types}]\ncommands = ruff check\n    types: mypy .\n',
      ['%: pytest tests', 'lint: ruff check ; mypy .', 'types: ruff check ; mypy .'],
    ],
    [
      'nox',
      'noxfile.py',
      '@nox.session(python=["3.12"])\ndef tests(session):\n    session.install("pytest")\n    session.run(\n        "pytest",\n        "-q",\n    )\n@nox.session(name="lint")\ndef style(session):\n    session.run("ruff", "check")\n',
      ['tests: pytest -q', 'lint: ruff check'],
    ],
    [
      'tables of Python tools',
      'pyproject.toml',
      '[project]\nname = "a"\n[tool.pdm.scripts]\ntest = "pytest"\nall = {composite = ["test", "lint"]}\n[tool.poe.tasks.lint]\ncmd = "ruff check"\nhelp = "looks"\n',
      ['test: <pytest> ; pytest', 'all: <test> ; <lint> ; test ; lint', 'lint: ruff check'],
    ],
    [
      'Rake',
      'Rakefile',
      "namespace :db do\n  task :seed do\n    sh 'bin/seed'\n  end\nend\nRSpec::Core::RakeTask.new(:spec)\ntask default: [:spec, 'db:seed']\n",
      ['db:seed: bin/seed', 'spec: rspec', 'default: <spec> ; <db:seed>'],
    ],
  ])('%s', async (_, path, text, targets) => {
    expect(await shown(path, text)).toEqual(targets);
  });

  test.each(['{"name": "a"}', '{"targets": 1}', '{'])('a project.json of something else: %s', async (text) => {
    expect(await factsOf('project.json', text)).toBeUndefined();
  });

  test('a command stands where it is written', async () => {
    const text = 'a:\n\tb c\n';
    const command = (await factsOf('Makefile', text))?.targets[0]?.commands?.[0];
    expect(text.slice(...(command?.at ?? [0, 0]))).toBe('b c');
  });
});
