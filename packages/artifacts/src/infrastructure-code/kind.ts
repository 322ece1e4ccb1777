import type { Artifact } from '@shipworthy/model';
import { environmentOf } from '../deployment/environment.ts';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import {
  type InfrastructureRead,
  readAnsible,
  readBicep,
  readCdk,
  readCloudFormation,
  readCrossplane,
  readPacker,
  readPulumi,
  readTerraform,
} from './read.ts';

type Read = (file: RepositoryFile) => InfrastructureRead | undefined;

/** By the name; what it says has to agree. */
const BY_NAME: readonly (readonly [RegExp, Read])[] = [
  [/\.(?:tf|tofu)$|^terragrunt\.hcl$/, readTerraform],
  [/\.bicep$/, readBicep],
  [/^Pulumi\.ya?ml$/, readPulumi],
  [/^cdk\.json$/, readCdk],
  [/\.pkr\.hcl$/, readPacker],
];
const TEMPLATE = /^(?:template|[\w.-]*(?:cloudformation|cfn|sam|stack)[\w.-]*)\.(?:ya?ml|json)$/i;
const CLOUDFORMATION = /AWSTemplateFormatVersion|AWS::Serverless-2016-10-31|["']?Type["']?[ \t]*:[ \t]*["']?AWS::/;
const CROSSPLANE = /^apiVersion:[ \t]*["']?[\w.-]*(?:crossplane\.io|upbound\.io)\//m;
const NOT_CLAIMS = /^kind:[ \t]*["']?(?:CustomResourceDefinition|Configuration|Provider(?:Config)?|Function)\b/m;
const NAMED = 0.85;
const BY_CONTENT = 0.7;

function readerOf(
  file: RepositoryFile,
): { readonly read: Read; readonly confidence: number; readonly why: string } | undefined {
  const named = BY_NAME.find(([name]) => name.test(file.baseName));
  if (named) return { read: named[1], confidence: NAMED, why: `is named ${file.baseName}` };
  if (CLOUDFORMATION.test(file.text))
    return {
      read: readCloudFormation,
      confidence: TEMPLATE.test(file.baseName) ? NAMED : BY_CONTENT,
      why: 'lists resources of AWS',
    };
  if (!/\.ya?ml$/i.test(file.path)) return undefined;
  if (CROSSPLANE.test(file.text) && !NOT_CLAIMS.test(file.text))
    return { read: readCrossplane, confidence: BY_CONTENT, why: 'holds objects of Crossplane' };
  return {
    read: readAnsible,
    confidence: /ansible|playbook|roles\//i.test(file.path) ? NAMED : BY_CONTENT,
    why: 'lists tasks for hosts',
  };
}

function parseInfrastructureCode(file: RepositoryFile): Parsed<'infrastructure-code'> {
  const reader = readerOf(file);
  const facts = reader?.read(file);
  if (!reader || !facts) return { artifacts: [], problems: [] };
  const environment = environmentOf(file.path);
  const artifact: Artifact<'infrastructure-code'> = {
    kind: 'infrastructure-code',
    path: file.path,
    pathClass: file.pathClass,
    level: facts.tool === 'cloudformation' ? 'parsed' : 'tolerant',
    confidence: reader.confidence,
    why: [reader.why, `is code of ${facts.tool}`],
    id: file.path,
    facts: { ...facts, ...(environment === undefined ? {} : { environment }) },
  };
  return { artifacts: [artifact], problems: [] };
}

const ANSIBLE = /(?:^|\/)roles\/[^/]+\/(?:tasks|handlers)\//;

/** Machines and services that are asked for by code: Terraform, Pulumi, CDK, CloudFormation, Bicep, Ansible, Crossplane, Packer. */
export const infrastructureCodeKind: KindModule<'infrastructure-code'> = {
  kind: 'infrastructure-code',
  factsVersion: 4,
  paths: {
    extensions: ['yaml', 'yml'],
    test: (name) => BY_NAME.some(([pattern]) => pattern.test(name)) || TEMPLATE.test(name),
    suggested: (path) => BY_NAME.some(([pattern]) => pattern.test(path.slice(path.lastIndexOf('/') + 1))),
  },
  notIn: NEVER_OURS,
  sniffBytes: (bytes, path) =>
    !/\.ya?ml$|\.json$/i.test(path) ||
    path.endsWith('cdk.json') ||
    /(?:^|\/)Pulumi\.ya?ml$/.test(path) ||
    bytes.includes('AWS::') ||
    bytes.includes('hosts:') ||
    ANSIBLE.test(path) ||
    bytes.includes('crossplane.io') ||
    bytes.includes('upbound.io'),
  sniff: (file) => file.text.trim() !== '' && !file.path.startsWith('.github/'),
  load: async () => parseInfrastructureCode,
  elements: ({ facts }) => [
    ...facts.resources.map(({ type, name, at }) => listed('resource', `${type} ${name}`, at)),
    ...facts.stores.map(({ name, what, at }) => listed('store', `${what} ${name}`, at)),
  ],
};
