import { percentDecoded } from './repository-path.ts';

/** A URL of a code forge that names a file or folder of a repository at a revision. */
export interface ForgeUrl {
  /** `owner/name` (with sub-groups on GitLab), lower case. */
  readonly repository: string;
  /** The first segment after `blob` or `tree`: a branch, tag or commit, or the first part of one with a slash. */
  readonly ref: string;
  /** Percent-decoded, without a slash at the end; '' is the root. */
  readonly path: string;
  /** Without `#`; '' if none. */
  readonly fragment: string;
}

/** Branch names that stand for "as it is now". */
const DEFAULT_REFS = new Set(['main', 'master', 'head', 'trunk', 'develop', 'default']);

/** Is the revision one that this checkout may be compared with? Tags, commits and release branches are not. */
export function isDefaultRef(ref: string): boolean {
  return DEFAULT_REFS.has(ref.toLowerCase());
}

const GITHUB =
  /^https?:\/\/(?:www\.)?github\.com\/([^/?#]+)\/([^/?#]+)\/(?:blob|tree|raw|edit|blame)\/([^/?#]+)([^?#]*)/i;
const GITHUB_RAW =
  /^https?:\/\/raw\.githubusercontent\.com\/([^/?#]+)\/([^/?#]+)\/(?:refs\/heads\/)?([^/?#]+)([^?#]*)/i;
const GITLAB = /^https?:\/\/[^/?#]+\/([^?#]+?)\/-\/(?:blob|tree|raw|edit|blame)\/([^/?#]+)([^?#]*)/i;

/** No browser opens longer addresses everywhere; a longer text is no address. */
export const LONGEST_ADDRESS = 2048;

/** Reads the URL of a file view of GitHub or GitLab; `undefined` for any other text. */
export function forgeUrl(url: string): ForgeUrl | undefined {
  if (url.length > LONGEST_ADDRESS) return undefined;
  const hash = url.indexOf('#');
  const fragment = hash < 0 ? '' : url.slice(hash + 1);
  const github = GITHUB.exec(url) ?? GITHUB_RAW.exec(url);
  if (github) return parts(`${github[1]}/${github[2]}`, github[3] ?? '', github[4] ?? '', fragment);
  const gitlab = GITLAB.exec(url);
  return gitlab ? parts(gitlab[1] ?? '', gitlab[2] ?? '', gitlab[3] ?? '', fragment) : undefined;
}

function parts(repository: string, ref: string, path: string, fragment: string): ForgeUrl {
  return {
    repository: repository.toLowerCase().replace(/\.git$/, ''),
    ref: percentDecoded(ref),
    path: percentDecoded(path).replace(/^\/+|(?<!\/)\/+$/g, ''),
    fragment,
  };
}
