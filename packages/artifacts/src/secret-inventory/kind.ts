import type { Artifact, SecretInventoryFacts } from '@shipworthy/model';
import { ENV_EXAMPLE } from '../dev-environment/read.ts';
import { headingText, holdsAny } from '../document/hints.ts';
import { isNamedPage, PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { readEnvExample, readSecretObjects, readTerraformSecrets } from './objects.ts';
import { readSecretPage } from './page.ts';

const CONFIDENCE = 0.85;

const extensionOf = ({ baseName }: RepositoryFile): string =>
  baseName.slice(baseName.lastIndexOf('.') + 1).toLowerCase();

function read(file: RepositoryFile): SecretInventoryFacts | undefined {
  if (ENV_EXAMPLE.test(file.baseName)) return readEnvExample(file.text);
  const extension = extensionOf(file);
  if (extension === 'tf') return readTerraformSecrets(file);
  if (/^ya?ml$/.test(extension)) return readSecretObjects(file);
  const page = file.once(pageOf);
  const found = readSecretPage(page, file.path, file.text);
  return found ?? (file.declared.includes('secret-inventory') ? { form: 'page', names: [] } : undefined);
}

function parseSecretInventory(file: RepositoryFile): Parsed<'secret-inventory'> {
  const facts = read(file);
  if (!facts) return { artifacts: [], problems: [] };
  const title = facts.form === 'page' ? file.once(pageOf).title : undefined;
  const artifact: Artifact<'secret-inventory'> = {
    kind: 'secret-inventory',
    path: file.path,
    pathClass: file.pathClass,
    level: facts.form === 'terraform' || facts.form === 'env-example' ? 'scraped' : 'parsed',
    confidence: CONFIDENCE,
    why: [
      facts.form === 'page'
        ? facts.rotation
          ? 'says how secrets are replaced'
          : 'lists secrets by name'
        : `names secrets (${facts.form})`,
    ],
    id: file.path,
    ...(title === undefined ? {} : { title }),
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

const OBJECT = /^kind:[ \t]*["']?(?:ClusterExternalSecret|ExternalSecret|SealedSecret)\b|^sops:[ \t]*$/m;
/** Pages on what is new in the product. */
const NEWS = /(?:^|\/)(?:changelogs?|release[-_]?notes|blog|news)(?:\/|\.\w+$)/i;
const WORDS = ['secret', 'credential', 'rotat', 'renew', 'revok', 'geheim', 'ローテーション', '轮换'];

/** Where the names of secrets are kept, and pages on replacing them. Values are never read. */
export const secretInventoryKind: KindModule<'secret-inventory'> = {
  kind: 'secret-inventory',
  factsVersion: 3,
  paths: {
    extensions: ['tf', 'yaml', 'yml', ...PAGE_EXTENSIONS],
    test: (name) => ENV_EXAMPLE.test(name) || isNamedPage(name),
    suggested: (path) => /secret/i.test(path),
  },
  notIn: NEVER_OURS,
  sniffBytes: (bytes, path) =>
    !/\.ya?ml$/i.test(path) ||
    bytes.includes('ExternalSecret') ||
    bytes.includes('SealedSecret') ||
    bytes.includes('\nsops:'),
  sniff: (file) => {
    const extension = extensionOf(file);
    if (ENV_EXAMPLE.test(file.baseName)) return true;
    if (extension === 'tf') return /^resource\s+"[a-z_]*secret/m.test(file.text);
    if (/^ya?ml$/.test(extension)) return OBJECT.test(file.text);
    if (NEWS.test(file.path)) return false;
    return holdsAny(`${file.once(headingText)}\n${file.baseName.toLowerCase()}`, WORDS);
  },
  load: async () => parseSecretInventory,
  elements: ({ facts }) =>
    facts.names.filter(({ secret }) => secret).map(({ name, at }) => listed('secret-name', name, at)),
};
