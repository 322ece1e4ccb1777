export type { ApiBudget } from './api-budget.ts';
export { type ConnectOptions, connect, DEFAULT_API_URL } from './connect.ts';
export { GitHubFault, type GitHubFaultDetails, type GitHubFaultReason } from './faults/github-fault.ts';
export type { GitHub, RepositoryName } from './github.ts';
export { MAX_BLOBS_A_QUERY } from './graphql/blobs-document.ts';
export type { Note } from './limit-waits.ts';
export {
  MAX_ANNOTATION_BYTES,
  MAX_ANNOTATION_TITLE,
  MAX_ANNOTATIONS_A_REQUEST,
  MAX_COMMENT_CHARACTERS,
  MAX_ISSUE_TITLE,
  MAX_OUTPUT_BYTES,
  MAX_PULL_REQUEST_COMMITS,
  MAX_SARIF_BYTES,
} from './limits.ts';
export { blob } from './operations/blob.ts';
export { type BlobText, blobs } from './operations/blobs.ts';
export {
  type CheckRun,
  type CheckRunAnnotation,
  type CheckRunOutput,
  createCheckRun,
  latestCheckRun,
  type NewCheckRun,
  type ShownCheckRun,
  type Unsent,
  updateCheckRunOutput,
} from './operations/check-runs.ts';
export { type Comment, type Comments, createComment, listComments, updateComment } from './operations/comments.ts';
export { commit, type GitCommit } from './operations/commit.ts';
export { type Comparison, compare } from './operations/compare.ts';
export { createIssue, type Issue, type Issues, listIssues, type NewIssue, updateIssue } from './operations/issues.ts';
export { type PullRequest, type PullRequestSide, pullRequest } from './operations/pull-request.ts';
export {
  type PullRequestCommit,
  type PullRequestCommits,
  pullRequestCommits,
} from './operations/pull-request-commits.ts';
export {
  type ListedRepository,
  type OwnedRepositories,
  repositoriesOf,
  repositoryNamed,
} from './operations/repositories-of.ts';
export { type RepositoryInfo, repositoryInfo } from './operations/repository-info.ts';
export { type GitTree, type GitTreeEntry, tree } from './operations/tree.ts';
export { type ReceivedSarif, type SarifUpload, uploadSarif } from './operations/upload-sarif.ts';
export { OPERATIONS, type Operation, type OperationId } from './operations.ts';
export {
  hashOf,
  type Kept,
  keyOf,
  MARKER_VERSION,
  type Marker,
  markerLine,
  markerOf,
  says,
} from './ours/marker.ts';
export { isOurs, type Slot, slotsOf, type Writer, type Written } from './ours/slot.ts';
export { serverUrlOf } from './server-url.ts';
export { type GitHubCommit, gitHubSource } from './source/github-source.ts';
