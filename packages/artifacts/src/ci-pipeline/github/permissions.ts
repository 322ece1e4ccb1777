import type { PermissionFacts, PipelineFault } from '@shipworthy/model';
import type { YamlEntry } from '../../formats/yaml/index.ts';
import { broken, unknownWord } from '../fault.ts';

/** Source: "Controlling permissions for GITHUB_TOKEN" of GitHub's documentation, 2026. */
const SCOPES = [
  'actions',
  'artifact-metadata',
  'attestations',
  'checks',
  'code-quality',
  'contents',
  'copilot-requests',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'metadata',
  'models',
  'packages',
  'pages',
  'pull-requests',
  'repository-projects',
  'security-events',
  'statuses',
  'vulnerability-alerts',
];
const ACCESS = ['read', 'write', 'none'] as const;
const ALL = { 'read-all': 'read', 'write-all': 'write' } as const;

/** What a token may do: one word for everything, or access by scope. */
export function readPermissions({ keySpan, value }: YamlEntry): PermissionFacts {
  if (value.kind === 'scalar') {
    const all = Object.hasOwn(ALL, value.text) ? ALL[value.text as keyof typeof ALL] : undefined;
    return { at: keySpan, ...(all ? { all } : {}), scopes: [] };
  }
  const scopes = (value.kind === 'map' ? value.entries : []).flatMap(({ key, keySpan: at, value: given }) => {
    const access = given.kind === 'scalar' ? ACCESS.find((word) => word === given.text) : undefined;
    return access ? [{ scope: key, access, at }] : [];
  });
  return {
    at: keySpan,
    ...(value.kind === 'map' && value.entries.length === 0 ? { all: 'none' as const } : {}),
    scopes,
  };
}

export function permissionFaults({ value }: YamlEntry): PipelineFault[] {
  if (value.kind === 'scalar')
    return value.isNull || Object.hasOwn(ALL, value.text)
      ? []
      : [
          broken(
            'bad-permissions',
            `'${value.text}' is no set of permissions; there are read-all and write-all`,
            value.span,
          ),
        ];
  if (value.kind !== 'map')
    return [broken('bad-permissions', 'permissions are a list, not scopes with their access', value.span)];
  return value.entries.flatMap(({ key, keySpan, value: given }) => {
    if (!SCOPES.includes(key))
      return [unknownWord('unknown-permission', `'${key}' is no permission of GitHub`, key, SCOPES, keySpan)];
    if (given.kind === 'scalar' && ACCESS.some((word) => word === given.text)) return [];
    return [broken('bad-permissions', `'${key}' takes read, write or none`, keySpan)];
  });
}
