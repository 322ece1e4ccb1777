/** `a/b`, `github:a/b`: npm's shorthand. */
const SHORTHAND = /^(?:(?:github|gitlab|bitbucket):)?([\w-]+\/[\w.-]+)$/;
/** A forge by its well-known host or by a host's first label, then the path after `/` or `:`. */
const ON_FORGE =
  /^(?:[a-z+]+:\/\/)?(?:[\w.-]+@)?((?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)|(?:git|gitlab|github|gitea)\.[\w.-]+)(?::\d+)?[/:]([^?#\s]+)/i;
/** Path segments after which a page of the repository is named, not the repository. */
const PAGES = new Set(['-', 'tree', 'blob', 'issues', 'wiki', 'releases', 'raw', 'src', 'archive']);

/**
 * `owner/name` (on GitLab with every group between) of a repository as manifests spell it: a web address, a git
 * address, npm's shorthand. Undefined for anything else; nothing is asked of the forge.
 */
export function forgeRepository(written: string): string | undefined {
  const text = written.trim();
  const shorthand = SHORTHAND.exec(text)?.[1];
  if (shorthand) return withoutSuffix(shorthand);
  const [, host = '', path = ''] = ON_FORGE.exec(text) ?? [];
  const segments = path.split('/').filter((segment) => segment !== '');
  const page = segments.findIndex((segment, index) => index >= 2 && PAGES.has(segment));
  // Only GitLab nests groups; elsewhere what follows the name is a page.
  const length = /gitlab/i.test(host) ? (page < 0 ? segments.length : page) : 2;
  return segments.length < 2 ? undefined : withoutSuffix(segments.slice(0, length).join('/'));
}

function withoutSuffix(repository: string): string {
  return repository.replace(/\.git$/, '');
}
