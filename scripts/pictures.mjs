// Takes the pictures of docs/github-check.md anew: runs the bundle of the Action on changes made of our own fixtures, renders the
// summaries much as GitHub does, and photographs them. Needs Chromium (Debian: chromium; CHROMIUM names another) and a font
// with emoji (Debian: fonts-noto-color-emoji). Look at what it wrote.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import { buildActionIfStale } from './build-action.mjs';
import { root } from './workspace.mjs';

const { chromium } = createRequire(join(root, 'packages/org/package.json'))('playwright-core');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const OUT = join(root, 'docs/github-check');
/** Width of a job's summary on a screen. */
const WIDTH = 900;
/** Below it a picture says nothing new. */
const MAX_HEIGHT = 1_100;

const READY = 'fixtures/repositories/payments-ready/repository';
const UNREADY = 'fixtures/repositories/payments-unready/repository';
const BILLING = 'fixtures/changes/change-sensitive-has-checklist/gap';

/** Files and folders that are laid over each other; texts by path. */
const SCENES = [
  {
    picture: 'change-that-fails',
    base: [READY, `${BILLING}/base`],
    head: [`${BILLING}/head`],
    edit: {
      'deploy/prometheus/alerts.yaml': (text) =>
        `${text.trimEnd()}\n      - alert: RefundsFailing\n        expr: rate(refund_failures_total[5m]) > 0\n        for: 10m\n        labels:\n          severity: critical\n          team: payments\n        annotations:\n          summary: Refunds fail; customers wait for their money.\n          runbook_url: docs/runbooks/refunds.md\n`,
    },
    body: 'Tax of 2026, and an alert for refunds.\n\nRollback: deploy the release before; no data changes.\n',
    open: 1,
  },
  {
    picture: 'change-that-passes',
    base: [UNREADY],
    head: [],
    edit: {
      'deploy/prometheus/alertmanager.yaml': () =>
        readFileSync(join(root, READY, 'deploy/prometheus/alertmanager.yaml'), 'utf8'),
    },
    body: 'The pager rings again.\n',
    open: 0,
  },
  { picture: 'whole-audit', base: [UNREADY], open: 0 },
];

const scratch = mkdtempSync(join(tmpdir(), 'shipworthy-pictures-'));

/** What a job of the scene leaves as its summary. */
function summaryOf({ picture, base, head, edit = {}, body }, action) {
  const folder = join(scratch, picture);
  const workspace = join(folder, 'workspace');
  mkdirSync(join(folder, 'temp'), { recursive: true });
  mkdirSync(workspace);
  const git = (...args) => execFileSync('git', ['-C', workspace, ...args], { encoding: 'utf8', env: GIT }).trim();
  const commit = (message) => {
    git('add', '-A');
    git('commit', '-q', '-m', message);
    return git('rev-parse', 'HEAD');
  };
  git('init', '-q', '-b', 'main');
  for (const each of base) cpSync(join(root, each), workspace, { recursive: true });
  const before = commit('Before');
  let after = before;
  if (head) {
    for (const each of head) cpSync(join(root, each), workspace, { recursive: true });
    for (const [path, change] of Object.entries(edit)) {
      const file = join(workspace, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, change(readFileSync(file, 'utf8')));
    }
    after = commit('After');
  }
  const repository = { full_name: 'acme/payments' };
  const payload = head
    ? {
        pull_request: {
          number: 42,
          body,
          base: { sha: before, repo: repository },
          head: { sha: after, repo: repository },
        },
      }
    : {};
  const file = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const summary = file('summary.md', '');
  const ran = spawnSync(process.execPath, [join(action, 'index.js')], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: head ? 'pull_request' : 'schedule',
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: repository.full_name,
      GITHUB_SHA: after,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: file('outputs', ''),
      RUNNER_TEMP: join(folder, 'temp'),
    },
  });
  if (ran.status !== 0 && ran.status !== 1) throw new Error(`${picture}: ${ran.stdout}${ran.stderr}`);
  return readFileSync(summary, 'utf8');
}

/** Nobody's settings; the same commits each time. */
const GIT = {
  PATH: process.env.PATH,
  HOME: scratch,
  GIT_CONFIG_NOSYSTEM: '1',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'Ann'],
      [`GIT_${who}_EMAIL`, 'ann@example.com'],
      [`GIT_${who}_DATE`, '2026-01-02T03:04:05Z'],
    ]),
  ),
};

const STYLE = `
  body { margin: 0; background: #fff; }
  main { padding: 20px 28px; width: ${WIDTH - 56}px; color: #1f2328; font: 15px/1.5 'Noto Sans', 'DejaVu Sans', sans-serif; }
  h2 { font-size: 22px; border-bottom: 1px solid #d1d9e0; padding-bottom: 6px; margin: 8px 0 14px; }
  h3 { font-size: 18px; margin: 22px 0 12px; }
  h4 { font-size: 15px; margin: 18px 0 8px; }
  p, ul, details, table, blockquote { margin: 0 0 14px; }
  ul { padding-left: 28px; }
  li.task { list-style: none; margin-left: -24px; }
  a { color: #0969da; text-decoration: none; }
  code { background: #eff1f3; border-radius: 5px; padding: 2px 5px; font: 12.5px 'DejaVu Sans Mono', monospace; }
  pre { background: #f6f8fa; border-radius: 6px; padding: 12px; overflow: hidden; }
  pre code { background: none; padding: 0; }
  table { border-collapse: collapse; }
  th, td { border: 1px solid #d1d9e0; padding: 5px 12px; }
  tr:nth-child(2n) td { background: #f6f8fa; }
  blockquote { border-left: 4px solid #d1d9e0; color: #59636e; padding-left: 14px; }
  hr { border: 0; border-top: 3px solid #d1d9e0; margin: 18px 0; }
`;

function pageOf(markdown) {
  // The summaries hold no HTML but their own: a test of the reporters sees to it.
  const html = new MarkdownIt({ html: true })
    .render(markdown)
    .replace(/<li>\s*(<p>)?\[([ x])\] /g, (_, p = '', mark) => {
      const ticked = mark === 'x' ? ' checked' : '';
      return `<li class="task">${p}<input type="checkbox" disabled${ticked}> `;
    });
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><main>${html}</main>`;
}

const action = await buildActionIfStale();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
try {
  mkdirSync(OUT, { recursive: true });
  for (const scene of SCENES) {
    const file = join(scratch, `${scene.picture}.html`);
    const markdown = summaryOf(scene, action);
    writeFileSync(file, pageOf(markdown));
    const page = await browser.newPage({ viewport: { width: WIDTH, height: 400 } });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate((count) => {
      for (const fold of [...globalThis.document.querySelectorAll('details')].slice(0, count)) fold.open = true;
    }, scene.open);
    const height = await page.evaluate(() => globalThis.document.documentElement.scrollHeight);
    await page.screenshot({
      path: join(OUT, `${scene.picture}.png`),
      clip: { x: 0, y: 0, width: WIDTH, height: Math.min(height, MAX_HEIGHT) },
      fullPage: true,
    });
    console.log(scene.picture, height);
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
