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
}

/**
 * `actions`: the token of a workflow that may write; `fork`: that of a pull request from a fork, which only reads; `app`:
 * an installation of another app; `pat`: the token of a person who may write; `outsider`: that of one who may only comment.
 */
export type TokenKind = 'actions' | 'fork' | 'app' | 'pat' | 'outsider';

/** A token of a kind, with less than all rights of its kind. */
export interface LimitedToken {
  readonly kind: TokenKind;
  readonly rights: readonly Right[];
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

/** The caller an `Authorization` header names: undefined without one, `unknown` for a token nobody gave out. */
export function callerOf(header: string | undefined, tokens: Tokens): Caller | undefined | 'unknown' {
  if (header === undefined) return undefined;
  const token = /^(?:token|bearer)\s+(.+)$/i.exec(header)?.[1] ?? basicPassword(header);
  const found = token !== undefined && Object.hasOwn(tokens, token) ? tokens[token] : undefined;
  if (found === undefined) return 'unknown';
  return typeof found === 'string' ? CALLERS[found] : { ...CALLERS[found.kind], rights: found.rights };
}

/** git sends tokens as the password of `x-access-token`. */
function basicPassword(header: string): string | undefined {
  const encoded = /^basic\s+(\S+)$/i.exec(header)?.[1];
  const decoded = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  return /^[^:]*:(.+)$/s.exec(decoded)?.[1];
}
