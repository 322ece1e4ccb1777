import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { install, pack, packPublic, root, write } from './packages.ts';

/** Guides and the package that each of them makes. */
const GUIDES = ['writing-rules', 'writing-reporters'] as const;

interface Step {
  readonly command: string;
  /** Folder it runs in: the package that is written, or where shipworthy and the package are installed. */
  readonly in: 'package' | 'home';
  readonly exit: number;
  /** Lines that are printed, in order, among others. */
  readonly output: readonly string[];
}

interface Guide {
  readonly files: ReadonlyMap<string, string>;
  readonly steps: readonly Step[];
}

function readGuide(name: string): Guide {
  const files = new Map<string, string>();
  const steps: Step[] = [];
  const tokens = new MarkdownIt().parse(readFileSync(join(root, `docs/${name}.md`), 'utf8'), {});
  for (const { type, info, content } of tokens) {
    if (type !== 'fence') continue;
    const [language = '', ...words] = info.trim().split(/\s+/);
    const labels = new Map(words.map((word) => [word.split('=', 1)[0], word.slice(word.indexOf('=') + 1)]));
    const path = labels.get('file');
    if (path !== undefined) files.set(path, content);
    else if (language === 'sh' && labels.has('run'))
      steps.push({
        command: content.trim(),
        in: labels.get('in') === 'home' ? 'home' : 'package',
        exit: Number(labels.get('exit') ?? 0),
        output: [],
      });
    else if (labels.has('output')) {
      const step = steps.pop();
      if (!step) throw new Error(`${name}: output of nothing`);
      steps.push({ ...step, output: content.trim().split('\n') });
    }
  }
  return { files, steps };
}

const scratch = mkdtempSync(join(tmpdir(), 'shipworthy-guides-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let packed: ReturnType<typeof packPublic>;
beforeAll(() => {
  packed = packPublic(scratch);
}, 240_000);

describe.each(GUIDES)('docs/%s.md', (name) => {
  const { files, steps } = readGuide(name);
  const author = join(scratch, name, 'package');
  const home = join(scratch, name, 'home');

  test('the files it tells to write make a package', () => {
    expect(files.size).toBeGreaterThan(1);
    for (const [path, text] of files) write(join(author, path), text);
    const tarball = pack(author, scratch);
    install(author, [packed.kit, packed.tester]);
    mkdirSync(home, { recursive: true });
    write(join(home, 'package.json'), '{ "name": "home", "private": true }');
    install(home, [packed.command, packed.kit, tarball]);
    write(join(home, 'CODEOWNERS'), '/billing/ @ada\n');
    write(join(home, 'billing/main.go'), 'package billing\n');
  }, 120_000);

  test.each(steps.map((step) => [step.command, step] as const))(
    '%s',
    (_command, step) => {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', step.command], {
        cwd: step.in === 'home' ? home : author,
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: `${join(home, 'node_modules/.bin')}:${process.env.PATH}`,
          NO_COLOR: '1',
          NODE_OPTIONS: '',
        },
      });
      const said = `${stdout}${stderr}`;
      expect({ status, said: status === step.exit ? '' : said }).toEqual({ status: step.exit, said: '' });
      let from = 0;
      for (const line of step.output) {
        const at = said.indexOf(line, from);
        expect({ line, said: at >= 0 ? '' : said }).toEqual({ line, said: '' });
        from = at + line.length;
      }
    },
    60_000,
  );
});
