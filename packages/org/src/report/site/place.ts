import type { OrgFinding, OrgRepository } from '../org-report.ts';
import { type Html, html, told } from './html.ts';

const COMMIT = /^[\da-f]{7,64}$/i;

/** Path and line, as a link where the repository is on the web and the file is in the commit. */
export function placeOf(finding: OrgFinding, repository: OrgRepository | undefined): Html {
  const { path, line, absent } = finding;
  const shown = html`<span class="path">${told(line === undefined ? path : `${path}:${line}`)}</span>`;
  if (absent) return html`expected at ${shown}`;
  const address = addressOf(finding, repository);
  return address === undefined ? shown : html`<a href="${address}" rel="noreferrer">${shown}</a>`;
}

function addressOf({ path, line }: OrgFinding, repository: OrgRepository | undefined): string | undefined {
  const home = webAddress(repository?.url);
  const commit = repository?.commit;
  if (home === undefined || commit === undefined || !COMMIT.test(commit) || path === '' || path === '.')
    return undefined;
  try {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    return `${home}/blob/${commit}/${encoded}${line === undefined ? '' : `#L${line}`}`;
  } catch {
    // Half of a surrogate pair: no address says that.
    return undefined;
  }
}

/** An address that is safe to link: of the web, without a slash at its end. */
export function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return undefined;
  return href.replace(/[?#].*$/, '').replace(/\/$/, '');
}
