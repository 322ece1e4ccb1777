import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { connect, type GitHub, markerOf } from '@shipworthy/github-client';
import {
  type HostedRepository,
  type Issue,
  type LoopbackGitHub,
  type RepositoryState,
  startGitHub,
  type TokenKind,
} from '@shipworthy/github-client/testing';
import { SourceError } from '@shipworthy/model';
import MarkdownIt from 'markdown-it';
import type { OrgReport } from '../report/org-report.ts';
import { hostileReport } from '../report/test-data/hostile-report.ts';
import { sampleReport } from '../report/test-data/sample-report.ts';
import { planIssue } from './plan.ts';
import { type IssueWanted, publishIssue } from './publish-issue.ts';

const TOKENS = {
  'token-of-a-workflow': 'actions',
  'token-of-a-person': 'pat',
  'token-of-an-outsider': 'outsider',
  'token-that-reads': 'fork',
} as const satisfies Record<string, TokenKind>;

let server: LoopbackGitHub;
let room: RepositoryState;
let seen: number;
beforeEach(() => begin());
afterEach(() => server.close());

async function begin(hosted: Partial<HostedRepository> = {}): Promise<void> {
  await server?.close();
  const repository = { owner: 'acme', name: 'readiness', folder: '/nowhere', private: true, ...hosted };
  server = await startGitHub({ repositories: [repository], tokens: TOKENS });
  room = server.state.repository('acme/readiness');
  seen = 0;
}

const client = (token: keyof typeof TOKENS = 'token-of-a-workflow', fetch?: typeof globalThis.fetch): GitHub =>
  connect({ apiUrl: server.url, token, version: '0.1.0', secondMs: 0, ...(fetch ? { fetch } : {}) });
const WANTED: IssueWanted = { repository: { owner: 'acme', repo: 'readiness' }, public: false };
const publish = (report: OrgReport, token?: keyof typeof TOKENS, wanted: Partial<IssueWanted> = {}) =>
  publishIssue(report, { ...WANTED, ...wanted }, client(token));

/** Operations that were asked for since it was last called. */
function asked(): string[] {
  const since = server.requests.slice(seen).map(({ operation }) => operation);
  seen = server.requests.length;
  return since;
}

const ROOM = 'repos/get';
const LOOK = 'issues/list-for-repo';
const CREATE = 'issues/create';
const UPDATE = 'issues/update';

const first = sampleReport();
const second: OrgReport = { ...first, asOf: '2026-11-30' };
const bodyOf = (report: OrgReport): string => planIssue(report).body;
const bodies = () => room.issues.map(({ body }) => body);

/** What somebody does to the first issue. */
function change(to: Partial<Issue>): void {
  const [issue] = room.issues;
  if (!issue) throw new Error('there is no issue');
  room.issues[0] = { ...issue, ...to };
}

const BOT = { user: { login: 'some-app[bot]', id: 900_001, type: 'Bot' } } as const;
const STRANGER = { user: { login: 'stranger', id: 5, type: 'User' } } as const;
const COLLEAGUE = { user: { login: 'colleague', id: 6, type: 'User' }, association: 'MEMBER' } as const;

describe('one issue', () => {
  test.each(['token-of-a-workflow', 'token-of-a-person'] as const)(
    'is opened, left alone and edited, with the %s',
    async (token) => {
      const made = await publish(first, token);
      expect(made).toEqual({ outcome: 'made', url: expect.stringContaining('http'), repository: 'acme/readiness' });
      expect(asked()).toEqual([ROOM, LOOK, CREATE, LOOK]);
      expect((await publish(first, token)).outcome).toBe('unchanged');
      expect(asked()).toEqual([ROOM, LOOK]);
      expect((await publish(second, token)).outcome).toBe('edited');
      expect(asked()).toEqual([ROOM, LOOK, UPDATE]);
      expect(room.issues).toMatchObject([
        { title: 'Readiness of acme', body: bodyOf(second), state: 'open', edits: 1 },
      ]);
    },
  );

  test('is of whoever wrote it the week before: a person, then a workflow', async () => {
    await publish(first, 'token-of-a-person');
    expect((await publish(second, 'token-of-a-workflow')).outcome).toBe('edited');
    expect(bodies()).toEqual([bodyOf(second)]);
  });

  test('keeps the title that somebody gave it', async () => {
    await publish(first);
    change({ title: 'What to do on Monday' });
    await publish(second);
    expect(room.issues).toMatchObject([{ title: 'What to do on Monday', body: bodyOf(second) }]);
  });

  test('that somebody closed stays closed while the report says the same, and is opened again with the next', async () => {
    await publish(first);
    change({ state: 'closed' });
    asked();
    expect((await publish(first)).outcome).toBe('unchanged');
    expect([asked(), room.issues[0]?.state]).toEqual([[ROOM, LOOK], 'closed']);
    expect((await publish(second)).outcome).toBe('reopened');
    expect(asked()).toEqual([ROOM, LOOK, UPDATE]);
    expect(room.issues).toMatchObject([{ state: 'open', body: bodyOf(second) }]);
  });

  test('is one for each series', async () => {
    for (const title of ['acme', 'globex', 'acme']) await publish({ ...first, title });
    expect(room.issues.map(({ title }) => title)).toEqual(['Readiness of acme', 'Readiness of globex']);
  });

  test('is found behind many others', async () => {
    for (let nth = 0; nth < 130; nth++) room.addIssue(`Issue ${nth}`, null);
    await publish(first);
    for (let nth = 0; nth < 130; nth++) room.addIssue(`Issue ${nth}`, null);
    expect((await publish(second)).outcome).toBe('edited');
    expect(bodies().filter((body) => body !== null)).toEqual([bodyOf(second)]);
  });

  test('names the run that holds the whole report; another run that says the same is no other text', async () => {
    const run = (nth: number) => ({ run: `https://github.com/acme/readiness/actions/runs/${nth}` });
    await publish(first, undefined, run(1));
    expect((await publish(first, undefined, run(2))).outcome).toBe('unchanged');
    expect(bodies()[0]).toContain('[the run that wrote this](https://github.com/acme/readiness/actions/runs/1)');
  });
});

