import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { reportFiles } from '../index.ts';
import { hostileReport } from '../test-data/hostile-report.ts';
import { sampleReport } from '../test-data/sample-report.ts';

/** Where Debian's package puts it; another place is named by `CHROMIUM`. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** `UPDATE_EXPECTED=1 npm run test:system -- site` takes the pictures of the documentation anew; look at them. */
const UPDATE = process.env.UPDATE_EXPECTED === '1' && process.env.CI === undefined;
const PICTURES = new URL('../../../../../docs/images/', import.meta.url);
/** A browser on a busy machine starts slowly. */
const PATIENCE = 180_000;

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 640 };

const scratch = mkdtempSync(join(tmpdir(), 'shipworthy-pages-'));
const report = sampleReport();
const [repository] = report.repositories;
const rulePage = (): string => '# x\n\n## Why\n\nBecause.\n\n## How to fix\n\n1. Do it.\n\n```yaml\na: 1\n```\n';

function writeReport(folder: string, one: typeof report): string[] {
  const paths: string[] = [];
  for (const [path, text] of reportFiles(one, { page: rulePage })) {
    const file = join(scratch, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof text === 'string' ? text : [...text].join(''));
    paths.push(path);
  }
  return paths.filter((path) => path.endsWith('.html'));
}

const paths = writeReport('usual', report);
const hostilePaths = writeReport('hostile', hostileReport());
/** One page of each sort. */
const SORTS = ['index', 'changes', 'teams', 'unowned', 'repositories', 'rules', 'teams/', 'repositories/', 'rules/'];
const oneOfEach = (all: readonly string[]): string[] =>
  SORTS.flatMap((sort) => all.find((path) => path.startsWith(sort.endsWith('/') ? sort : `${sort}.html`)) ?? []);

let browser: Browser;
/** What a page complained about or asked for that is not on the disk. */
let complaints: string[] = [];

beforeAll(async () => {
  if (!existsSync(CHROMIUM))
    throw new Error(`There is no ${CHROMIUM}. Install it (apt-get install chromium) or name another by CHROMIUM.`);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
}, PATIENCE);
afterEach(() => {
  complaints = [];
});
afterAll(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
}, PATIENCE);

async function open(path: string, options: BrowserContextOptions = {}, folder = 'usual'): Promise<Page> {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(`${path}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`${path}: a dialog said ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) complaints.push(`${path} asked for ${request.url()}`);
  });
  await page.goto(pathToFileURL(join(scratch, folder, path)).href);
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<axe.AxeResults>('axe.run()');
  return found.flatMap(({ id, impact, nodes }) => nodes.map(({ html }) => `${impact} ${id}: ${html.slice(0, 200)}`));
}

