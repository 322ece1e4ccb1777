import type { Archetype, Artifact, Profile } from '@shipworthy/model';

/** What its own people keep running, so that a release can hurt somebody the minute it is out. */
const RUN: ReadonlySet<Archetype> = new Set(['service', 'web-app', 'mobile', 'data-pipeline', 'infrastructure']);

/** Hosts of sites: without an application of the web, what they bring out is documentation. */
const HOSTS_OF_SITES: ReadonlySet<string> = new Set(['Netlify', 'Vercel', 'Cloudflare Workers']);

/** The tools whose word counts for the product: no examples, no host of a documentation site. */
export function toolsOfProduct(tools: readonly Artifact<'release-tool'>[], { archetypes }: Profile) {
  const web = archetypes.some(({ name }) => name === 'web-app');
  return tools.filter(({ pathClass, facts }) => pathClass !== 'example' && (web || !HOSTS_OF_SITES.has(facts.tool)));
}

/** The repository is run by those who release it, at least in part: it is such a thing, and something here deploys it. */
export const isRun = (profile: Profile, tools: readonly Artifact<'release-tool'>[]): boolean =>
  profile.archetypes.some(({ name }) => RUN.has(name)) &&
  toolsOfProduct(tools, profile).some(({ facts }) => facts.does.includes('deploys'));

/** Nothing shows that others are to run it. */
export const isOnlyRun = ({ archetypes }: Profile): boolean =>
  archetypes.some(({ name }) => name === 'service' || name === 'web-app') &&
  !archetypes.some(({ name }) => name === 'shipped-component');

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
