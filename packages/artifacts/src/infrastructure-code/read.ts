import type { InfrastructureCodeFacts, Span, WrittenAt } from '@shipworthy/model';
import { managedStore } from '../deployment/stores.ts';
import { readJson } from '../formats/json/read-json.ts';
import { resourceBlocks } from '../formats/terraform/resource-blocks.ts';
import { readYaml, type YamlMap } from '../formats/yaml/index.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { gradualDeployment } from './gradual-deployment.ts';
import { azureStore, cloudFormationStore, terraformStore } from './stores.ts';

type Tool = InfrastructureCodeFacts['tool'];
/** Facts without what the path says. */
export type InfrastructureRead = Omit<InfrastructureCodeFacts, 'environment'>;

const nothing = (tool: Tool): InfrastructureRead => ({ tool, resources: [], modules: [], stores: [] });

const TERRAFORM_BLOCK =
  /^[ \t]*(?:resource|module|provider|data|variable|output|locals|terraform|moved|import|check|include|inputs|dependency)\b[^\n]{0,200}[{=]/m;
const MODULE_SOURCE = /^[ \t]*module[ \t]+"[^"\n]+"[ \t]*\{[^{}]*?^[ \t]*source[ \t]*=[ \t]*"([^"\n]+)"/gm;
/** A resource says that it is backed up, or that what it held comes back. */
const BACKUP =
  /^[ \t]*(?:backup_retention_period|backup_configuration|point_in_time_recovery|point_in_time_recovery_enabled|backup_retention_days|versioning|backup)\b[ \t]*(?:=|\{)/m;
/** Buckets of programs' own files and of plumbing, by their names. */
const PLUMBING =
  /log|artifact|tfstate|terraform|state|cache|tmp|temp|static|assets|website|www|cdn|public|lambda|functions?|code|deploy/i;

export function readTerraform(file: RepositoryFile): InfrastructureRead | undefined {
  if (!TERRAFORM_BLOCK.test(file.text)) return undefined;
  const blocks = resourceBlocks(file);
  const stores = blocks.flatMap(({ type, name, at, body, bodyStart }) => {
    const managed = terraformStore(type);
    if (!managed || (managed[0] === 'bucket' && PLUMBING.test(name))) return [];
    const backup = BACKUP.exec(body);
    const span: Span | undefined = backup
      ? [bodyStart + backup.index, bodyStart + backup.index + backup[0].length]
      : undefined;
    return [managedStore(name, at, ...managed, span)];
  });
  const takesBack = blocks.flatMap(({ body, bodyStart }): Span[] => {
    const found = TAKES_BACK.exec(body);
    return found ? [[bodyStart + found.index, bodyStart + found.index + found[0].length]] : [];
  })[0];
  return {
    tool: 'terraform',
    resources: blocks.map(({ type, name, at }) => ({ type, name, at })),
    modules: [...file.text.matchAll(MODULE_SOURCE)].map((match): WrittenAt => {
      const text = match[1] ?? '';
      const from = match.index + match[0].lastIndexOf(text);
      return { text, at: [from, from + text.length] };
    }),
    stores,
    ...(takesBack ? { takesBack } : {}),
  };
}

/** CodeDeploy and ECS go back to the last release when a new one does not come up. */
const TAKES_BACK =
  /\b(?:auto_rollback_configuration\s*\{[^{}]{0,400}\benabled\s*=\s*true\b|deployment_circuit_breaker\s*\{[^{}]{0,400}\brollback\s*=\s*true\b)/;

/** A line that begins a resource of Bicep: `resource db 'Microsoft.Sql/servers@2022-01-01' = {`. */
const BICEP = /^[ \t]*resource[ \t]+(\w+)[ \t]+'([^'@\n]+)@[^'\n]*'/gm;
const BICEP_MODULE = /^[ \t]*module[ \t]+\w+[ \t]+'([^'\n]+)'/gm;

export function readBicep({ text }: RepositoryFile): InfrastructureRead | undefined {
  const resources = [...text.matchAll(BICEP)].map(({ 0: line, 1: name = '', 2: type = '', index }) => ({
    ...{ type, name },
    at: [index, index + line.length] as const,
  }));
  const modules = [...text.matchAll(BICEP_MODULE)].map(({ 0: line, 1: source = '', index }): WrittenAt => {
    const from = index + line.lastIndexOf(source);
    return { text: source, at: [from, from + source.length] };
  });
  if (resources.length === 0 && modules.length === 0 && !/^(?:param|targetScope|output|var)\b/m.test(text))
    return undefined;
  const stores = resources.flatMap(({ type, name, at }) => {
    const managed = azureStore(type);
    return managed ? [managedStore(name, at, ...managed)] : [];
  });
  return { tool: 'bicep', resources, modules, stores };
}

/** A template of CloudFormation or SAM, in YAML or JSON. */
export function readCloudFormation(file: RepositoryFile): InfrastructureRead | undefined {
  const root = /\.json$/i.test(file.path) ? readJson(file).root : readYaml(file).documents[0]?.root;
  const resources = root?.kind === 'map' ? root.map('Resources') : undefined;
  if (!resources) return undefined;
  const found = resources.entries.flatMap(({ key, keySpan, value }) => {
    const type = value.kind === 'map' ? value.text('Type') : undefined;
    return type === undefined
      ? []
      : [{ type, name: key, at: keySpan, backup: backupOf(value.kind === 'map' ? value : undefined) }];
  });
  if (!found.some(({ type }) => /^(?:AWS|Alexa|Custom)::/.test(type))) return undefined;
  const takesBack = root?.kind === 'map' ? gradualDeployment(root) : undefined;
  return {
    tool: 'cloudformation',
    resources: found.map(({ type, name, at }) => ({ type, name, at })),
    modules: [],
    stores: found.flatMap(({ type, name, at, backup }) => {
      const managed = cloudFormationStore(type);
      return managed && !(managed[0] === 'bucket' && PLUMBING.test(name))
        ? [managedStore(name, at, ...managed, backup)]
        : [];
    }),
    ...(takesBack ? { takesBack } : {}),
  };
}

const BACKUP_PROPERTIES = ['BackupRetentionPeriod', 'PointInTimeRecoverySpecification', 'VersioningConfiguration'];

function backupOf(resource: YamlMap | undefined): Span | undefined {
  const properties = resource?.map('Properties');
  for (const key of BACKUP_PROPERTIES) {
    const entry = properties?.entry(key);
    if (entry) return entry.keySpan;
  }
  return undefined;
}

/** An item at the top of a list, and a field of one. */
const PLAY = /^-[ \t]+(?:name|hosts|gather_facts|become|import_playbook|ansible\.builtin\.import_playbook):/m;
const HOSTS = /^(?:-|[ \t]{1,4})[ \t]+hosts:[ \t]*\S/m;
const TASKS = /^[ \t]+(?:tasks|roles|pre_tasks|vars):/m;

/** Playbooks and the tasks of roles, by their lines. */
export function readAnsible({ path, text }: RepositoryFile): InfrastructureRead | undefined {
  const playbook = PLAY.test(text) && HOSTS.test(text) && TASKS.test(text);
  const tasks =
    /(?:^|\/)roles\/[^/]+\/(?:tasks|handlers)\/[^/]+$/.test(path) &&
    /^-[ \t]+(?:name|block|include|import)/m.test(text);
  return playbook || tasks ? nothing('ansible') : undefined;
}

export const readPulumi = ({ text }: RepositoryFile): InfrastructureRead | undefined =>
  /^name:/m.test(text) && /^runtime:/m.test(text) ? nothing('pulumi') : undefined;

export const readCdk = ({ text }: RepositoryFile): InfrastructureRead | undefined =>
  /"app"\s*:/.test(text) ? nothing('cdk') : undefined;

export const readPacker = ({ text }: RepositoryFile): InfrastructureRead | undefined =>
  /^[ \t]*(?:source|build|packer|variable)\b/m.test(text) ? nothing('packer') : undefined;

export const readCrossplane = (): InfrastructureRead => nothing('crossplane');
