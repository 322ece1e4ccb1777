import type { Artifact, LeakFacts, Span } from '@shipworthy/model';
import { type KindModule, NEVER_OURS, type Parsed } from '../kind-module.ts';
import { LOCK_FORMATS } from '../lockfile/formats.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { ENVIRONMENT, environmentSecrets } from './environment.ts';
import { privateKeys, webKeys } from './keys.ts';
import { nobodysHost } from './local-certificate.ts';
import { isLocalOnly } from './local-only.ts';
import { GATE, isPlaceholder, TOKENS } from './patterns.ts';

const CONFIDENCE = 0.85;
/** Finds of one file that are kept; a file with more is one thing to mend all the same. */
const MAX_FOUND = 20;

/** Files of settings, keys and credentials. Source files are not looked at: reading them all would cost most of a run. */
const EXTENSIONS = [
  ...[
    'pem',
    'key',
    'p8',
    'pk8',
    'pkcs8',
    'jwk',
    'jwks',
    'ppk',
    'asc',
    'gpg',
    'crt',
    'cer',
    'env',
    'tfvars',
    'tfstate',
    'ovpn',
  ],
  ...['properties', 'ini', 'cfg', 'conf', 'config', 'toml', 'json', 'yaml', 'yml', 'backup', 'cnf', 'settings'],
];
/** Files in which a certificate lies beside its key. */
const CERTIFICATES = /\.(?:pem|crt|cer|key)$/i;
const BEGIN_CERTIFICATE = '-----BEGIN CERTIFICATE-----';
const NAMES =
  /^(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.env(?:\.[\w-]+)*|\.(?:npmrc|pypirc|netrc|dockercfg|s3cfg|htpasswd|pgpass|git-credentials)|_netrc|credentials|secrets?)$/i;

/**
 * Words of a path by which a key is one that nobody guards: made for a developer's machine, a demonstration, a page. `tempkey` is
 * what ASP.NET's IdentityServer calls the key that it makes for development (AddDeveloperSigningCredential).
 */
const NOT_GUARDED =
  /(?:^|[/._-])(?:dev|devel|develop|development|local|localhost|localdev|tests?[\w-]*|[\w-]*testing|suites|snapshots?|stubs?|specification|openapi|swagger|e2e|ci|examples?|samples?|demos?|dummy|fake|mocks?|snakeoil|insecure|self-?signed|debug|docs?|documentation|tutorials?|playground|sandbox|quick-?start|fixtures?|benchmarks?|hack|wiremock|localstack|getting-started|devcontainer|boilerplates?|cookiecutter|tempkey|place[_-]?holders?)(?:[/._-]|\d|$)/i;

/** What Compose starts to try a system out, unless the path says that it is the real one. */
const COMPOSE = /(?:^|\/)(?:docker-)?compose\/(?!(?:.*[/._-])?(?:prod|production|live)(?:[/._-]|$))/i;

function parseLeakedSecret(file: RepositoryFile): Parsed<'leaked-secret'> {
  const unguarded = (NOT_GUARDED.exec(file.path) ?? COMPOSE.exec(file.path))?.[0].replace(/[^\w]/g, '');
  const found = [
    ...ownKeys(file.text),
    ...tokens(file.text),
    ...environmentSecrets(file.baseName, file.text),
    ...state(file),
  ]
    .sort((a, b) => a.at[0] - b.at[0])
    .slice(0, MAX_FOUND)
    .map((leak) =>
      leak.harmless === undefined && isExample(file.text, leak)
        ? { ...leak, harmless: 'the words before it call it an example' }
        : leak,
    )
    .map((leak) =>
      unguarded === undefined || leak.harmless ? leak : { ...leak, harmless: `its path says '${unguarded}'` },
    );
  const host = CERTIFICATES.test(file.path) ? nobodysHost(file.text) : undefined;
  if (found.length === 0 && host === undefined) return { artifacts: [], problems: [] };
  const artifact: Artifact<'leaked-secret'> = {
    kind: 'leaked-secret',
    path: file.path,
    pathClass: file.pathClass,
    level: 'scraped',
    confidence: CONFIDENCE,
    why: ['holds what has the form of a secret'],
    id: file.path,
    facts: { found, ...(host === undefined ? {} : { nobodysHost: host }) },
  };
  return { artifacts: [artifact], problems: [] };
}

