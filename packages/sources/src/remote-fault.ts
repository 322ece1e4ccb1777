import { SourceError } from '@shipworthy/model';
import { complaint } from './git-fault.ts';

interface Known {
  readonly says: RegExp;
  readonly fault: SourceError['fault'];
  /** One clause. */
  readonly why: string;
  readonly advice: string;
}

/** What git says of a server, and what whoever runs this can do about it. The first that matches holds. */
const KNOWN: readonly Known[] = [
  {
    says: /not our ref|unadvertised object|find remote ref|no such remote ref/,
    fault: 'repository',
    why: 'the server does not have this commit, or does not give it out by its id',
    advice: 'Was the branch deleted or rewritten since? Fetch the commit before, or give one that is there.',
  },
  {
    says: /could not read (?:Username|Password)|Authentication failed|terminal prompts disabled|error: 40[13]\b/,
    fault: 'environment',
    why: 'the server shows it to nobody without the right token, or has no such repository',
    advice: 'Give a token that may read the contents of the repository (`contents: read`), and check the address.',
  },
  {
    says: /[Rr]epository .*not found|does not appear to be a git repository|error: 404\b|not valid: is this a git repository/,
    fault: 'repository',
    why: 'there is no git repository at this address',
    advice: 'Check the address.',
  },
  {
    says: /SSL|certificate|TLS|GnuTLS/,
    fault: 'environment',
    why: 'the connection to the server cannot be trusted',
    advice: 'Is a proxy between? Give git its certificate (`git config --global http.sslCAInfo FILE`).',
  },
  {
    says: /no answer within|[Oo]peration (?:too slow|timed out)|Less than 1 bytes/,
    fault: 'environment',
    why: 'the server did not answer in time',
    advice: 'Try again; is a proxy between?',
  },
  {
    says: /Could not resolve host|Failed to connect|Connection (?:refused|reset)|unable to access|hung up|early EOF|RPC failed/,
    fault: 'environment',
    why: 'the server cannot be reached, or broke off',
    advice: 'Check the network and the address, and try again.',
  },
  {
    says: /unknown option|usage: git/,
    fault: 'environment',
    why: 'the installed git is too old for it',
    advice: 'Install git 2.30 or newer.',
  },
];

/** Why a fetch failed, in one clause and with advice. git's own words stand behind; a token is never in them. */
export function whyNotFetched(stderr: string): Pick<Known, 'fault' | 'why' | 'advice'> {
  const said = complaint(stderr);
  const known = KNOWN.find(({ says }) => says.test(stderr));
  if (known) return { fault: known.fault, why: `${known.why} (git: ${said})`, advice: known.advice };
  return { fault: 'environment', why: `git could not fetch it: ${said}`, advice: 'Try again, or fetch it with git.' };
}

/** The same as a fault about `what` (`octo/demo`). */
export function remoteFault(what: string, stderr: string): SourceError {
  const { fault, why, advice } = whyNotFetched(stderr);
  return new SourceError(`${what}: ${why}`, fault, advice);
}
