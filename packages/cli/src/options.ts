import { PRESETS, STAGES } from '@shipworthy/model';
import { FORMATS } from './format-names.ts';

const PLAIN_FORMATS = ['text', 'json'] as const;

export const folder = { type: 'string', default: '.', describe: 'Folder of the repository' } as const;
export const format = { choices: PLAIN_FORMATS, default: 'text', describe: 'What to print' } as const;
export const loadPackages = {
  type: 'string',
  array: true,
  default: [],
  requiresArg: true,
  describe: 'Also use the rules and formats of this package, installed beside shipworthy; repeatable',
} as const;
export const color = { type: 'boolean', describe: 'Colour, or --no-color (default: what the terminal can)' } as const;
const untracked = { type: 'boolean', default: false, describe: 'Also files that git does not track' } as const;
const revision = {
  type: 'string',
  requiresArg: true,
  describe: 'Audit this git revision instead of the files on disk',
} as const;
const readRevision = { ...revision, describe: 'Read this git revision instead of the files on disk' } as const;

const cache = {
  type: 'boolean',
  default: true,
  describe: 'Keep what was read from files for the next run (SHIPWORTHY_CACHE_DIR says where), or --no-cache',
} as const;

const config = {
  type: 'string',
  requiresArg: true,
  describe: 'Configuration file, or --no-config (default: .shipworthy.yaml of the repository)',
} as const;

const base = {
  type: 'string',
  requiresArg: true,
  describe: 'Judge the change since this git revision: only what it introduces or worsens fails',
} as const;

const bodyFile = {
  type: 'string',
  requiresArg: true,
  describe: 'File with the text of the pull request (- for standard input)',
} as const;

export const lintOptions = {
  // Packages bring more, so that the command itself refuses what there is not.
  format: {
    type: 'string',
    default: 'text',
    requiresArg: true,
    describe: `What to print: ${FORMATS.join(', ')}, or a format of a package`,
  },
  output: { type: 'string', requiresArg: true, describe: 'Write the report to this file' },
  'fail-on': { choices: ['error', 'warning', 'never'], default: 'error', describe: 'Which findings give exit code 1' },
  'strict-unknown': { type: 'boolean', default: false, describe: 'Also fail when something could not be seen' },
  preset: { choices: PRESETS, describe: 'Which rules to ask (default: by configuration, or recommended)' },
  config,
  rule: {
    type: 'string',
    array: true,
    default: [],
    requiresArg: true,
    describe: 'Ask only this rule, or artifact/*; repeatable',
  },
  stage: { choices: STAGES, describe: 'Only rules that serve this stage' },
  'load-packages': loadPackages,
  limit: { type: 'number', requiresArg: true, describe: 'Keep a markdown report below this many bytes' },
  untracked,
  revision,
  staged: { type: 'boolean', default: false, describe: 'Audit what is staged instead of the files on disk' },
  base,
  'body-file': bodyFile,
  color,
  cache,
  timing: { type: 'boolean', default: false, describe: 'Say on standard error where the time went' },
  verbose: { type: 'boolean', default: false, describe: 'Also list what is met and what did not apply' },
  'show-exempt': { type: 'boolean', default: false, describe: 'Also list what is exempt, suppressed or declared' },
} as const;

export const inventoryOptions = {
  format,
  elements: { type: 'boolean', default: false, describe: 'Also alerts, receivers, owner lines, runbook entries' },
  why: { type: 'string', requiresArg: true, describe: 'Say why this file is, or is not, an artifact' },
  config,
  untracked,
  revision: readRevision,
  cache,
  color,
} as const;

export const profileOptions = { format, untracked, revision: readRevision, cache, color } as const;

export const baselineOptions = {
  prune: { type: 'boolean', default: false, describe: 'Take out what is gone' },
  add: { type: 'boolean', default: false, describe: 'Also accept what is new' },
  preset: lintOptions.preset,
  config,
  'load-packages': loadPackages,
  untracked,
  cache,
} as const;

export const checklistOptions = {
  base: { ...base, describe: 'The git revision that the change starts from' },
  'body-file': bodyFile,
  revision: lintOptions.revision,
  staged: lintOptions.staged,
  format: { choices: ['markdown', 'json'], default: 'markdown', describe: 'What to print' },
  output: { type: 'string', requiresArg: true, describe: 'Write the checklist to this file' },
  config,
  cache,
} as const;