describe('what is not ours', () => {
  test.each([
    ['a stranger who copied all of it', STRANGER, bodyOf(first)],
    ['a colleague who quotes it', COLLEAGUE, `> ${bodyOf(first)}`],
    ['a colleague who wrote above it', COLLEAGUE, `Look:\n${bodyOf(first)}`],
    ['a bot of another series', BOT, bodyOf({ ...first, title: 'globex' })],
    ['a bot that keeps something else', BOT, bodyOf(first).replace('organisation:', 'summary:')],
  ])('by %s is not touched', async (_case, who, body) => {
    const theirs = room.addIssue('Theirs', body, who);
    expect((await publish(first)).outcome).toBe('made');
    expect((await publish(second)).outcome).toBe('edited');
    expect(room.issues).toEqual([theirs, expect.objectContaining({ body: bodyOf(second) })]);
  });

  test('a copy that a colleague makes later is not touched', async () => {
    await publish(first);
    const copy = room.addIssue('A copy', bodyOf(first), COLLEAGUE);
    expect((await publish(second)).outcome).toBe('edited');
    expect(room.issues).toEqual([expect.objectContaining({ body: bodyOf(second) }), copy]);
  });

  test('a pull request is not taken for the issue', async () => {
    room.openPull({
      number: 1,
      body: bodyOf(first),
      author: BOT.user,
      base: { ref: 'main', sha: 'a' },
      head: { ref: 'topic', sha: 'b', repository: null },
    });
    expect((await publish(first)).outcome).toBe('made');
  });
});

