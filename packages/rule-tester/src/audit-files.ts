import { parseYaml } from '@shipworthy/artifacts/yaml';
import { askSettled, type Conduct, investigate, investigateChange, type RunInput, readTexts } from '@shipworthy/engine';
import type { Audit, ChangeWords, Finding, Inventory, Investigation, Trailer, Tree } from '@shipworthy/model';
import {
  loadConfig,
  optionSetting,
  profileAsked,
  profileOf,
  selectRules,
  sensitiveAreas,
  settle,
  settleChange,
  textsOfSource,
} from '@shipworthy/policy';
import type { Rule } from '@shipworthy/rule-kit';
import { memorySource } from '@shipworthy/sources';
import type { Files, Situation } from './files.ts';

export type { Files };

/** The day of every test. */
export const TODAY = '2026-06-15';

export interface Answered {
  /** With the outcomes of the rule alone. */
  readonly investigation: Investigation;
  /** How it was asked. */
  readonly asked: Conduct & Pick<RunInput, 'vocabulary' | 'settled' | 'change'>;
  readonly audit: Audit;
  /** The findings as an author writes them down; see `describeFinding`. */
  readonly findings: readonly string[];
}

/**
 * Asks one rule about a repository in memory, or about a change of one, through the real parsers, relations and engine,
 * under the configuration that stands in it (of a change: in its base).
 * @param beside rules that are asked as well, for a rule on what becomes of other rules' gaps
 */
export async function answer(rule: Rule, situation: Situation, beside: readonly Rule[] = []): Promise<Answered> {
  const head = dedented(situation.files);
  const source = memorySource(head);
  const base = situation.base && memorySource(baseOf(head, situation.base));
  const all = [rule, ...beside];
  const config = await loadConfig({
    read: textsOfSource(base ?? source),
    rules: all,
    paths: (await (base ?? source).list()).entries.map(({ path }) => path),
    today: TODAY,
    parser: async () => parseYaml,
  });
  const rules = [rule, ...selectRules(beside, { preset: 'strict', config })];
  const conduct = {
    today: TODAY,
    optionOf: optionSetting(config),
    runbookSites: config.runbookSites,
    areas: sensitiveAreas(config),
  };
  const input = {
    source,
    rules,
    profile: (inventory: Inventory, tree: Tree) =>
      profileAsked(profileOf(inventory, tree), config, situation.inferred ? 'recommended' : 'strict'),
    vocabulary: config.vocabulary,
    choices: config.choices,
    conduct,
  };
  const { release } = situation;
  const changed =
    base &&
    (await investigateChange({
      ...input,
      base,
      revision: 'base',
      words: wordsOf(situation),
      ...(release && { release: async () => ({ name: 'v1.0.0', source: memorySource(dedented(release)) }) }),
    }));
  const investigation = changed ? changed.head : await investigate(input);
  let settled: RunInput['settled'];
  let outcomes = investigation.outcomes;
  const settling = {
    tool: { name: 'rule-tester', version: '0' },
    target: 'memory',
    preset: 'strict',
    locateEvidence: true,
    readTexts: (paths: readonly string[]) => readTexts(source, paths),
    weighing: {
      config,
      rules,
      known: all.map(({ id }) => id),
      named: false,
      today: TODAY,
      askSettled: (subjects: NonNullable<RunInput['settled']>) => {
        settled = subjects;
        const answers = askSettled(investigation, rules, subjects, conduct);
        outcomes = [...outcomes, ...answers];
        return answers;
      },
    },
  } as const;
  const audit = changed
    ? await settleChange({
        ...settling,
        ...changed,
        renamed: (identity) => changed.moves.renamed(identity),
        readBaseTexts: (paths) => readTexts(base, paths),
      })
    : await settle({ ...settling, investigation });
  return {
    investigation: { ...investigation, outcomes: outcomes.filter((outcome) => outcome.rule === rule.id) },
    asked: {
      ...conduct,
      vocabulary: config.vocabulary,
      ...(settled ? { settled } : {}),
      ...(changed ? { change: changed.given } : {}),
    },
    audit,
    findings: audit.findings.filter((finding) => finding.rule.id === rule.id).map(describeFinding),
  };
}

const dedented = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, dedent(text)]));

function baseOf(head: Files, patch: NonNullable<Situation['base']>): Files {
  const kept = Object.entries(head).filter(([path]) => !Object.hasOwn(patch, path));
  const texts = Object.entries(patch).flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]));
  return { ...Object.fromEntries(kept), ...dedented(Object.fromEntries(texts)) };
}

function wordsOf({ body, commits = [], author = 'Ann <ann@example.com>', unseen }: Situation): ChangeWords {
  return {
    ...(body === undefined ? {} : { body: dedent(body) }),
    ...(unseen === undefined ? {} : { unknown: unseen }),
    commits: commits.map((message, index) => ({
      id: String(index).padStart(40, '0'),
      author,
      message: dedent(message),
      trailers: trailersIn(dedent(message)),
    })),
  };
}

/** The lines `Key: value` of the last paragraph, when it holds nothing else. */
function trailersIn(message: string): Trailer[] {
  const lines =
    message
      .trim()
      .split(/\n\s*\n/)
      .at(-1)
      ?.split('\n') ?? [];
  const found = lines.flatMap((line) => {
    const [, key = '', value = ''] = /^([A-Za-z][\w-]*): (.+)$/.exec(line.trim()) ?? [];
    return key === '' ? [] : [{ key: key.toLowerCase(), value }];
  });
  return found.length === lines.length ? found : [];
}

/** `path:line:column severity message`, `path (absent) severity message`; joined findings end in ` ×count`. */
export function describeFinding({ location, severity, message, count }: Finding): string {
  const where = location.absent
    ? `${location.path} (absent)`
    : [location.path, location.line, location.column].filter((part) => part !== undefined).join(':');
  return `${where} ${severity} ${message}${count > 1 ? ` ×${count}` : ''}`;
}

/** Drops a leading line break and the indentation that all lines share. */
export function dedent(text: string): string {
  if (!text.startsWith('\n')) return text;
  const lines = text.slice(1).split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  const last = lines.at(-1);
  if (last !== undefined && last.trim() === '') lines[lines.length - 1] = '';
  return lines.map((line) => line.slice(Math.min(shared, line.length))).join('\n');
}
