import type { Artifact, SecretScanningFacts, Span } from '@shipworthy/model';
import { type KindModule, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { acceptedIn } from './accepted.ts';

const CONFIDENCE = 0.85;
/** Configurations and accepted findings of secret scanners, by path. `says` must hold in the text; absent: any will do. */
const TOOLS: readonly { readonly tool: string; readonly path: RegExp; readonly says?: RegExp }[] = [
  { tool: 'gitleaks', path: /(?:^|\/)\.?gitleaks(?:[-_.][\w-]+)?\.toml$/i, says: /^\s*\[|^\w+\s*=/m },
  // A list of accepted findings may be empty: that it is there shows that somebody scans.
  { tool: 'gitleaks', path: /(?:^|\/)\.gitleaksignore$/i },
  { tool: 'gitleaks', path: /(?:^|\/)\.betterleaks\.toml$/i },
  { tool: 'detect-secrets', path: /(?:^|\/)\.?[\w-]*secrets?\.baseline$/i, says: /"(?:plugins_used|results|version)"/ },
  { tool: 'secretlint', path: /(?:^|\/)\.secretlintrc(?:\.(?:json|ya?ml|[cm]?js))?$/i },
  { tool: 'secretlint', path: /(?:^|\/)\.secretlintignore$/i },
  { tool: 'trufflehog', path: /(?:^|\/)\.?trufflehog(?:[-_.][\w-]+)?\.(?:ya?ml|json|toml|txt)$/i },
  { tool: 'trufflehog', path: /(?:^|\/)\.trufflehog(?:-?ignore)?$/i },
  { tool: 'ggshield', path: /(?:^|\/)\.gitguardian\.ya?ml$/i },
  { tool: 'talisman', path: /(?:^|\/)\.talismanrc$/i },
  { tool: 'git-secrets', path: /(?:^|\/)\.gitallowed$|(?:^|\/)\.git-secrets(?:-patterns)?$/i },
  { tool: 'whispers', path: /(?:^|\/)\.?whispers\.ya?ml$/i, says: /^\s*(?:include|exclude|rules):/m },
  { tool: 'GitHub secret scanning', path: /^\.github\/secret_scanning\.yml$/i, says: /^paths-ignore:/m },
  { tool: 'ripsecrets', path: /(?:^|\/)\.secretsignore$/i },
  { tool: 'noseyparker', path: /(?:^|\/)\.?noseyparker(?:[-_.][\w-]+)?\.ya?ml$/i, says: /\brules?:/ },
  { tool: 'CredScan', path: /(?:^|\/)credscansuppressions?\.json$/i, says: /"suppressions"/i },
];

/** Hooks of pre-commit and lefthook that look for secrets before they are committed. */
const HOOK_FILES = /^(?:\.pre-commit-config\.ya?ml|\.?lefthook(?:-local)?\.ya?ml|\.husky\/pre-commit)$/i;
const HOOKS =
  /\b(gitleaks|betterleaks|detect-secrets|secretlint|trufflehog|ggshield|talisman|git-secrets|detect-private-key|detect-aws-credentials|ripsecrets|whispers)\b/;

/** Steps of a workflow that scan for secrets and for nothing else. */
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$|^\.gitlab-ci\.ya?ml$/i;
const STEPS =
  /(?:^|[\s'"/])(gitleaks(?=\/gitleaks-action|[ \t]+(?:detect|git|dir|protect)\b)|trufflehog(?=@|[ \t]+(?:git|github|filesystem)\b)|ggshield(?=-action|[ \t]+secret\b)|detect-secrets(?=[ \t]+scan\b|-hook\b)|secretlint(?=[ \t]+["'*]))|(Secret-Detection(?=\.gitlab-ci\.yml))/;

function read({ path, text }: RepositoryFile): SecretScanningFacts | undefined {
  const known = TOOLS.find((tool) => tool.path.test(path));
  if (known) {
    if (known.says && !known.says.test(text)) return undefined;
    const accepts = acceptedIn(known.tool, path, text);
    return { tool: known.tool, ...(accepts.length > 0 ? { accepts } : {}) };
  }
  const pattern = HOOK_FILES.test(path) ? HOOKS : WORKFLOW.test(path) ? STEPS : undefined;
  const hook = pattern && lineWith(text, pattern);
  return hook && { tool: hook.name, at: hook.at };
}

/** The first line that is no comment and matches. */
function lineWith(text: string, pattern: RegExp): { readonly name: string; readonly at: Span } | undefined {
  let offset = 0;
  for (const line of text.split('\n')) {
    const found = /^\s*#/.test(line) ? null : pattern.exec(line);
    const name = found?.[1] ?? found?.[2];
    if (found && name) return { name, at: [offset + found.index, offset + found.index + found[0].length] };
    offset += line.length + 1;
  }
  return undefined;
}

function parseSecretScanning(file: RepositoryFile): Parsed<'secret-scanning'> {
  const facts = read(file);
  if (!facts) return { artifacts: [], problems: [] };
  const artifact: Artifact<'secret-scanning'> = {
    kind: 'secret-scanning',
    path: file.path,
    pathClass: file.pathClass,
    level: 'scraped',
    confidence: CONFIDENCE,
    why: [`is named ${file.baseName}`, `configures ${facts.tool}`],
    id: file.path,
    title: facts.tool,
    ...(facts.at ? { at: facts.at } : {}),
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

const NAMES =
  /gitleaks|betterleaks|secretlint|trufflehog|gitguardian|talismanrc|gitallowed|git-secrets|whispers|noseyparker|credscan|secrets?\.baseline$|^\.secretsignore$|^secret_scanning\.yml$|^\.pre-commit-config\.|^\.?lefthook|^pre-commit$/i;

/** Configuration of tools that look for secrets in what is committed. Pipelines that run them have facts of their own. */
export const secretScanningKind: KindModule<'secret-scanning'> = {
  kind: 'secret-scanning',
  factsVersion: 2,
  paths: {
    extensions: ['yaml', 'yml'],
    test: (name) => NAMES.test(name),
    suggested: (path) => TOOLS.some((tool) => tool.path.test(path)),
  },
  notIn: NEVER_OURS,
  sniffBytes: (bytes, path) =>
    !/\.ya?ml$/i.test(path) || !WORKFLOW.test(path)
      ? mayBe(path)
      : /gitleaks|trufflehog|ggshield|detect-secrets|secretlint|Secret-Detection/.test(bytes.latin1),
  sniff: (file) => mayBe(file.path) || WORKFLOW.test(file.path),
  load: async () => parseSecretScanning,
};

const mayBe = (path: string): boolean => HOOK_FILES.test(path) || TOOLS.some((tool) => tool.path.test(path));
