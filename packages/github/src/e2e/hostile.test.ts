import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { FolderFiles, GitFolder } from '@shipworthy/sources/testing';
import { commandsOf } from './commands.ts';
import { alertTo, type Demo, demo, RULE } from './demo.ts';
import { pullRequest } from './payloads.ts';
import { buildIfStale, emptyFolder, type RanStep, runStep } from './run-step.ts';

jest.setTimeout(60_000);
let made: Demo;
beforeAll(() => {
  buildIfStale();
  made = demo();
});

/** A pull request that changes these files, at its newest commit. */
async function judge(files: FolderFiles, prepare: (work: GitFolder) => void = () => {}, body = ''): Promise<RanStep> {
  const work = made.origin.checkout(made.base, 0);
  prepare(work);
  const head = work.commit(files, 'Change\n\n::error::from a message');
  return runStep({
    event: 'pull_request',
    payload: pullRequest({ base: made.base, head, body }),
    workspace: work.path,
    sha: head,
  });
}

describe('texts of the repository', () => {
  const NAME = 'a::error file=x::pwned.yaml';

  test('start no command, whatever files are called', async () => {
    const ran = await judge({ [NAME]: alertTo('docs/missing.md') });
    const commands = commandsOf(ran.log);
    expect(commands.filter((line) => line.startsWith('::error'))).toEqual([
      expect.stringMatching(/^::error file=a%3A%3Aerror file=x%3A%3Apwned\.yaml,line=9,/),
    ]);
    // Those that were meant: one finding, and what is said of the run.
    expect(commands.filter((line) => !/^::(?:error file=a%3A%3A|notice |warning )/.test(line))).toEqual([]);
  });

  test('start no command, mention nobody and end nothing in the summary', async () => {
    const name = 'Down\\n::error file=x::pwned\\n##[error]pwned </details>@everyone <img src=x onerror=alert(1)>';
    const ran = await judge(
      { 'alerts/x.yaml': alertTo('docs/missing.md', `"${name}"`) },
      undefined,
      '::stop-commands::x\n</details>@everyone\n- [x] Rollback plan: `</summary>` @everyone',
    );
    expect(ran.code).toBe(1);
    expect(commandsOf(ran.log).filter((line) => line.startsWith('::error') || line.startsWith('##['))).toHaveLength(1);
    const outsideCode = ran.summary.replace(/`+[^`\n]*`+/g, '');
    expect(outsideCode).not.toMatch(/<img/);
    expect(outsideCode).not.toMatch(/(?<![\\\w])@everyone/);
    expect(outsideCode.match(/<details>/g)?.length).toBe(outsideCode.match(/<\/details>/g)?.length);
  });

  test('set no outputs', async () => {
    const ran = await judge({ 'alerts/x.yaml': alertTo('docs/missing.md', '"A\\nresult<<x\\npassed\\nx"') });
    expect([...ran.outputs.keys()]).toEqual(['result', 'introduced-errors', 'introduced-warnings', 'report', 'sarif']);
    expect(ran.outputs.get('result')).toBe('failed');
  });
});

describe('a change', () => {
  test('exempts itself from nothing', async () => {
    const ran = await judge({
      'alerts/x.yaml': alertTo('docs/missing.md'),
      '.shipworthy.yaml': `ignore: ["alerts/**"]\nrules:\n  ${RULE}: off\n`,
    });
    expect([ran.code, ran.outputs.get('introduced-errors')]).toEqual([1, '1']);
  });

  test('brings no code along that is run', async () => {
    const marks = emptyFolder();
    const script = (name: string): string => `#!/bin/sh\ntouch ${join(marks, name)}\n`;
    const ran = await judge(
      {
        'alerts/x.yaml': alertTo('docs/missing.md'),
        '.shipworthy.yaml': 'packages: [evil]\n',
        'node_modules/evil/package.json': '{ "name": "evil", "type": "module", "main": "index.js" }',
        'node_modules/evil/index.js': `import { writeFileSync } from 'node:fs'; writeFileSync('${join(marks, 'package')}', '');`,
        'package.json': '{ "type": "commonjs", "main": "evil.cjs" }',
        '.gitattributes': '* filter=evil diff=evil\n',
        'evil.sh': script('attribute'),
      },
      (work) => {
        const evil = join(work.path, '.git', 'evil');
        writeFileSync(evil, script('git'));
        chmodSync(evil, 0o755);
        mkdirSync(join(work.path, '.git/hooks'), { recursive: true });
        for (const hook of ['post-checkout', 'reference-transaction', 'fsmonitor-watchman']) {
          writeFileSync(join(work.path, '.git/hooks', hook), script(hook));
          chmodSync(join(work.path, '.git/hooks', hook), 0o755);
        }
        // The first is put behind the commit of the test, which would start them itself.
        for (const name of ['core.pager', 'core.sshCommand', 'core.gitProxy', 'credential.helper', 'diff.external'])
          work.git('config', name, evil);
      },
    );
    expect(ran.code).toBe(1);
    for (const mark of ['package', 'attribute', 'git'])
      expect([mark, existsSync(join(marks, mark))]).toEqual([mark, false]);
  });

  test('leads nowhere by links', async () => {
    const ran = await judge({ 'docs/a.md': '# A\n' }, (work) => {
      symlinkSync('/etc/passwd', join(work.path, 'README.md.link'));
      symlinkSync('/', join(work.path, 'everything'));
      symlinkSync('../../../..', join(work.path, 'docs'));
      work.git('add', '-A');
      work.git('commit', '-q', '-m', 'links');
      work.git('rm', '-q', 'docs');
    });
    expect(ran.code).toBe(0);
    expect(ran.summary + ran.log).not.toContain('root:');
  });

  test('asks for a folder that is a link in vain', async () => {
    const work = made.origin.checkout(made.base, 0);
    symlinkSync('/etc', join(work.path, 'etc'));
    const sha = work.commit();
    const ran = await runStep({ event: 'schedule', payload: {}, workspace: work.path, sha, inputs: { path: 'etc' } });
    expect([ran.code, ran.log]).toEqual([3, expect.stringContaining('has no folder "etc"')]);
  });
});