describe('for everybody', () => {
  test.each([
    ['light, on a desk', { viewport: DESKTOP, colorScheme: 'light' }],
    ['dark, on a phone', { viewport: PHONE, colorScheme: 'dark' }],
  ] as const)(
    'no page breaks a rule of accessibility or complains (%s)',
    async (_, options) => {
      for (const path of oneOfEach(paths)) {
        const page = await open(path, options);
        expect({ path, violations: await violations(page) }).toEqual({ path, violations: [] });
        await page.context().close();
      }
      expect(complaints).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'on the narrowest phone no page scrolls sideways, whatever the names are',
    async () => {
      for (const [folder, all] of [
        ['usual', paths],
        ['hostile', hostilePaths],
      ] as const)
        for (const path of oneOfEach(all)) {
          const page = await open(path, { viewport: PHONE }, folder);
          const width = await page.evaluate<number>('document.documentElement.scrollWidth');
          expect({ folder, path, width }).toEqual({ folder, path, width: PHONE.width });
          await page.context().close();
        }
    },
    PATIENCE,
  );

  test(
    'hostile texts are shown and do nothing',
    async () => {
      for (const path of oneOfEach(hostilePaths)) {
        const page = await open(path, {}, 'hostile');
        expect(await page.locator('main').count()).toBe(1);
        await page.context().close();
      }
      expect(complaints).toEqual([]);
    },
    PATIENCE,
  );
});

describe('with script', () => {
  const cells = (page: Page, column: number): Promise<string[]> =>
    page.locator(`#repositories tbody tr > :nth-child(${column})`).allInnerTexts();

  test(
    'a table is sorted by a button of its head, with the keyboard as well',
    async () => {
      const page = await open('index.html');
      const warnings = page.getByRole('columnheader', { name: 'Warnings' });
      await warnings.getByRole('button').click();
      const most = (await cells(page, 5)).map(Number).filter((value) => !Number.isNaN(value));
      expect(most).toEqual([...most].sort((a, b) => b - a));
      expect(new Set(most).size).toBeGreaterThan(2);
      expect(await warnings.getAttribute('aria-sort')).toBe('descending');

      const names = page.getByRole('columnheader', { name: 'Repository' });
      await names.getByRole('button').focus();
      await page.keyboard.press('Enter');
      const shown = await cells(page, 1);
      expect(shown).toEqual([...shown].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
      expect(await names.getAttribute('aria-sort')).toBe('ascending');
      expect(await warnings.getAttribute('aria-sort')).toBeNull();
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    'a table is searched, and says how much of it is shown',
    async () => {
      const page = await open('index.html');
      const rows = page.locator('#repositories tbody tr');
      const all = await rows.count();
      await page.getByRole('searchbox', { name: 'Find a repository or a team' }).fill('LEDGER api');
      expect(await rows.locator('visible=true').allInnerTexts()).toEqual([expect.stringContaining('acme/ledger-api')]);
      expect(await page.locator('.search output').textContent()).toBe(`1 of ${all} shown`);
      await page.getByRole('searchbox').fill('');
      expect(await rows.locator('visible=true').count()).toBe(all);
      await page.context().close();
    },
    PATIENCE,
  );
});

test(
  'from the overview to a team, to a repository, to a rule and back',
  async () => {
    const page = await open('index.html');
    const heading = page.getByRole('heading', { level: 1 });
    await page.locator('#stages').getByRole('link', { name: 'payments' }).click();
    expect(await heading.textContent()).toBe('payments');
    const first = page.locator('#repositories tbody tr th a').first();
    const name = await first.textContent();
    await first.click();
    expect(await heading.textContent()).toBe(name);
    const finding = page.locator('.list a', { hasText: /^[a-z-]+\/[a-z-]+$/ }).first();
    const rule = await finding.textContent();
    await finding.click();
    expect(await page.locator('main .sub code').textContent()).toBe(rule);
    await page.getByRole('link', { name: 'Overview' }).click();
    expect(await page.locator('[aria-current=page]').textContent()).toBe('Overview');
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  PATIENCE,
);

test(
  'the first thing a keyboard reaches skips to the content',
  async () => {
    const page = await open('index.html');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe('main');
    await page.context().close();
  },
  PATIENCE,
);

test(
  'without script everything is there, and nothing that would need it',
  async () => {
    const page = await open('index.html', { javaScriptEnabled: false });
    expect(await page.locator('#repositories tbody tr').locator('visible=true').count()).toBe(
      report.repositories.filter(({ state }) => state !== 'excluded').length,
    );
    expect(await page.locator('input, button').locator('visible=true').count()).toBe(0);
    await page.context().close();
  },
  PATIENCE,
);

test(
  'on paper there is no navigation, and what was folded is open',
  async () => {
    const page = await open('index.html');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').locator('visible=true').count()).toBe(0);
    expect(await page.locator('.search').isVisible()).toBe(false);
    expect(await page.locator('#trend-table').isVisible()).toBe(true);
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000);
    await page.context().close();
  },
  PATIENCE,
);

test.each([
  ['desktop', { viewport: { width: 1280, height: 1240 } }, 'screen'],
  ['dark', { viewport: { width: 1280, height: 1240 }, colorScheme: 'dark' }, 'screen'],
  ['phone', { viewport: { width: 320, height: 900 }, deviceScaleFactor: 2 }, 'screen'],
  ['print', { viewport: { width: 760, height: 1075 } }, 'print'],
] as const)(
  'a picture of the overview can be taken: %s',
  async (name, options, media) => {
    const page = await open('index.html', options);
    await page.emulateMedia({ media });
    const picture = await page.screenshot();
    expect(picture.byteLength).toBeGreaterThan(10_000);
    if (UPDATE) writeFileSync(new URL(`organisation-report-${name}.png`, PICTURES), picture);
    await page.context().close();
  },
  PATIENCE,
);

test('the sample has what these tests look for', () => {
  expect(repository?.name).toBe('acme/checkout-api');
});
