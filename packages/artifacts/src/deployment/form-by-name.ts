import type { DeploymentForm } from '@shipworthy/model';

/** Files that a platform knows by their name. The content has to agree. */
const NAMES: readonly (readonly [RegExp, DeploymentForm])[] = [
  [
    /^(?:docker-)?compose[\w.-]*\.ya?ml$|^[\w.-]+[.-](?:docker-)?compose\.ya?ml$|^(?:docker-)?stack[\w.-]*\.ya?ml$/i,
    'compose',
  ],
  [/^chart\.ya?ml$/i, 'helm'],
  [/^values[\w.-]*\.ya?ml$/i, 'helm'],
  [/^helmfile[\w.-]*\.ya?ml(?:\.gotmpl)?$/i, 'helm'],
  [/^kustomization(?:\.ya?ml)?$/i, 'kustomize'],
  [/^skaffold[\w.-]*\.ya?ml$/i, 'skaffold'],
  [/^Procfile(?:\.\w+)?$/, 'procfile'],
  [/^fly(?:\.[\w-]+)*\.toml$/i, 'fly'],
  [/^render\.ya?ml$/i, 'render'],
  [/^railway\.(?:json|toml)$/i, 'railway'],
  [/^vercel\.json$/i, 'vercel'],
  [/^netlify\.toml$/i, 'netlify'],
  [/^app\.json$/, 'heroku'],
  [/^wrangler\.(?:toml|jsonc?)$/i, 'cloudflare'],
  [/^manifest[\w.-]*\.yml$/i, 'cloud-foundry'],
  [/^app(?:[.-][\w-]+)?\.ya?ml$/i, 'app-engine'],
  [/^serverless[\w.-]*\.ya?ml$/i, 'serverless'],
  [/^deploy(?:\.[\w-]+)?\.yml$/, 'kamal'],
  [/(?:^|[-_.])task-?(?:def|definition)[\w.-]*\.json$/i, 'ecs'],
  [/\.nomad(?:\.hcl)?$/i, 'nomad'],
  [/\.(?:service|timer)(?:\.j2|\.tmpl)?$/, 'systemd'],
];

/** What stands behind the last dot of these names, or for names without one the name; a Procfile may end in anything. */
const ENDINGS: ReadonlySet<string> = new Set(
  'yaml yml gotmpl kustomization toml json jsonc nomad hcl service timer j2 tmpl'.split(' '),
);

/** The form that the base name of a file speaks for. */
export function formByName(name: string): DeploymentForm | undefined {
  if (!ENDINGS.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) && !name.startsWith('Procfile'))
    return undefined;
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}
