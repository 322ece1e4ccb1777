/** A repository on GitHub, by its names. */
export interface RepositoryNames {
  readonly owner: string;
  readonly repo: string;
}

/** `owner/name` taken apart; undefined for what is none. */
export function repositoryNames(text: string): RepositoryNames | undefined {
  const [owner = '', repo = '', ...rest] = text.split('/');
  return isName(owner) && isName(repo) && rest.length === 0 ? { owner, repo } : undefined;
}

/** `.` and `..` would lead elsewhere in an address. */
const isName = (text: string): boolean => /^[\w.-]+$/.test(text) && !/^\.+$/.test(text);
