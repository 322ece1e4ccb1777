import type { App, Association, Caller, Person } from './caller.ts';
import { type GitObjects, gitObjects } from './git-objects.ts';
import { fullNameOf, type HostedRepository, type RepositoryStore } from './hosted-repository.ts';

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly state: 'open' | 'closed';
  readonly draft: boolean;
  readonly author: Person;
  readonly base: { readonly ref: string; readonly sha: string };
  /** `repository`: full name of where the branch is; null when that fork was deleted. */
  readonly head: { readonly ref: string; readonly sha: string; readonly repository: string | null };
  readonly mergeCommit: string | null;
}

export interface Comment {
  readonly id: number;
  /** The number of the pull request. */
  readonly pull: number;
  readonly body: string;
  readonly author: Person;
  readonly app?: App;
  /** Default: that of a contributor, or of an app. */
  readonly association?: Association;
  /** How often it was edited. */
  readonly edits: number;
}

export interface Issue {
  readonly id: number;
  /** Of issues and pull requests together. */
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly state: 'open' | 'closed';
  readonly author: Person;
  readonly app?: App;
  /** Default: that of a contributor, or of an app. */
  readonly association?: Association;
  /** How often it was edited. */
  readonly edits: number;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  readonly text: string | null;
  /** All that were sent; each update appends. */
  readonly annotations: readonly unknown[];
  readonly app: App;
  readonly detailsUrl: string | null;
  readonly externalId: string;
}

export interface SarifUpload {
  readonly id: string;
  readonly commit: string;
  readonly ref: string;
  /** The document, unpacked. */
  readonly sarif: string;
}

const AUTHOR: Person = { login: 'contributor', id: 1001, type: 'User' };

/** What a test says of a pull request; commits must be in the repository on disk. */
export type OpenPull = Pick<PullRequest, 'number' | 'base' | 'head'> & Partial<PullRequest>;

/** What happened to one repository. Tests read it, and put in what others did. */
export class RepositoryState {
  readonly hosted: HostedRepository;
  readonly objects: GitObjects;
  readonly pulls = new Map<number, PullRequest>();
  readonly comments: Comment[] = [];
  readonly issues: Issue[] = [];
  readonly checkRuns: CheckRun[] = [];
  readonly uploads: SarifUpload[] = [];
  #nextId = 1;

  constructor(hosted: HostedRepository) {
    this.hosted = hosted;
    this.objects = gitObjects(hosted.folder);
  }

  get fullName(): string {
    return fullNameOf(this.hosted);
  }

  openPull(pull: OpenPull): PullRequest {
    const opened: PullRequest = {
      title: `Pull request ${pull.number}`,
      body: null,
      state: 'open',
      draft: false,
      author: AUTHOR,
      mergeCommit: null,
      ...pull,
    };
    this.pulls.set(opened.number, opened);
    return opened;
  }

  /** A comment as somebody wrote it: without an author it is a contributor's. */
  addComment(
    pull: number,
    body: string,
    { user: author, app, association }: Pick<Caller, 'user' | 'app' | 'association'> = { user: AUTHOR },
  ): Comment {
    const comment: Comment = { id: this.nextId(), pull, body, author, ...rolesOf(app, association), edits: 0 };
    this.comments.push(comment);
    return comment;
  }

  /** An issue as somebody opened it: without an author it is a contributor's. */
  addIssue(
    title: string,
    body: string | null,
    { user: author, app, association }: Pick<Caller, 'user' | 'app' | 'association'> = { user: AUTHOR },
  ): Issue {
    const number = Math.max(0, ...this.pulls.keys(), ...this.issues.map((issue) => issue.number)) + 1;
    const of = { id: this.nextId(), number, author, ...rolesOf(app, association) };
    const issue: Issue = { ...of, title, body, state: 'open', edits: 0 };
    this.issues.push(issue);
    return issue;
  }

  /** Unique in the repository; the first is 1. */
  nextId(): number {
    return this.#nextId++;
  }
}

const rolesOf = (app: App | undefined, association: Association | undefined) => ({
  ...(app === undefined ? {} : { app }),
  ...(association === undefined ? {} : { association }),
});

/** Everything the loopback GitHub remembers, by repository. */
export class GitHubState {
  readonly #store: RepositoryStore;
  readonly #repositories = new Map<HostedRepository, RepositoryState>();

  constructor(store: RepositoryStore) {
    this.#store = store;
  }

  /** By its name, or by one it had. */
  find(owner: string, name: string): RepositoryState | undefined {
    const hosted = this.#store.find(owner, name);
    return hosted && this.#stateOf(hosted);
  }

  withId(id: number): RepositoryState | undefined {
    const hosted = this.#store.withId(id);
    return hosted && this.#stateOf(hosted);
  }

  /** What an owner has, by name. */
  ownedBy(owner: string): readonly RepositoryState[] {
    return this.#store.ownedBy(owner).map((hosted) => this.#stateOf(hosted));
  }

  #stateOf(hosted: HostedRepository): RepositoryState {
    const known = this.#repositories.get(hosted) ?? new RepositoryState(hosted);
    this.#repositories.set(hosted, known);
    return known;
  }

  /** The repository `owner/name`. Throws when it is not hosted. */
  repository(fullName: string): RepositoryState {
    const [owner = '', name = ''] = fullName.split('/');
    const found = this.find(owner, name);
    if (!found) throw new Error(`the loopback GitHub has no repository ${fullName}`);
    return found;
  }
}