export const graphOptions = {
  format: { choices: ['mermaid', 'dot', 'json'], default: 'mermaid', describe: 'What to print' },
  output: { type: 'string', requiresArg: true, describe: 'Write the graph to this file' },
  relation: {
    type: 'string',
    array: true,
    default: [],
    requiresArg: true,
    describe: 'Only this relation, as "alert -> runbook"; repeatable',
  },
  kind: {
    type: 'string',
    array: true,
    default: [],
    requiresArg: true,
    describe: 'Only links with an end of this kind, as alert or runbook; repeatable',
  },
  config,
  untracked,
  revision: readRevision,
  cache,
} as const;

export const checkOptions = {
  repo: { type: 'string', requiresArg: true, describe: 'The repository on GitHub, as owner/name' },
  pr: { type: 'number', requiresArg: true, describe: 'Number of the pull request' },
  folder: { type: 'string', default: '', requiresArg: true, describe: 'Audit only this folder of a monorepo' },
  base: { type: 'string', requiresArg: true, describe: 'Compare with this revision instead of where the branch began' },
  'fail-on': lintOptions['fail-on'],
  preset: lintOptions.preset,
  'strict-unknown': lintOptions['strict-unknown'],
  format: { choices: ['text', 'markdown', 'json'], default: 'text', describe: 'What to print' },
  output: lintOptions.output,
  'check-run': { type: 'boolean', default: false, describe: 'Report as a check run; GitHub takes those of apps only' },
  comment: { type: 'boolean', default: false, describe: 'Keep one comment on the pull request up to date' },
  'upload-sarif': { type: 'boolean', default: false, describe: 'Upload the findings to code scanning' },
  'dry-run': { type: 'boolean', default: false, describe: 'Send nothing, and print what would be sent' },
  color,
} as const;

const state = {
  type: 'string',
  requiresArg: true,
  describe: 'Folder of what is kept between runs (default: state, in the folder of the report)',
} as const;

const out = {
  type: 'string',
  requiresArg: true,
  demandOption: true,
  describe: 'Folder to write the report to',
} as const;

const issueOptions = {
  issue: {
    type: 'string',
    requiresArg: true,
    describe: 'Keep the report as one issue of this repository on GitHub (owner/name)',
  },
  'public-issue': {
    type: 'boolean',
    default: false,
    describe: 'That repository may be public: anybody reads the issue',
  },
} as const;

export const orgRunOptions = {
  from: { type: 'string', requiresArg: true, describe: 'Audit the clones in this folder; nothing is fetched' },
  org: {
    type: 'string',
    array: true,
    default: [],
    requiresArg: true,
    describe: 'Audit the repositories of this organisation or person on GitHub; repeatable',
  },
  list: { type: 'string', requiresArg: true, describe: 'Audit the repositories of this file, one owner/name a line' },
  forks: { type: 'boolean', default: false, describe: 'Also the forks of an organisation' },
  'expect-history': {
    type: 'boolean',
    default: false,
    describe: 'There were runs before: say in the report when they are lost',
  },
  out,
  state,
  preset: lintOptions.preset,
  policy: {
    type: 'string',
    requiresArg: true,
    describe: 'What the organisation asks of its repositories: a YAML or JSON file',
  },
  ...issueOptions,
  'as-of': { type: 'string', requiresArg: true, describe: 'Take this day for today (2026-12-31)' },
} as const;

export const orgReportOptions = { out, state, ...issueOptions } as const;

/** The options of every command, for suggestions. */
export const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  lint: Object.keys(lintOptions),
  inventory: Object.keys(inventoryOptions),
  profile: Object.keys(profileOptions),
  graph: Object.keys(graphOptions),
  baseline: Object.keys(baselineOptions),
  checklist: Object.keys(checklistOptions),
  check: Object.keys(checkOptions),
  org: [...new Set([...Object.keys(orgRunOptions), ...Object.keys(orgReportOptions)])],
  rules: ['format', 'load-packages', 'color'],
  explain: ['load-packages', 'color'],
};