/** What stands before the value of `example` in a description, and what comments say of a value that is handed on. */
const EXAMPLE =
  /\bexamples?["']?[ \t]*:[ \t]*[|>]?[+-]?\s*["']?$|\b(?:example (?:value|key)|for (?:testing|demo)\w*|for tests? (?:use|only)|only used (?:by|for|in) (?:\w+ )?tests?|used only (?:by|for|in) (?:\w+ )?tests?|test use only|dummy (?:file|key|value|secret|cert\w*)|insecure|not for production|do not use)\b/i;
/** Looked at before a value, in characters: a few lines of comment. */
const BEFORE = 300;
const isExample = (text: string, { at }: LeakFacts): boolean =>
  EXAMPLE.test(text.slice(Math.max(0, at[0] - BEFORE), at[0]));

/** Private keys, with the reason where nobody needs to guard them. Tokens have no such: a provider issued them. */
function ownKeys(text: string): LeakFacts[] {
  const keys = [...privateKeys(text), ...webKeys(text)];
  if (keys.length === 0 || !isLocalOnly(text)) return keys;
  return keys.map((key) =>
    key.harmless === undefined
      ? { ...key, harmless: "all addresses of its file are the own machine, and its password is everybody's" }
      : key,
  );
}

/** A manifest that takes the secret half of a key out of a store of secrets, as cert-manager's issuers do. */
const SECRET_HALF_ELSEWHERE = /\bsecret(?:Access)?Key(?:SecretRef|Ref|From)["']?[ \t]*:/i;
const SECRET_HALF = /(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/;
const isIdOnly = (value: string, text: string): boolean =>
  value.startsWith('AKIA') && SECRET_HALF_ELSEWHERE.test(text) && !SECRET_HALF.test(text);

/** `DOCKERHUB_PUBLIC_TOKEN: "` before the value: registries limit the downloads of who is nobody, and a token may read what is public. */
const CALLED_PUBLIC = /(?:^|[^a-z])public(?![a-z])[\w-]*["']?[ \t]*[:=][ \t]*["']?$/i;
/** Looked at for the name of a value, in characters. */
const NAME_BEFORE = 80;

function tokens(text: string): LeakFacts[] {
  return TOKENS.flatMap(({ what, pattern, doubtful }) =>
    [...text.matchAll(pattern)].flatMap((match): LeakFacts[] => {
      const value = match[1] ?? match[0];
      if (isPlaceholder(value)) return [];
      const start = match.index + match[0].lastIndexOf(value);
      const at: Span = [start, start + value.length];
      const harmless = isIdOnly(value, text)
        ? 'its secret half is kept elsewhere'
        : CALLED_PUBLIC.test(text.slice(Math.max(0, start - NAME_BEFORE), start))
          ? 'its name says that it is public'
          : undefined;
      return [{ what, at, certain: doubtful !== true, ...(harmless === undefined ? {} : { harmless }) }];
    }),
  );
}

const RESOURCES = /"resources"\s*:\s*\[\s*\{/;

/** Terraform keeps every value it knows in its state, passwords included. */
function state({ baseName, text }: RepositoryFile): LeakFacts[] {
  if (!/\.tfstate(?:\.backup)?$/.test(baseName) || !/"terraform_version"/.test(text.slice(0, 2000))) return [];
  const resources = RESOURCES.exec(text);
  if (!resources) return [];
  return [
    {
      what: "Terraform's state, which holds every value in the open",
      at: [resources.index, resources.index + '"resources"'.length],
      certain: false,
    },
  ];
}

/** What looks like a secret in files of settings and keys; internal, for one rule and for the masks of all reports. */
export const leakedSecretKind: KindModule<'leaked-secret'> = {
  kind: 'leaked-secret',
  factsVersion: 10,
  paths: {
    extensions: EXTENSIONS,
    test: (name) => NAMES.test(name),
    suggested: (path) => /\.(?:pem|key|p8|jwk|tfstate)$/i.test(path),
  },
  notIn: NEVER_OURS,
  sniffBytes: (bytes, path) => isOwnFormat(path) || (!isLock(path) && isWorthALook(path, bytes.latin1)),
  sniff: (file) => isOwnFormat(file.path) || (!isLock(file.path) && isWorthALook(file.path, file.text)),
  load: async () => parseLeakedSecret,
};

const isWorthALook = (path: string, text: string): boolean =>
  GATE.test(text) || (CERTIFICATES.test(path) && text.includes(BEGIN_CERTIFICATE));

/** Lock files are long, and full of digests. */
const isLock = (path: string): boolean =>
  Object.hasOwn(LOCK_FORMATS, path.slice(path.lastIndexOf('/') + 1).toLowerCase());

/** Files in which a secret need not have a form of its own. */
const isOwnFormat = (path: string): boolean =>
  ENVIRONMENT.test(path.slice(path.lastIndexOf('/') + 1)) || /\.tfstate(?:\.backup)?$/.test(path);
