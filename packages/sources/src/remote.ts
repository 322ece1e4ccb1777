import { SourceError } from '@shipworthy/model';
import type { GitReach } from './git-process.ts';

/** As long as git is given for a listing; GitHub sends the trees of its largest repositories in less. */
const TIMEOUT_MS = 120_000;
const PROTOCOLS = ['https:', 'http:', 'file:'];
/** The name the remote has while it is spoken to. No configuration knows it. */
export const REMOTE = 'shipworthy';

/** A repository on a server. */
export interface Remote {
  /** `https://github.com/owner/name`; http and file work too. Without user or password. */
  readonly url: string;
  /** Sent as the password of `x-access-token`, as GitHub takes it, to this address only. */
  readonly token?: string | undefined;
  /** Milliseconds for one exchange with the server. Default 120,000. */
  readonly timeoutMs?: number | undefined;
}

/**
 * How git reaches a remote: by its one transport, asking nobody for a password, with the token in the environment alone.
 * Throws `SourceError` (usage) for an address that is not one of these.
 */
export function reachOf({ url, token, timeoutMs = TIMEOUT_MS }: Remote): GitReach & { readonly timeoutMs: number } {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  // The address itself is not repeated: it may hold what should not be printed.
  if (!address || !PROTOCOLS.includes(address.protocol) || address.username !== '' || address.password !== '')
    throw new SourceError(
      'the address of the repository is none that is fetched from',
      'usage',
      'Give one like https://github.com/owner/name, without a user and a password in it.',
    );
  return {
    protocols: [address.protocol.slice(0, -1)],
    timeoutMs,
    settings: [
      [`remote.${REMOTE}.url`, url],
      // Whom the person's own configuration names for passwords: this runs where nobody answers.
      [`credential.${url}.helper`, ''],
      // git is ended when its time is over; what it started for the transport then ends by itself.
      ['http.lowSpeedLimit', '1'],
      ['http.lowSpeedTime', String(Math.max(1, Math.ceil(timeoutMs / 1000)))],
      ['fetch.writeCommitGraph', 'false'],
      ...(token === undefined || token === '' ? [] : authorization(url, token)),
    ],
  };
}

/** Two values of one setting: an empty one forgets those that stand elsewhere, since servers refuse two such headers. */
function authorization(url: string, token: string): [string, string][] {
  if (/[\0\r\n]/.test(token))
    throw new SourceError('the token holds a line break', 'usage', 'Give the token alone, as it was copied.');
  const password = Buffer.from(`x-access-token:${token}`).toString('base64');
  return ['', `Authorization: Basic ${password}`].map((value) => [`http.${url}.extraHeader`, value]);
}

/** What every fetch is told: objects only. Nothing is written that names what was fetched, no other repository is visited. */
export const FETCH = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--recurse-submodules=no'] as const;

/** Full ids (40 or 64 hexadecimal digits) of commits. */
export const isCommitId = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
