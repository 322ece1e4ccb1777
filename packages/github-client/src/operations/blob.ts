import { call } from '../call.ts';
import { strangerFault } from '../faults/answer-fault.ts';
import type { GitHub, RepositoryName } from '../github.ts';

/**
 * The bytes of a file by the id of its blob, at most 100 MB. Taken as base64 and not raw: the raw form is announced as UTF-8
 * text, which Octokit decodes and thereby spoils what is not. Rejects with `GitHubFault`.
 */
export function blob(github: GitHub, repository: RepositoryName, sha: string): Promise<Uint8Array> {
  return call(github, 'git/get-blob', async ({ rest }) => {
    const { data } = await rest.git.getBlob({ ...repository, file_sha: sha });
    const bytes = Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
    if (data.size !== null && bytes.length !== data.size) throw strangerFault(new URL(github.apiUrl).host);
    return bytes;
  });
}
