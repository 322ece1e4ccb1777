import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { SourceError } from '@shipworthy/model';
import Bottleneck from 'bottleneck/light.js';
import { BudgetWatch } from './api-budget.ts';
import { boundedFetch } from './bounded-fetch.ts';
import type { GitHub } from './github.ts';
import { limitWaits, type Note } from './limit-waits.ts';
import { sendableToken } from './token.ts';
import { wholeAnswers } from './whole-answers.ts';

/** Where GitHub's API is when nobody says otherwise. */
export const DEFAULT_API_URL = 'https://api.github.com';

/** One request with its answer. GitHub itself gives up after 10 s; the rest is for slow lines and large trees. */
const TIMEOUT_MS = 30_000;
/** The longest single wait for a limit: secondary limits ask for a minute, as a rule. */
const MAX_WAIT_SECONDS = 90;
/** Repeats after 5xx and broken connections, 1, 4 and 9 seconds apart. */
const RETRIES = 3;
/** Between the starts of two writes or GraphQL queries: far below GitHub's 2,000 points a minute. */
const WRITE_GAP_SECONDS = 0.2;
/** Between the starts of two requests that notify people: GitHub asks for one second. */
const NOTIFY_GAP_SECONDS = 1;
/** The version of the REST API this client is written for. */
const API_VERSION = '2022-11-28';

/** What a retry cannot mend. 429 waits by the limit's own rules. */
const FINAL_STATUSES = [400, 401, 403, 404, 409, 410, 413, 422, 429, 451];

/** How to reach GitHub. */
export interface ConnectOptions {
  /** As in `GITHUB_API_URL`; default `https://api.github.com`. The address of GraphQL follows from it. */
  readonly apiUrl?: string | undefined;
  readonly token?: string | undefined;
  /** The version of shipworthy, told to GitHub as `user-agent`. */
  readonly version: string;
  /** Told when a limit is waited for. */
  readonly note?: Note;
  /** Milliseconds for one request with its answer; default 30,000. */
  readonly timeoutMs?: number;
  /** Limits that ask for a longer pause (seconds) fail at once; default 90. */
  readonly maxWaitSeconds?: number;
  /** Milliseconds that a second of waiting lasts: 0 in tests. */
  readonly secondMs?: number;
  /** Default: Node's own. */
  readonly fetch?: typeof fetch;
}

/** Parsed and without slashes at its end. Throws `SourceError` (usage) when it is no address. */
function apiUrlOf(given: string | undefined): string {
  const text = (given?.trim() || DEFAULT_API_URL).replace(/\/+$/, '');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && !url.search && !url.hash)
    return text;
  throw new SourceError(
    "the address of GitHub's API is no web address",
    'usage',
    `Give one like ${DEFAULT_API_URL} or https://github.example.com/api/v3 in GITHUB_API_URL.`,
  );
}

const ApiClient = Octokit.plugin(wholeAnswers, throttling, retry);
const ignore = () => undefined;
/** Octokit would print addresses and deprecations between our own lines. */
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/**
 * Connects to GitHub; sends nothing yet. Every request stays at the API's origin, ends in time, waits for limits within bounds,
 * and is repeated after failures of the network or the server unless it creates something. Throws `SourceError` (usage) for
 * an address or a token that cannot be one.
 */
export function connect(options: ConnectOptions): GitHub {
  const apiUrl = apiUrlOf(options.apiUrl);
  const token = sendableToken(options.token);
  const secondMs = options.secondMs ?? 1000;
  const fetchBounds = {
    origin: new URL(apiUrl).origin,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    fetch: options.fetch ?? fetch,
  };
  const octokit = new ApiClient({
    baseUrl: apiUrl,
    userAgent: `shipworthy/${options.version}`,
    log: SILENT,
    request: { fetch: boundedFetch(fetchBounds), log: SILENT },
    retry: { retries: RETRIES, doNotRetry: FINAL_STATUSES, retryAfterBaseValue: secondMs },
    throttle: {
      retryAfterBaseValue: secondMs,
      write: new Bottleneck.Group({ maxConcurrent: 1, minTime: WRITE_GAP_SECONDS * secondMs }),
      notifications: new Bottleneck.Group({ maxConcurrent: 1, minTime: NOTIFY_GAP_SECONDS * secondMs }),
      ...limitWaits(options.maxWaitSeconds ?? MAX_WAIT_SECONDS, options.note ?? ignore),
    },
    ...(token === undefined ? {} : { auth: token }),
  });
  octokit.hook.before('request', (request) => {
    request.headers['x-github-api-version'] ??= API_VERSION;
  });
  let accepted = false;
  const budget = new BudgetWatch();
  octokit.hook.after('request', ({ headers }) => {
    accepted = token !== undefined;
    budget.see(headers);
  });
  return {
    apiUrl,
    authorized: token !== undefined,
    octokit,
    accepted: () => accepted,
    budget: () => budget.least(Date.now()),
  };
}