describe('what is long', () => {
  test('is cut below the limit of a summary, with what is there already', async () => {
    const alerts = Array.from({ length: 60 }, (_, n) => alertTo(`docs/${'x'.repeat(90)}${n}.md`, `Alert${n}`));
    const files = Object.fromEntries(alerts.map((text, n) => [`alerts/${'y'.repeat(90)}${n}.yaml`, text]));
    const work = made.origin.checkout(made.base, 0);
    const head = work.commit(files);
    const ran = await runStep({
      event: 'pull_request',
      payload: pullRequest({ base: made.base, head }),
      workspace: work.path,
      sha: head,
      summaryBefore: `${'b'.repeat(990_000)}\n`,
    });
    expect(Buffer.byteLength(ran.summary)).toBeLessThan(1_000_000);
    expect(ran.summary.slice(990_001)).toMatch(/^## \S+ 60 errors introduced: this check fails/);
    expect(commandsOf(ran.log).filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(commandsOf(ran.log).some((line) => /^::notice .*And 50 errors/.test(line))).toBe(true);
  });

  test('stands in the log alone where the summary is full', async () => {
    const { origin, base, head, merge } = made;
    const workspace = origin.checkout(merge, 2).path;
    const summaryBefore = 'b'.repeat(999_000);
    const payload = pullRequest({ base, head });
    const ran = await runStep({ event: 'pull_request', payload, workspace, sha: merge, summaryBefore });
    expect([ran.code, ran.summary]).toEqual([1, summaryBefore]);
    expect(ran.log).toContain('The summary of this step is full');
    expect(ran.log).toContain('alerts/new.yaml');
  });
});
