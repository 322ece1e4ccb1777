/** Words that make a name that of a secret. */
const SECRET =
  /(?:^|_)(?:PASS(?:WD|WORD|PHRASE|CODE)?|PWD|SECRET(?:S|KEY)?|TOKEN|API_?KEY|APIKEY|PRIVATE_?KEY|ACCESS_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|MASTER_?KEY|AUTH_?KEY|ACCOUNT_?KEY|LICEN[CS]E_?KEY|CREDENTIALS?|CREDS|WEBHOOK(?:_URL)?|SALT|PEPPER|CLIENT_SECRET|DSN|KUBECONFIG|KEYSTORE|P12|PAT|SERVICE_ACCOUNT(?:_JSON)?|SSH_KEY|DEPLOY_KEY|KEY_BASE|CERT(?:IFICATE)?_KEY|CONNECTION_?STRING|HMAC(?:_KEY)?|JWT(?:_KEY)?)(?:_|$)/;
/** What is public or ambient although a word of it is a secret's. */
const OPEN =
  /(?:^|_)(?:PUBLIC|PUBLISHABLE|PUB|NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC)(?:_|$)|(?:_|^)(?:TTL|EXPIRY|EXPIRES(?:_IN)?|EXPIRATION|LIFETIME|LENGTH|TIMEOUT|ENABLED?|DISABLED?|HEADER(?:_NAME)?|URL|URI|ENDPOINT|NAME|PATH|FILE|DIR|ID|ISSUER|AUDIENCE|ALGORITHM|ALG|TYPE|REGION|COUNT|LIMIT|MIN|MAX|ROUNDS|ITERATIONS|ALLOWED|REQUIRED|HINTS?|POLICY|COST|SIZE|STRENGTH|DATABASE|HOST|PORT|USER(?:NAME)?|EMAIL|SCOPES?|LOCATION|VERSION|STORE|PROVIDER|ARN|BUCKET|PREFIX|RESET\w*|ROTATION\w*)$|^(?:GITHUB_TOKEN|GH_TOKEN|CI_JOB_TOKEN|ACTIONS_\w+|GITHUB_\w+)$/;
/** The address of a hook is the secret itself. */
const HOOK = /WEBHOOK(?:_URL)?$/;
/** Names that hold credentials within an address. */
const ADDRESS = /^(?:\w+_)?(?:DATABASE|DB|POSTGRES(?:QL)?|MYSQL|MONGO(?:DB)?|REDIS|AMQP|RABBITMQ)_(?:URL|URI)$/;

/** Whether a name is that of something that must be kept secret: `SMTP_PASSWORD`, not `PORT` and no public key. */
export function isSecretName(written: string): boolean {
  const name = written
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .toUpperCase();
  if (HOOK.test(name)) return true;
  if (OPEN.test(name)) return ADDRESS.test(name);
  return SECRET.test(name);
}
