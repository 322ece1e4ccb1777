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
  /** Stays when it is renamed or moves to another owner. Default: made of its name. */
  readonly id?: number;
  /** Full names it had (`octo/old`): whoever asks by one is led to the name of today, as long as nothing else bears it. */
  readonly formerly?: readonly string[];
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
  /** By its name, or by one it had. */
  find(owner: string, name: string): HostedRepository | undefined;
  withId(id: number): HostedRepository | undefined;
  /** By name. */
  ownedBy(owner: string): readonly HostedRepository[];
}

/** A few repositories by name; like GitHub, it does not mind letter case. */
export function storeOf(repositories: readonly HostedRepository[]): RepositoryStore {
  const names = [
    ...repositories.flatMap((each) => (each.formerly ?? []).map((name) => [name, each] as const)),
    ...repositories.map((each) => [fullNameOf(each), each] as const),
  ];
  const byName = new Map(names.map(([name, each]) => [name.toLowerCase(), each]));
  const byId = new Map(repositories.map((each) => [idOf(each), each]));
  return {
    withId: (id) => byId.get(id),
    find: (owner, name) => byName.get(`${owner}/${name}`.toLowerCase()),
    ownedBy: (owner) =>
      repositories
        .filter((each) => each.owner.toLowerCase() === owner.toLowerCase())
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

export const fullNameOf = ({ owner, name }: HostedRepository): string => `${owner}/${name}`;

/** A number that stays a repository's own; GraphQL's numbers have 31 bits. */
export const idOf = (hosted: HostedRepository): number => hosted.id ?? hashOf(fullNameOf(hosted)) & 0x7fffffff;

/** FNV-1a, 32 bits: the same in every run. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
