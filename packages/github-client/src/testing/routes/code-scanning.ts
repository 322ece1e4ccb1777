import { gunzipSync } from 'node:zlib';
import { type Answer, no } from '../answer.ts';
import type { ApiRequest, Route } from '../route.ts';

/** GitHub takes no larger upload, packed. */
const MAX_PACKED_BYTES = 10 * 1024 * 1024;

function unpacked(packed: unknown): string | undefined {
  try {
    return gunzipSync(Buffer.from(String(packed), 'base64')).toString('utf8');
  } catch {
    return undefined;
  }
}

async function upload({ repository, body }: ApiRequest): Promise<Answer> {
  if (repository.hosted.codeScanning === 'off')
    return no(403, 'Advanced Security must be enabled for this repository to use code scanning.');
  if (Buffer.from(String(body.sarif), 'base64').length > MAX_PACKED_BYTES) return no(413, 'Payload too large');
  const sarif = unpacked(body.sarif);
  if (sarif === undefined) return no(400, 'sarif is not gzip, base64 encoded');
  const commit = await repository.objects.resolve(String(body.commit_sha), 'commit');
  if (commit === undefined) return no(404, 'commit not found');
  const id = `00000000-0000-4000-8000-${String(repository.nextId()).padStart(12, '0')}`;
  repository.uploads.push({ id, commit, ref: String(body.ref), sarif });
  return { status: 202, body: { id, url: `http://127.0.0.1:9/sarifs/${id}` } };
}

export const codeScanningRoutes: readonly Route[] = [
  {
    operation: 'code-scanning/upload-sarif',
    method: 'POST',
    path: '/repos/{owner}/{repo}/code-scanning/sarifs',
    writes: 'security-events',
    handle: upload,
  },
];
