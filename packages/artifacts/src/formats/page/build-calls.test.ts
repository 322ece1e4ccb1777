import { describe, expect, test } from '@jest/globals';
import { scanMarkdown } from '../markdown/scan.ts';

const callsOf = (text: string) => scanMarkdown(text, false, true).commands ?? [];
const fenced = (...lines: string[]) => callsOf(`# A\n\n\`\`\`sh\n${lines.join('\n')}\n\`\`\`\n`);

describe('calls of build scripts', () => {
  test.each<[string, readonly { line: string }[], string[]]>([
    ['a code span', callsOf('Run `make lint` and `npm run a`, not `makefile` nor `make`.'), ['make lint', 'npm run a']],
    [
      'lines of a block, prompts and variables',
      fenced('A=1 make x', 'sudo make y', 'echo make z'),
      ['make x', 'make y'],
    ],
    [
      'a command that is told to be gone',
      callsOf('The `make tools` command has been removed, run `make shell`. `npm run x` is no longer there.'),
      ['make shell'],
    ],
    ['several commands of a line', fenced('cd web && npm run b; just c'), ['npm run b', 'just c']],
    ['output below prompts is no command', fenced('$ make x', 'make y failed'), ['make x']],
    ['a script', fenced('./run.sh --now'), ['./run.sh --now']],
    ['code of another language', callsOf('```yaml\nmake: x\nrun:\nmake y\n```\n'), []],
  ])('%s', (_, calls, lines) => {
    expect(calls.map(({ line }) => line)).toEqual(lines);
  });

  test('a call stands where it is written', () => {
    const text = '# A\n\n```console\n$ cd web && make lint\n```\n';
    const [call] = callsOf(text);
    expect(text.slice(...(call?.at ?? [0, 0]))).toBe('make lint');
    expect(call).toMatchObject({ section: 0, folders: ['web'] });
  });

  test.each<[string, string[], object]>([
    ['a clone', ['git clone --depth 1 git@forge.example:acme/cart.git', 'make x'], { cloned: 'cart' }],
    ['another machine', ['ssh host', 'make x'], { elsewhere: true }],
    ['folders, not those one goes back to', ['cd a', 'cd ..', 'cd -', 'make x'], { folders: ['a'] }],
  ])('%s is remembered', (_, lines, more) => {
    expect(fenced(...lines)[0]).toMatchObject({ line: 'make x', ...more });
  });
});
