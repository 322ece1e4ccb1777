/** The form of one sort of secret. */
export interface SecretForm {
  readonly what: string;
  /** Global. The whole match is the secret, or its first group where there is one. */
  readonly pattern: RegExp;
  /** Kept open on purpose in some programs, so that finding it proves nothing. */
  readonly doubtful?: true;
}

/**
 * Tokens by the prefix and length that their provider documents. Each pattern begins with literal text and repeats one
 * class only, so that a long line costs one pass.
 */
export const TOKENS: readonly SecretForm[] = [
  { what: 'an access token of GitHub', pattern: /\bgh[pousr]_[A-Za-z0-9]{36,251}\b/g },
  { what: 'an access token of GitHub', pattern: /\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/g },
  { what: 'an access token of GitLab', pattern: /\bgl(?:pat|dt|ptt|rt|soat)-[A-Za-z0-9_-]{20,64}(?![\w-])/g },
  { what: 'an access key of AWS', pattern: /\bAKIA[A-Z2-7]{16}\b/g },
  {
    what: 'a secret key of AWS',
    pattern: /aws_secret_access_key["']?[ \t]{0,9}[=:][ \t]{0,9}["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi,
  },
  { what: 'a token of Slack', pattern: /\bxox[abposr]-\d{8,14}-[A-Za-z0-9-]{16,120}\b/g },
  {
    what: 'a webhook of Slack',
    pattern: /\bhooks\.slack\.com\/services\/T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{24}\b/g,
  },
  { what: 'a live key of Stripe', pattern: /\b[sr]k_live_[A-Za-z0-9]{20,247}\b/g },
  { what: 'a token of npm', pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { what: 'a token of PyPI', pattern: /\bpypi-AgEIcHlwaS5vcmc[\w-]{50,1000}/g },
  { what: 'a key of SendGrid', pattern: /\bSG\.[\w-]{22}\.[\w-]{43}(?![\w-])/g },
  { what: 'a client secret of Google', pattern: /\bGOCSPX-[\w-]{28}(?![\w-])/g },
  { what: 'a key of OpenAI', pattern: /\bsk-(?:[a-z]{2,9}-)?[\w-]{20,160}T3BlbkFJ[\w-]{20,160}/g },
  { what: 'a key of Anthropic', pattern: /\bsk-ant-(?:api|admin)\d\d-[\w-]{80,120}AA\b/g },
  { what: 'a token of DigitalOcean', pattern: /\bdo[por]_v1_[0-9a-f]{64}\b/g },
  { what: 'a token of Vault', pattern: /\bhv[sb]\.[\w-]{90,300}/g },
  { what: 'a token of Shopify', pattern: /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b/g },
  { what: 'a token of Docker', pattern: /\bdckr_(?:pat|oat)_[\w-]{27,40}/g },
  { what: 'a token of Databricks', pattern: /\bdapi[0-9a-f]{32}(?:-\d)?\b/g },
  { what: 'a token of Grafana', pattern: /\bgl(?:sa_[A-Za-z0-9]{32}_[0-9a-f]{8}\b|c_eyJ[A-Za-z0-9+/]{32,400})/g },
  { what: 'a key of New Relic', pattern: /\bNRAK-[A-Z0-9]{27}\b/g },
  { what: 'a key of Linear', pattern: /\blin_api_[A-Za-z0-9]{40}\b/g },
  { what: 'a token of Atlassian', pattern: /\bATATT3[\w=-]{180,250}/g },
  { what: 'a key of an Azure storage account', pattern: /\bAccountKey=([A-Za-z0-9+/]{86}==)/g },
  // Programs that run at their users' carry it openly; what it may do is limited on the other side.
  { what: 'a key of a Google API', pattern: /\bAIza[\w-]{35}(?![\w-])/g, doubtful: true },
];

/** One look for the beginnings of all of the above and of keys: most files hold none. */
export const GATE =
  /PRIVATE KEY|"[kK][tT][yY]"|AKIA[A-Z2-7]{8}|gh[pousr]_[A-Za-z0-9]{8}|github_pat_|gl(?:pat|dt|ptt|rt|soat)-|glsa_|glc_eyJ|[aA][wW][sS]_[sS][eE][cC][rR][eE][tT]_|xox[abposr]-\d|hooks\.slack\.com\/services\/T|[sr]k_live_|npm_[A-Za-z0-9]{36}|pypi-AgEI|SG\.[\w-]{22}|GOCSPX-|sk-ant-|T3BlbkFJ|do[por]_v1_|hv[sb]\.[\w-]{20}|shp(?:at|ca|pa|ss)_|dckr_|dapi[0-9a-f]{8}|NRAK-|lin_api_|ATATT3|AccountKey=|AIza[\w-]{8}/;

/** Values that vendors publish for emulators and documentation. */
const PUBLISHED = /EXAMPLE|Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/;
/** Words that people put where the value goes. */
const PLACEHOLDER =
  /example|placeholder|change[-_]?me|change[-_]?this|your[-_ ]?|dummy|fake|redacted|replace|insert|todo|<[^>]*>|\$\{|\{\{|%\w+%|\*{3}|\.{3}|x{5}|0{6}|1234567|abcdefg|secret[-_]?here|not[-_]?(?:a[-_]?)?(?:real|secret)|sample|notsecret|insecure|test/i;

/** Whether a value only shows where the secret goes, or is one that everybody knows. */
export const isPlaceholder = (value: string): boolean =>
  PUBLISHED.test(value) || PLACEHOLDER.test(value) || new Set(value).size < Math.min(8, value.length / 2);
