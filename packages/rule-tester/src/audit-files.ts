import { investigate, readTexts } from '@shipworthy/engine';
import type { Audit, Finding, Investigation } from '@shipworthy/model';
import { profileOf, settle } from '@shipworthy/policy';
import type { Rule } from '@shipworthy/rule-kit';
import { memorySource } from '@shipworthy/sources';

/** A repository in memory: path to text. A text that begins with a line break is dedented first. */
export type Files = Readonly<Record<string, string>>;

export interface Answered {
  readonly investigation: Investigation;
  readonly audit: Audit;
  /** The findings as an author writes them down; see `describeFinding`. */
  readonly findings: readonly string[];
}

/** Asks one rule about a repository in memory, through the real parsers, relations and engine. */
export async function answer(rule: Rule, files: Files): Promise<Answered> {
  const texts = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, dedent(text)]));
  const source = memorySource(texts);
  const investigation = await investigate({ source, rules: [rule], profile: profileOf });
  const audit = await settle({
    investigation,
    tool: { name: 'rule-tester', version: '0' },
    target: 'memory',
    preset: 'strict',
    locateEvidence: true,
    readTexts: (paths) => readTexts(source, paths),
  });
  return { investigation, audit, findings: audit.findings.map(describeFinding) };
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
