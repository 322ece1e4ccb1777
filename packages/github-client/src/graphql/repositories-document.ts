/** What is asked of every repository that is listed. */
const LISTED = `fragment Listed on Repository {
  databaseId
  nameWithOwner
  url
  isArchived
  isDisabled
  isEmpty
  isFork
  isTemplate
  diskUsage
  primaryLanguage {
    name
  }
  repositoryTopics(first: 20) {
    nodes {
      topic {
        name
      }
    }
  }
  defaultBranchRef {
    name
    target {
      oid
      ... on Commit {
        tree {
          oid
        }
      }
    }
  }
}
`;

/** The query for a page of the repositories of an organisation or a person (variables `owner`, `first`, `after`). */
export const REPOSITORIES_DOCUMENT = `query Repositories($owner: String!, $first: Int!, $after: String) {
  repositoryOwner(login: $owner) {
    login
    repositories(first: $first, after: $after, ownerAffiliations: [OWNER], orderBy: { field: NAME, direction: ASC }) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...Listed
      }
    }
  }
}

${LISTED}`;

/** The query for one repository by its names (variables `owner`, `repo`). */
export const REPOSITORY_DOCUMENT = `query Repository($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
    ...Listed
  }
}

${LISTED}`;
