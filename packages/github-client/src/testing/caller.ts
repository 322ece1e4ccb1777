import type { RepositoryState } from './state.ts';

/** What a token may write. All known tokens may read everything. */
export type Right = 'checks' | 'issues' | 'pull-requests' | 'security-events';

export interface Person {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot';
}

export interface App {
  readonly id: number;
  readonly slug: string;
}

export type Association = 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'NONE';

/** What a token is shown of a repository: of one that is `named` all but its contents. */
export type Shown = 'all' | 'named' | 'nothing';

/** Who makes a request. */
export interface Caller {
  readonly user: Person;
  /** Absent for people: only apps write check runs. */
  readonly app?: App;
  readonly rights: readonly Right[];
  /** What a person is to every repository: of the trusted ones `OWNER`, `MEMBER` or `COLLABORATOR`. */
  readonly association?: Association;
  /** Requests in an hour. */
  readonly limit: number;
  /** By full name. Default: all of every repository. */
  readonly shown?: (repository: string) => Shown;
}

/**
 * `actions`: the token of a workflow that may write; `fork`: that of a pull request from a fork, which only reads; `app`:
 * an installation of another app; `pat`: the token of a person who may write; `outsider`: that of one who may only comment.
 */
export type TokenKind = 'actions' | 'fork' | 'app' | 'pat' | 'outsider';

/** A token of a kind, with less than all rights of its kind. */
export interface LimitedToken {
  readonly kind: TokenKind;
  /** Default: those of its kind. */
  readonly rights?: readonly Right[];
  readonly shown?: Caller['shown'];
  /** After so many requests it has expired. Default: it does not. */
  readonly lasts?: number;
}

const WORKFLOW = {
  user: { login: 'github-actions[bot]', id: 41_898_282, type: 'Bot' },
  app: { id: 15_368, slug: 'github-actions' },
  limit: 1000,
} as const;

const CALLERS: Readonly<Record<TokenKind, Caller>> = {
  actions: { ...WORKFLOW, rights: ['checks', 'issues', 'pull-requests', 'security-events'] },
  fork: { ...WORKFLOW, rights: [] },
  app: {
    user: { login: 'some-app[bot]', id: 900_001, type: 'Bot' },
    app: { id: 4711, slug: 'some-app' },
    limit: 5000,
    rights: ['checks', 'issues', 'pull-requests', 'security-events'],
  },
  pat: {
    user: { login: 'somebody', id: 583_231, type: 'User' },
    association: 'COLLABORATOR',
    limit: 5000,
    rights: ['issues', 'pull-requests', 'security-events'],
  },
  outsider: {
    user: { login: 'outsider', id: 583_232, type: 'User' },
    association: 'NONE',
    limit: 5000,
    rights: ['issues', 'pull-requests'],
  },
};

export type Tokens = Readonly<Record<string, TokenKind | LimitedToken>>;

/** Who the tokens are of. Counts what is asked with those that expire. */
export class Callers {
  readonly #tokens: Tokens;
  readonly #used = new Map<string, number>();

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** The caller an `Authorization` header names: undefined without one, `unknown` for a token that is nobody's (any more). */
  of(header: string | undefined): Caller | undefined | 'unknown' {
    if (header === undefined) return undefined;
    const token = /^(?:token|bearer)\s+(.+)$/i.exec(header)?.[1] ?? basicPassword(header) ?? '';
    const found = Object.hasOwn(this.#tokens, token) ? this.#tokens[token] : undefined;
    if (found === undefined) return 'unknown';
    if (typeof found === 'string') return CALLERS[found];
    const used = (this.#used.get(token) ?? 0) + 1;
    this.#used.set(token, used);
    if (used > (found.lasts ?? Number.POSITIVE_INFINITY)) return 'unknown';
    const { kind, rights = CALLERS[kind].rights, shown } = found;
    return { ...CALLERS[kind], rights, ...(shown === undefined ? {} : { shown }) };
  }
}

/** What a caller is shown of a repository. Nobody without a token is shown what is private. */
export function shownTo(caller: Caller | undefined, { fullName, hosted }: RepositoryState): Shown {
  if (!caller) return hosted.private === true ? 'nothing' : 'all';
  return caller.shown?.(fullName) ?? 'all';
}

/** git sends tokens as the password of `x-access-token`. */
function basicPassword(header: string): string | undefined {
  const encoded = /^basic\s+(\S+)$/i.exec(header)?.[1];
  const decoded = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  return /^[^:]*:(.+)$/s.exec(decoded)?.[1];
}
