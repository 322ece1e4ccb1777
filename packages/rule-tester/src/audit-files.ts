import { parseYaml } from '@shipworthy/artifacts/yaml';
import { askSettled, type Conduct, investigate, type RunInput, readTexts } from '@shipworthy/engine';
import type { Audit, Finding, Investigation } from '@shipworthy/model';
import {
  loadConfig,
  optionSetting,
  profileOf,
  selectRules,
  sensitiveAreas,
  settle,
  textsOfSource,
  withAnswers,
} from '@shipworthy/policy';
import type { Rule } from '@shipworthy/rule-kit';
import { memorySource } from '@shipworthy/sources';
import type { Files } from './files.ts';

export type { Files };

/** The day of every test. */
export const TODAY = '2026-06-15';

export interface Answered {
  /** With the outcomes of the rule alone. */
  readonly investigation: Investigation;
  /** How it was asked. */
  readonly asked: Conduct & Pick<RunInput, 'vocabulary' | 'settled'>;
  readonly audit: Audit;
  /** The findings as an author writes them down; see `describeFinding`. */
  readonly findings: readonly string[];
}

/**
 * Asks one rule about a repository in memory, through the real parsers, relations and engine, under the configuration
 * that stands in it.
 * @param beside rules that are asked as well, for a rule on what becomes of other rules' gaps
 */
export async function answer(rule: Rule, files: Files, beside: readonly Rule[] = []): Promise<Answered> {
  const texts = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, dedent(text)]));
  const source = memorySource(texts);
  const all = [rule, ...beside];
  const config = await loadConfig({
    read: textsOfSource(source),
    rules: all,
    paths: Object.keys(texts).sort(),
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
  const investigation = await investigate({
    source,
    rules,
    profile: (inventory, tree) => withAnswers(profileOf(inventory, tree), config.answers),
    vocabulary: config.vocabulary,
    choices: config.choices,
    conduct,
  });
  let settled: RunInput['settled'];
  let outcomes = investigation.outcomes;
  const audit = await settle({
    investigation,
    tool: { name: 'rule-tester', version: '0' },
    target: 'memory',
    preset: 'strict',
    locateEvidence: true,
    readTexts: (paths) => readTexts(source, paths),
    weighing: {
      config,
      rules,
      known: all.map(({ id }) => id),
      named: false,
      today: TODAY,
      askSettled: (subjects) => {
        settled = subjects;
        const answers = askSettled(investigation, rules, subjects, conduct);
        outcomes = [...outcomes, ...answers];
        return answers;
      },
    },
  });
  return {
    investigation: { ...investigation, outcomes: outcomes.filter((outcome) => outcome.rule === rule.id) },
    asked: { ...conduct, vocabulary: config.vocabulary, ...(settled ? { settled } : {}) },
    audit,
    findings: audit.findings.filter((finding) => finding.rule.id === rule.id).map(describeFinding),
  };
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
