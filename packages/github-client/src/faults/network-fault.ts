import { GitHubFault } from './github-fault.ts';

/** How far down the causes of an error are followed: fetch nests two or three. */
const MAX_CAUSES = 6;

/** What Node says when a certificate is not trusted. */
const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_|UNABLE_TO_(?:GET_ISSUER|VERIFY)|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|HOSTNAME_MISMATCH)/;

const PROXY_ADVICE =
  'If this machine reaches the network through a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1 (Node 24 and later).';

/** The codes (`ECONNRESET`) and names (`TimeoutError`) of an error and of what caused it, outermost first. */
function* marksOf(error: unknown): Generator<string> {
  let current = error;
  for (let depth = 0; depth < MAX_CAUSES && typeof current === 'object' && current !== null; depth++) {
    if ('code' in current && typeof current.code === 'string') yield current.code;
    if ('name' in current && typeof current.name === 'string') yield current.name;
    current = 'cause' in current ? current.cause : undefined;
  }
}

/** The fault for a request that got no answer. `host` is for people; `cause` what fetch failed with. */
export function networkFault(cause: unknown, host: string): GitHubFault {
  const marks = [...marksOf(cause)];
  const code = marks.find((mark) => /^[A-Z][A-Z0-9_]+$/.test(mark));
  const said = code === undefined ? {} : { said: code };
  const fault = (message: string, advice: string) => new GitHubFault('unavailable', message, advice, said);
  if (marks.some((mark) => mark === 'TimeoutError' || mark === 'AbortError' || /TIMEOUT|ETIMEDOUT/.test(mark)))
    return fault(
      `${host} did not answer in time`,
      `Run it again; if it stays so, look at githubstatus.com. ${PROXY_ADVICE}`,
    );
  if (code !== undefined && CERTIFICATE.test(code))
    return fault(
      `the certificate of ${host} is not trusted on this machine (${code})`,
      'If your company has its own certificate authority, name its file in NODE_EXTRA_CA_CERTS.',
    );
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return fault(
      `the name ${host} could not be looked up (${code})`,
      `Check the network of this machine and the address of the API (GITHUB_API_URL). ${PROXY_ADVICE}`,
    );
  if (code === 'ECONNREFUSED')
    return fault(
      `nothing accepts connections at ${host}`,
      `Check the address of the API (GITHUB_API_URL). ${PROXY_ADVICE}`,
    );
  const why = code === undefined ? '' : ` (${code})`;
  return fault(`the connection to ${host} broke${why}`, `Run it again; if it stays so, look at githubstatus.com.`);
}
