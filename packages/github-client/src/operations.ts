/**
 * Every operation of GitHub's REST API this product uses, by the `operationId` of GitHub's own description, and what a
 * token must be allowed for it, as `permissions:` of a workflow says it. The trimmed description beside this package holds
 * exactly these; a test compares.
 */
export const OPERATIONS = {
  'repos/get': 'contents: read',
  'repos/compare-commits-with-basehead': 'contents: read',
  'pulls/get': 'pull-requests: read',
  'pulls/list-commits': 'pull-requests: read',
  'git/get-commit': 'contents: read',
  'git/get-tree': 'contents: read',
  'git/get-blob': 'contents: read',
  'checks/create': 'checks: write',
  'checks/update': 'checks: write',
  'checks/list-for-ref': 'checks: read',
  'issues/list-for-repo': 'issues: read',
  'issues/create': 'issues: write',
  'issues/update': 'issues: write',
  'issues/list-comments': 'pull-requests: read',
  'issues/create-comment': 'pull-requests: write',
  'issues/update-comment': 'pull-requests: write',
  'code-scanning/upload-sarif': 'security-events: write',
} as const;

/** The `operationId` of a REST operation we use. */
export type OperationId = keyof typeof OPERATIONS;

/** A REST operation, or one of our GraphQL documents (which only read). */
export type Operation = OperationId | 'graphql';

/** The line of `permissions:` in a workflow that allows an operation. */
export function permissionFor(operation: Operation): string {
  return operation === 'graphql' ? 'contents: read' : OPERATIONS[operation];
}
