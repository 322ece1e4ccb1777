import type { Artifact, ReleaseToolFacts } from '@shipworthy/model';
import { holdsAny } from '../document/hints.ts';
import { type KindModule, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { readChart } from './chart.ts';
import { GITOPS, KNOWN_TOOLS } from './tools.ts';
import { readForm, readWorkflow } from './workflow.ts';

const CONFIDENCE = 0.9;
const WORKFLOW = /^(?:\.github\/workflows\/([^/]+\.ya?ml)|(\.gitlab-ci[\w.-]*\.ya?ml))$/i;
/** Forms that are filled in for each change. */
const FORM = /^(?:\.github\/|docs\/)?(?:issue_template\/[^/]+\.ya?ml|pull_request_template(?:\/[^/]+)?\.md)$/i;
const NAMES =
  /^(?:config\.(?:json|ya?ml)|\.?release-please-(?:config|manifest)\.json|\.releaserc.*|release\.config\.[cm]?[jt]s|\.?cliff\.toml|towncrier\.toml|pyproject\.toml|\.versionrc.*|\.release-it\.\w+|release-plz\.toml|dist-workspace\.toml|\.autorc.*|lerna\.json|nx\.json|fly[\w.-]*\.toml|vercel\.json|netlify\.toml|railway\.(?:json|toml)|app\.json|Capfile|wrangler\.(?:toml|jsonc?))$/;

function read(file: RepositoryFile): ReleaseToolFacts | undefined {
  const workflow = WORKFLOW.exec(file.path);
  if (workflow) return readWorkflow(workflow[1] ?? workflow[2] ?? file.baseName, file.text);
  if (FORM.test(file.path)) return readForm(file.baseName, file.text);
  if (/^chart\.ya?ml$/i.test(file.baseName)) return readChart(file);
  const known = KNOWN_TOOLS.find(({ path, says }) => path.test(file.path) && (!says || says.test(file.text)));
  if (known) {
    const { tool, does, notes } = known;
    return { tool, does, ...(notes === undefined ? {} : { notes }) };
  }
  // What documentation shows is what its readers may apply.
  if (DOCUMENTATION.test(file.path)) return undefined;
  const gitops = GITOPS.find(({ hint, says }) => file.text.includes(hint) && says.test(file.text));
  return gitops ? { tool: gitops.tool, does: ['way-back', 'deploys'] } : undefined;
}

function parseReleaseTool(file: RepositoryFile): Parsed<'release-tool'> {
  const facts = read(file);
  if (!facts) return { artifacts: [], problems: [] };
  const artifact: Artifact<'release-tool'> = {
    kind: 'release-tool',
    path: file.path,
    pathClass: file.pathClass,
    level: 'scraped',
    confidence: CONFIDENCE,
    why: [`configures ${facts.tool}`],
    id: file.path,
    title: facts.tool,
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

const DOCUMENTATION = /(?:^|\/)(?:docs?|documentation|website|site)\//i;
const GITOPS_HINTS = ['argoproj.io/', 'toolkit.fluxcd.io/', 'nais.io/'];

/** Wider than all paths of tools together: thousands of files of YAML are each asked once instead of for every tool. */
const MAY_BE_TOOL = new RegExp(
  `(?:^|/)(?:${KNOWN_TOOLS.map(({ path }) => path.source.replace(/^(?:\^|\(\?:\^\|\\\/\))/, '')).join('|')})`,
  'i',
);

/** Configuration of tools that release, deploy or take back; internal, as evidence for rules on releases. */
export const releaseToolKind: KindModule<'release-tool'> = {
  kind: 'release-tool',
  factsVersion: 4,
  paths: { extensions: ['yaml', 'yml'], test: (name) => NAMES.test(name) || /^pull_request_template\.md$/i.test(name) },
  notIn: NEVER_OURS,
  sniff: (file) =>
    WORKFLOW.test(file.path) ||
    FORM.test(file.path) ||
    /^chart\.ya?ml$/i.test(file.baseName) ||
    holdsAny(file.text, GITOPS_HINTS) ||
    (MAY_BE_TOOL.test(file.path) && KNOWN_TOOLS.some(({ path }) => path.test(file.path))),
  load: async () => parseReleaseTool,
};
