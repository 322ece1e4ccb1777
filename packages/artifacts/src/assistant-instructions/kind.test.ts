import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { assistantInstructionsKind } from './kind.ts';

const parse = await assistantInstructionsKind.load();
function read(path: string, text: string) {
  const file = new RepositoryFile(path, 'about', text);
  return assistantInstructionsKind.sniff(file) ? parse(file).artifacts[0]?.facts : undefined;
}

test.each([
  ['AGENTS.md', true],
  ['web/CLAUDE.md', true],
  ['.github/copilot-instructions.md', true],
  ['.github/instructions/tests.instructions.md', true],
  ['.cursor/rules/style.mdc', true],
  ['.cursorrules', true],
  ['.cursor/rules/README.md', false],
  ['.claude/skills/limits/SKILL.md', false],
  ['.github/agents/reviewer.agent.md', false],
  ['docs/agents.md/notes.md', false],
])('%s instructs: %s', (path, instructs) => {
  expect(read(path, 'Text.\n') !== undefined).toBe(instructs);
});

describe('limits', () => {
  test.each([
    ['Never add a dependency without asking.', ['dependencies']],
    ['- Do not touch authentication.', ['security']],
    ['Migrations are reviewed by a person.', ['migrations', 'ownership']],
    ['Ask a maintainer before you widen the scope.', ['ownership']],
    ['## Boundaries\n\n### At all times\n\n- dependencies stay as they are', ['dependencies']],
    ['## Boundaries\n\nx\n\n## Layout\n\n- dependencies live in lib/', []],
    ['The auth module is in src/auth.', []],
    ['**Never:**\n\n- secrets in logs', ['security']],
    ['## 🚫 Verboten\n\n- Neue Abhängigkeiten', ['dependencies']],
  ])('%j', (text, limits) => {
    expect(Object.keys(read('AGENTS.md', `# Agents\n\n${text}\n`)?.limits ?? {})).toEqual(limits);
  });
});

test.each([
  ['`npm test`', ['test']],
  ['`pnpm run lint`', ['lint']],
  ['`go test ./...` and `golangci-lint run`', ['test', 'lint']],
  ['`./gradlew test`', ['test']],
  ['`make validate`', ['test', 'lint']],
  ['Write good tests.', []],
])('%s', (text, commands) => {
  expect(Object.keys(read('AGENTS.md', `# Agents\n\n${text}\n`)?.commands ?? {})).toEqual(commands);
});

test('texts that hand over, lead elsewhere, or hold for a part', () => {
  expect(read('CLAUDE.md', '@AGENTS.md\n')).toMatchObject({ takesOver: 'AGENTS.md', partial: false });
  expect(read('AGENTS.md', '# AGENTS.md\n\nText.\n')?.takesOver).toBeUndefined();
  expect(read('AGENTS.md', 'Follow CONTRIBUTING.md.\n')?.leadsTo).toBe('CONTRIBUTING.md');
  expect(read('AGENTS.md', 'Read docs/ai-guidelines.md first.\n')?.leadsTo).toBe('docs/ai-guidelines.md');
  expect(read('web/AGENTS.md', 'Text.\n')?.partial).toBe(true);
  expect(read('.cursor/rules/a.mdc', '---\nglobs: "**/*.ts"\n---\nText.\n')?.partial).toBe(true);
  expect(read('.github/instructions/a.instructions.md', "---\napplyTo: '**'\n---\nText.\n")?.partial).toBe(false);
});

test('a long line without an end is read in no time to speak of', () => {
  const long = `${'a'.repeat(200_000)}\n${'./'.repeat(100_000)}\n${'x-'.repeat(100_000)}`;
  expect(read('AGENTS.md', long)?.leadsTo).toBeUndefined();
});
