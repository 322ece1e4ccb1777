import { type Operation, permissionFor } from '../operations.ts';
import { GitHubFault, type GitHubFaultDetails } from './github-fault.ts';
import { limitFault } from './limit-fault.ts';
import { saidBy } from './said.ts';

/** What an answer is judged by. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

/** What is known of the request besides its answer. */
export interface Asked {
  readonly operation: Operation;
  /** For people: `api.github.com`. */
  readonly host: string;
  readonly authorized: boolean;
  /** GitHub has accepted the token before, in this run. */
  readonly accepted: boolean;
}

/** The fault for an answer that is no success. */
export function answerFault(answer: Answer, asked: Asked): GitHubFault {
  const said = saidBy(answer.data);
  const id = answer.headers['x-github-request-id'];
  const details: GitHubFaultDetails = {
    status: answer.status,
    ...(said === undefined ? {} : { said }),
    ...(id === undefined ? {} : { requestId: String(id) }),
  };
  if (answer.status >= 500)
    return new GitHubFault(
      'unavailable',
      `GitHub answers with an error of its own (${answer.status}), also when asked again`,
      'This is not your repository. Look at githubstatus.com and run it again later.',
      details,
    );
  if (said === undefined) return strangerFault(asked.host, details);
  const limit = limitFault(answer, details, asked);
  if (limit) return limit;
  const words = (WORDS[answer.status] ?? refused)(said, asked, answer);
  return new GitHubFault(words.reason, words.message, words.advice, details);
}

/** The fault for an answer GitHub does not give: no JSON, or not its JSON. */
export function strangerFault(host: string, details: GitHubFaultDetails = {}): GitHubFault {
  const status = details.status === undefined ? '' : ` (${details.status})`;
  return new GitHubFault(
    'not-github',
    `what answers at ${host} is not GitHub's API${status}`,
    'Look whether a proxy or a sign-in page stands in between, and check GITHUB_API_URL (on GitHub Enterprise Server it ends in /api/v3).',
    details,
  );
}

type Words = Pick<GitHubFault, 'reason' | 'message' | 'advice'>;
type Wording = (said: string, asked: Asked, answer: Answer) => Words;

const NO_TOKEN: Words = {
  reason: 'unauthorized',
  message: 'GitHub wants a token for this',
  advice: 'Give one in GITHUB_TOKEN; in a workflow, `github.token` is one.',
};

const unauthorized: Wording = (_said, asked) => {
  if (!asked.authorized) return NO_TOKEN;
  return asked.accepted
    ? {
        reason: 'unauthorized',
        message: 'GitHub stopped accepting the token in the middle of the run',
        advice:
          'Tokens of apps live for an hour, that of a workflow ends with its job. Run it again with a fresh token.',
      }
    : {
        reason: 'unauthorized',
        message: 'GitHub does not accept the token',
        advice: 'It is mistyped, expired, revoked, or made for another server. Give a fresh one in GITHUB_TOKEN.',
      };
};

/** What stands between a token and what it may not do, by GitHub's own words. First match wins. */
const BARRIERS: readonly { readonly pattern: RegExp; readonly advice: string }[] = [
  {
    pattern: /\bissue is locked\b/i,
    advice: 'The conversation is locked: unlock it, or leave the comment off.',
  },
  {
    pattern: /must authenticate via a GitHub App/i,
    advice: 'Only apps make check runs, and the token of a workflow is one; with the token of a person leave them off.',
  },
  {
    pattern: /\bIP allow list\b/i,
    advice:
      'The organisation admits only certain addresses; run this on a machine (or runner) whose address is on its list.',
  },
  {
    pattern: /code scanning is not enabled|advanced security|code security must be enabled/i,
    advice:
      'Switch code scanning on in the settings of the repository (private ones need GitHub Code Security), or leave the upload off.',
  },
  {
    pattern: /\barchived\b|read-only/i,
    advice: 'The repository is archived and takes no changes. Leave what writes to it off.',
  },
];

const forbidden: Wording = (said, asked, answer) => {
  if (answer.headers['x-github-sso'] !== undefined)
    return {
      reason: 'forbidden',
      message: 'the organisation asks for single sign-on, and the token is not authorised for it',
      advice:
        'Open github.com/settings/tokens, choose "Configure SSO" beside the token and authorise it for the organisation.',
    };
  const barrier = BARRIERS.find(({ pattern }) => pattern.test(said));
  if (barrier) return { reason: 'forbidden', message: `GitHub refuses: ${said}`, advice: barrier.advice };
  if (!asked.authorized) return { ...NO_TOKEN, reason: 'forbidden' };
  const permission = permissionFor(asked.operation);
  const fork =
    permission.endsWith('write') && permission !== 'issues: write'
      ? ' Pull requests from forks and of Dependabot never get it; there the summary of the job holds the result.'
      : '';
  return {
    reason: 'forbidden',
    message: `the token may not do this; it lacks "${permission}" (GitHub: ${said})`,
    advice: `Add \`${permission}\` to the \`permissions:\` of the workflow, or give the token that right.${fork}`,
  };
};

const notFound: Wording = (said, asked) => ({
  reason: 'not-found',
  message: `GitHub knows nothing there, or does not show it to ${asked.authorized ? 'this token' : 'requests without a token'} (${said})`,
  advice: asked.authorized
    ? `Check owner, name and number; a private repository must be among those the token may read (\`${permissionFor(asked.operation)}\`).`
    : 'Check owner, name and number; for a private repository give a token in GITHUB_TOKEN.',
});

const gone: Wording = (said) =>
  /\bissues (?:are|has been|have been) disabled\b/i.test(said) ? ISSUES_OFF(said) : DELETED(said);

const ISSUES_OFF = (said: string): Words => ({
  reason: 'conflict',
  message: `GitHub refuses: ${said}`,
  advice: 'Switch issues on in the settings of the repository (Features), or name another one.',
});

const DELETED = (said: string): Words => ({
  reason: 'not-found',
  message: `GitHub no longer has this (${said})`,
  advice: 'It was deleted, or the feature is switched off in the settings of the repository.',
});

const conflict: Wording = (said) => ({
  reason: 'conflict',
  message: `the repository is not in a state for this (GitHub: ${said})`,
  advice: 'Look whether the repository is empty or being moved, and run it again.',
});

const blocked: Wording = (said) => ({
  reason: 'forbidden',
  message: `GitHub has blocked the repository (${said})`,
  advice: 'Ask its owner, or GitHub support.',
});

const refused: Wording = (said, _asked, answer) => ({
  reason: 'invalid',
  message: `GitHub does not take the request (${answer.status}: ${said})`,
  advice: 'This is a fault of shipworthy, unless a name or commit was mistyped. Please report it with this message.',
});

const tooLarge: Wording = (said) => ({
  reason: 'invalid',
  message: `GitHub finds what was sent too large (${said})`,
  advice: 'Send less: audit a folder of the repository, or raise the bar of what is reported.',
});

const WORDS: Readonly<Record<number, Wording>> = {
  401: unauthorized,
  403: forbidden,
  404: notFound,
  409: conflict,
  410: gone,
  413: tooLarge,
  451: blocked,
};
