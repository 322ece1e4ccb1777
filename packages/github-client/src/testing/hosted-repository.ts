/** A repository the loopback GitHub shows: a real git repository on disk and what GitHub says about it. */
export interface HostedRepository {
  readonly owner: string;
  readonly name: string;
  /** Folder of the git repository, bare or with a work tree. It is only read. */
  readonly folder: string;
  /** Default: `main`. */
  readonly defaultBranch?: string;
  /** Only known tokens see it. Default: public. */
  readonly private?: boolean;
  readonly archived?: boolean;
  readonly disabled?: boolean;
  readonly fork?: boolean;
  readonly template?: boolean;
  /** Nothing was pushed yet; `folder` is then of no matter. */
  readonly empty?: boolean;
  readonly topics?: readonly string[];
  /** Stays when it is renamed. Default: made of its name. */
  readonly id?: number;
  /** What the default branch names; default: what it names in the folder. Many repositories can be commits of one folder. */
  readonly commit?: string;
  /** `off`: uploads are refused as GitHub does where the feature is not paid for. Default: on. */
  readonly codeScanning?: 'on' | 'off';
  /** `off`: switched off in its settings. Default: on. */
  readonly issues?: 'on' | 'off';
  /** `off`: git over HTTP neither filters nor gives objects by id, as old servers do not. Default: on. */
  readonly partialClones?: 'on' | 'off';
}

/** Where the repositories come from; behind one question, so that a thousand need not be listed. */
export interface RepositoryStore {
  find(owner: string, name: string): HostedRepository | undefined;
  /** By name. */
  ownedBy(owner: string): readonly HostedRepository[];
}

/** A few repositories by name; like GitHub, it does not mind letter case. */
export function storeOf(repositories: readonly HostedRepository[]): RepositoryStore {
  const byName = new Map(repositories.map((each) => [`${each.owner}/${each.name}`.toLowerCase(), each]));
  return {
    find: (owner, name) => byName.get(`${owner}/${name}`.toLowerCase()),
    ownedBy: (owner) =>
      repositories
        .filter((each) => each.owner.toLowerCase() === owner.toLowerCase())
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
