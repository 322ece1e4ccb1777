import type { Artifact } from '@shipworthy/model';
import { type KindModule, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { topicsOf } from './topics.ts';

const PATH_AND_CONTENT = 0.85;

/** Files that assistants read by themselves. */
const NAMED =
  /^(?:agents(?:\.override)?\.md|claude(?:\.local)?\.md|gemini\.md|copilot-instructions\.md|\.cursorrules|\.windsurfrules|\.clinerules|\.goosehints|\.roorules)$/i;
/** Folders of rules that assistants read by themselves. */
const RULE_FOLDERS =
  /(?:^|\/)(?:\.cursor\/rules|\.windsurf\/rules|\.clinerules|\.claude\/rules|\.roo\/rules(?:-\w+)?|\.continue\/rules|\.kiro\/steering|\.junie|\.augment\/rules|\.trae\/rules|\.amazonq\/rules|\.github\/instructions)\//;
const RULE_FILE = /\.(?:md|mdc)$/i;
/** Rules with a glob, or below another folder than the root, hold for a part. */
const GLOB = /^(?:globs|applyTo|paths)[ \t]*:[ \t]*(?!["']?\*\*(?:\/\*)?["']?[ \t]*$)\S/m;
/** The whole text hands over: `@AGENTS.md`, "See AGENTS.md". */
const TAKES_OVER =
  /(?:^|[\s@("'[`])@?((?:\.{0,2}\/)*(?:[\w.-]+\/)*(?:AGENTS|CLAUDE|GEMINI|copilot-instructions|CONTRIBUTING)\.md)\b/;
const POINTER_LENGTH = 600;
/** Rules that stand elsewhere: the contributor's guide, imported texts, a folder of instructions. */
const LEADS_TO =
  /\bCONTRIBUTING(?:\.\w+)?\b|^@[\w./-]+\.md\b|(?<![\w.-])(?:[\w.-]{1,60}\/){0,8}[\w-]{0,40}(?:ai|contribut\w{0,9}|coding|review|develop\w{0,9})[-_](?:guid\w{1,9}|flow|polic\w{1,9})[\w-]{0,40}(?:\.\w{1,9}|\/)|(?:read|see|follow|load)\b[^\n]{0,40}`\.?\/?\.agents\//im;

const isRule = ({ path, baseName }: RepositoryFile): boolean =>
  RULE_FILE.test(baseName) && RULE_FOLDERS.test(path) && !/^readme\./i.test(baseName);

function parse(file: RepositoryFile): Parsed<'assistant-instructions'> {
  const { path, pathClass, text, folder } = file;
  const named = text.trim().length <= POINTER_LENGTH ? TAKES_OVER.exec(text)?.[1] : undefined;
  const over = named?.toLowerCase() === file.baseName.toLowerCase() && !named.includes('/') ? undefined : named;
  const leads = LEADS_TO.exec(text)?.[0];
  const partial = isRule(file) ? GLOB.test(text.slice(0, 1_000)) : folder !== '' && folder !== '.github';
  const artifact: Artifact<'assistant-instructions'> = {
    kind: 'assistant-instructions',
    path,
    pathClass,
    level: 'parsed',
    confidence: PATH_AND_CONTENT,
    why: ['named as coding assistants look for it', `${text.length} characters of text`],
    id: path,
    facts: {
      ...topicsOf(text),
      ...(over === undefined ? {} : { takesOver: over }),
      ...(leads === undefined ? {} : { leadsTo: leads }),
      partial,
    },
  };
  return { artifacts: [artifact], problems: [] };
}

/** Standing instructions to coding assistants. Skills, commands and agents are called for one task and are none. */
export const assistantInstructionsKind: KindModule<'assistant-instructions'> = {
  kind: 'assistant-instructions',
  factsVersion: 1,
  paths: { test: (baseName) => NAMED.test(baseName) || RULE_FILE.test(baseName) },
  notIn: NEVER_OURS.filter((pathClass) => pathClass !== 'about'),
  sniff: (file) => (NAMED.test(file.baseName) || isRule(file)) && file.text.trim() !== '',
  load: async () => parse,
};
