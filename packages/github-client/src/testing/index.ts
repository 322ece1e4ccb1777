export type { App, Caller, LimitedToken, Person, Right, Shown, TokenKind, Tokens } from './caller.ts';
export { Description, gitHubDescription } from './description.ts';
export type { Fault, Faults } from './faults.ts';
export { type HostedRepository, type RepositoryStore, storeOf } from './hosted-repository.ts';
export { type GitHubOptions, type LoopbackGitHub, type RequestLog, startGitHub } from './loopback.ts';
export type {
  CheckRun,
  Comment,
  GitHubState,
  Issue,
  OpenPull,
  PullRequest,
  RepositoryState,
  SarifUpload,
} from './state.ts';