describe('two runs at once', () => {
  /** Another run looks, finds nothing and opens its issue between our look and our own issue. */
  const overtaken = (other: OrgReport): GitHub => {
    let before = true;
    return client(undefined, async (input, init) => {
      if (init?.method === 'POST' && before) {
        before = false;
        await publish(other);
      }
      return fetch(input, init);
    });
  };

  test.each([
    ['the same', first, 'unchanged'],
    ['something else', second, 'edited'],
  ] as const)('that say %s leave one open issue', async (_case, other, outcome) => {
    expect((await publishIssue(first, WANTED, overtaken(other))).outcome).toBe(outcome);
    expect(room.issues.map(({ state }) => state)).toEqual(['open', 'closed']);
    expect(bodies()).toEqual([bodyOf(first), expect.stringMatching(/^The report stands in \[another issue\]\(http/)]);
    asked();
    expect((await publish(first)).outcome).toBe('unchanged');
    expect(asked()).toEqual([ROOM, LOOK]);
  });
});

describe('where no issue can be kept', () => {
  test.each<[string, Partial<HostedRepository>, keyof typeof TOKENS, Partial<IssueWanted>, RegExp, RegExp, string[]]>([
    ['archived', { archived: true }, 'token-of-a-workflow', {}, /^acme\/readiness is archived/, /unarchive/, [ROOM]],
    ['without issues', { issues: 'off' }, 'token-of-a-workflow', {}, /switched off/, /Switch them on/, [ROOM]],
    ['public', { private: false }, 'token-of-a-workflow', {}, /is public/, /--public-issue/, [ROOM]],
    [
      'not there',
      {},
      'token-of-a-workflow',
      { repository: { owner: 'acme', repo: 'nothing' } },
      /GitHub knows no repository acme\/nothing/,
      /`issues: write`/,
      [ROOM],
    ],
    [
      'read only for the token',
      {},
      'token-that-reads',
      {},
      /lacks "issues: write"/,
      /permissions/,
      [ROOM, LOOK, CREATE],
    ],
    [
      'one where the owner of the token is nobody',
      {},
      'token-of-an-outsider',
      {},
      /the next run would not know the issue .* no member and no collaborator of acme\/readiness/,
      /close that issue/,
      [ROOM, LOOK, CREATE],
    ],
  ])('%s', async (_case, hosted, token, wanted, message, advice, operations) => {
    await begin(hosted);
    const fault = await publish(first, token, wanted).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(SourceError);
    expect(fault).toMatchObject({
      message: expect.stringMatching(message),
      advice: expect.stringMatching(advice),
      fault: 'environment',
    });
    expect(asked()).toEqual(operations);
  });

  test('a public repository is taken where that is said', async () => {
    await begin({ private: false });
    expect((await publish(first, undefined, { public: true })).outcome).toBe('made');
  });

  test.each([
    ['secondary-limit', 'rate-limited'],
    ['primary-limit', 'rate-limited'],
    ['unauthorized', 'unauthorized'],
    ['sso', 'forbidden'],
    ['html', 'not-github'],
    ['bad-gateway', 'unavailable'],
  ] as const)('%s is told as it is', async (answer, reason) => {
    server.faults.add({ answer, operation: LOOK, retryAfter: 600 });
    await expect(publish(first)).rejects.toMatchObject({ reason });
    expect(room.issues).toEqual([]);
  });

  test('switched off or archived between two requests is told as GitHub does', async () => {
    await publish(first);
    server.faults.add({ answer: 'gone', operation: UPDATE });
    await expect(publish(second)).rejects.toMatchObject({ status: 410 });
  });

  test('more issues than are read are told, and no second one is opened every week', async () => {
    const pages = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const answer = await fetch(input, init);
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      if (!pathname.endsWith('/issues')) return answer;
      const headers = {
        'content-type': 'application/json',
        link: `<${server.url}/repos/acme/readiness/issues>; rel="next"`,
      };
      return new Response(await answer.text(), { headers });
    };
    await expect(publishIssue(first, WANTED, client(undefined, pages))).rejects.toThrow(/too many issues/);
    expect(room.issues).toEqual([]);
  });
});

test('a repository that was renamed is written to by its name of today', async () => {
  const moved = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.pathname.endsWith('/repos/acme/old')) {
      const location = `${server.url}/repos/acme/readiness`;
      return Promise.resolve(new Response(null, { status: 301, headers: { location } }));
    }
    return fetch(input, init);
  };
  const wanted = { ...WANTED, repository: { owner: 'acme', repo: 'old' } };
  expect(await publishIssue(first, wanted, client(undefined, moved))).toMatchObject({
    outcome: 'made',
    repository: 'acme/readiness',
  });
  expect(room.issues).toHaveLength(1);
});

describe('the text', () => {
  test('begins with its marker', () => {
    const { body, hash, key } = planIssue(first);
    expect(markerOf('organisation', body)).toEqual({ version: 1, key, hash });
  });

  test('is what GitHub takes, marker, link and all, however many repositories there are', () => {
    const many = planIssue(
      sampleReport({ repositories: 3000 }),
      `https://github.com/acme/readiness/actions/runs/${'1'.repeat(200)}`,
    );
    expect(many.body.length).toBeLessThanOrEqual(65_536);
    expect(many.body).toMatch(/\.\.\. and [\d,]+ more in the whole report\./);
    expect(many.body).toMatch(/kept by \[the run that wrote this\]\(http[^)]+\)\.\n$/);
  });

  test('of hostile names mentions nobody and holds no HTML but the marker', () => {
    const report = { ...hostileReport(), title: '--> @acme/everyone <img src=x>' };
    const { title, body } = planIssue(report);
    expect(markerOf('organisation', body)).toBeDefined();
    const tokens = new MarkdownIt({ html: true, linkify: true })
      .parse(body, {})
      .flatMap((token) => [token, ...(token.children ?? [])]);
    const html = tokens.filter(({ type }) => type === 'html_block' || type === 'html_inline');
    expect(html.map(({ content }) => content)).toEqual([expect.stringMatching(/^<!-- [^<>]* -->\n$/)]);
    expect(tokens.filter(({ type }) => type === 'link_open' || type === 'image')).toEqual([]);
    const prose = tokens.filter(({ type }) => type === 'text').map(({ content }) => content);
    expect(prose.filter((text) => /@\w|#\d|:\/\/|\$/.test(text))).toEqual([]);
    expect(title).toBe('Readiness of --> @acme/everyone <img src=x>');
  });

  test.each([
    ['a long name', 'x'.repeat(400), 256],
    ['a name of lines', 'two\nlines', 'Readiness of two\\nlines'.length],
  ])('has a title of %s that GitHub takes', (_case, title, length) => {
    expect(planIssue({ ...first, title }).title).toHaveLength(length);
  });
});
