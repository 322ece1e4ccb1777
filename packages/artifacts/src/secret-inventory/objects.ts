import type { SecretInventoryFacts, SecretNameFacts, Span } from '@shipworthy/model';
import { resourceBlocks, stringArgument } from '../formats/terraform/resource-blocks.ts';
import { readYaml, type YamlMap } from '../formats/yaml/index.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { isSecretName } from './secret-name.ts';

/** Resources that hold one secret in the store of a cloud. */
const RESOURCE: Readonly<Record<string, string>> = {
  aws_secretsmanager_secret: 'AWS Secrets Manager',
  google_secret_manager_secret: 'Google Secret Manager',
  azurerm_key_vault_secret: 'Azure Key Vault',
  vault_generic_secret: 'Vault',
  vault_kv_secret: 'Vault',
  vault_kv_secret_v2: 'Vault',
  github_actions_secret: 'GitHub',
  github_actions_organization_secret: 'GitHub',
  scaleway_secret: 'Scaleway',
};

/** `SERVICE_PASSWORD=`: names only, whatever stands behind. */
export function readEnvExample(text: string): SecretInventoryFacts | undefined {
  const names = [...text.matchAll(/^[ \t]*(?:#[ \t]*)?(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=/gm)].map((found) => {
    const name = found[1] ?? '';
    const start = found.index + found[0].indexOf(name);
    return secretName(name, [start, start + name.length]);
  });
  return names.some(({ secret }) => secret) ? { form: 'env-example', names } : undefined;
}

/** External and sealed secrets of Kubernetes, and files that sops encrypted. */
export function readSecretObjects(file: RepositoryFile): SecretInventoryFacts | undefined {
  const names: SecretNameFacts[] = [];
  let form: SecretInventoryFacts['form'] | undefined;
  for (const { root } of readYaml(file).documents) {
    if (root.kind !== 'map') continue;
    const kind = root.text('kind') ?? '';
    if (/^(?:Cluster)?ExternalSecret$/.test(kind)) {
      form ??= 'external-secret';
      names.push(...externalNames(root));
    } else if (kind === 'SealedSecret') {
      form ??= 'sealed-secret';
      names.push(...keysOf(root.map('spec')?.map('encryptedData')));
    } else if (root.has('sops')) {
      form ??= 'encrypted-file';
      names.push(...encryptedKeys(root));
    }
  }
  return form && { form, names };
}

function externalNames(root: YamlMap): SecretNameFacts[] {
  const spec = root.map('spec')?.map('externalSecretSpec') ?? root.map('spec');
  const store = spec?.map('secretStoreRef')?.text('name');
  const keys = (spec?.items('data') ?? []).flatMap((item) => {
    const key = item.kind === 'map' ? item.get('secretKey') : undefined;
    return key?.kind === 'scalar' ? [{ ...secretName(key.text, key.span), secret: true }] : [];
  });
  const name = root.map('metadata')?.get('name');
  const own = name?.kind === 'scalar' ? [{ ...secretName(name.text, name.span), secret: true }] : [];
  return (keys.length > 0 ? keys : own).map((key) => (store === undefined ? key : { ...key, store }));
}

const keysOf = (map: YamlMap | undefined): SecretNameFacts[] =>
  (map?.entries ?? []).map(({ key, keySpan }) => ({ ...secretName(key, keySpan), secret: true }));

/** Keys whose value sops encrypted, at the top and in the data of a Secret. */
function encryptedKeys(root: YamlMap): SecretNameFacts[] {
  const maps = [root, root.map('stringData'), root.map('data')].flatMap((map) => map ?? []);
  return maps.flatMap((map) =>
    map.entries
      .filter(({ value }) => value.kind === 'scalar' && value.text.startsWith('ENC['))
      .map(({ key, keySpan }) => ({ ...secretName(key, keySpan), secret: true })),
  );
}

/** Secrets that Terraform makes. */
export function readTerraformSecrets(file: RepositoryFile): SecretInventoryFacts | undefined {
  const names = resourceBlocks(file).flatMap((block): SecretNameFacts[] => {
    const store = RESOURCE[block.type];
    if (store === undefined) return [];
    const name = ['name', 'secret_id', 'secret_name', 'path']
      .map((key) => stringArgument(block, key))
      .find((value) => value !== undefined && !value.includes('${'));
    const rotation = /^[ \t]*rotation\b/m.exec(block.body);
    const start = rotation ? block.bodyStart + rotation.index : 0;
    return [
      {
        name: name ?? block.name,
        at: block.at,
        secret: true,
        store,
        ...(rotation ? { rotation: [start, start + rotation[0].length] as const } : {}),
      },
    ];
  });
  return names.length > 0 ? { form: 'terraform', names } : undefined;
}

const secretName = (name: string, at: Span): SecretNameFacts => ({ name, at, secret: isSecretName(name) });
