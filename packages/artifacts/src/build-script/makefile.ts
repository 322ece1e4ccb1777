import type { BuildScriptFacts, Span } from '@shipworthy/model';
import { expand, type Variables, variablesOf, withoutComment } from './make-variables.ts';
import { bounded, type GrowingTarget } from './target.ts';

type Made = Pick<BuildScriptFacts, 'targets' | 'includes' | 'open'>;

/** Lines of one makefile that are read. The longest seen has 6,000. */
const MAX_LINES = 50_000;
const INCLUDE = /^(-|s)?include[ \t]+(.+)$/;
const CONDITION =
  /^[ \t]*(?:ifeq|ifneq|ifdef|ifndef|else|endif|export|unexport|override|vpath|undefine|define|endef)\b/;
/** Ways to make targets that a reading of lines does not follow. */
const MAKES_TARGETS = /\$[({](?:eval|call\s+\w*(?:rule|target|template)\w*)\b/i;
const BUILT_IN = /^\.(?:[A-Z_]+)$/;

/** Targets and includes of a makefile, by its lines: variables that hold plain words are put in. */
export function readMakefile(text: string): Made {
  const lines = joinedLines(text);
  const variables = variablesOf(lines.map(({ text: line }) => line));
  const targets = new Map<string, GrowingTarget>();
  const includes: { path: string; at: Span; optional: boolean }[] = [];
  let open = MAKES_TARGETS.test(text) ? 'it makes targets with functions' : undefined;
  let defining = false;
  /** Targets that the recipe lines which follow belong to. */
  let current: readonly GrowingTarget[] = [];
  for (const { text: line, at } of lines) {
    if (/^[ \t]*define\b/.test(line)) defining = true;
    if (/^[ \t]*endef\b/.test(line)) defining = false;
    if (!defining && line.startsWith('\t')) {
      const command = recipe(line, at, variables);
      if (command) for (const target of current) target.commands.push(command);
    }
    if (defining || line.startsWith('\t') || CONDITION.test(line)) continue;
    const include = INCLUDE.exec(line.trim());
    if (include) {
      for (const path of expand(withoutComment(include[2] ?? ''), variables).split(/\s+/)) {
        const span: Span = [at, at + line.length];
        if (path.includes('$')) open ??= `it includes ${path}`;
        else if (path !== '') includes.push({ path, at: span, optional: include[1] !== undefined });
      }
      continue;
    }
    const rule = ruleOf(line);
    if (!rule) {
      if (/^\S/.test(line)) current = [];
      continue;
    }
    const { names } = rule;
    const making: GrowingTarget[] = [];
    const listed = names === '.PHONY' ? withoutComment(rule.rest) : names;
    for (const name of expand(listed, variables)
      .replace(/\$[({][^)}]{0,200}[)}]/g, (held) => held.replace(/\s+/g, '_'))
      .split(/\s+/)) {
      const called = nameOf(name);
      if (called === 'open') open ??= `it names targets by ${name}`;
      else if (called !== undefined) {
        const offset = Math.max(0, line.indexOf(called));
        const length = line.startsWith(called, offset) ? called.length : names.length;
        const target = targets.get(called) ?? {
          name: called,
          at: [at + offset, at + offset + length] as const,
          commands: [],
          needs: [],
        };
        targets.set(called, target);
        making.push(target);
      }
    }
    if (names === '.PHONY') continue;
    current = making;
    const needs = neededBy(rule.rest, variables);
    const [, inline] = /;(.*)$/.exec(rule.rest) ?? [];
    const command = inline === undefined ? undefined : recipe(inline, at + line.length - inline.length, variables);
    for (const target of making) {
      target.needs.push(...needs);
      if (command) target.commands.push(command);
    }
  }
  return { targets: [...targets.values()].map(bounded), includes, ...(open === undefined ? {} : { open }) };
}

/** A line of a recipe as the shell gets it; undefined for comments and blank lines. */
function recipe(line: string, at: number, variables: Variables) {
  const start = line.length - line.trimStart().length;
  const text = line.trim().replace(/^[@+-]+[ \t]*/, '');
  if (text === '' || text.startsWith('#')) return undefined;
  const filled = expand(text.replace(/\$[({]MAKE[)}]/g, 'make'), variables).replaceAll('$$', '$');
  return { text: filled, at: [at + start, at + line.length] as const };
}

/** Names that a rule depends on: order-only ones too, files and patterns not. */
function neededBy(rest: string, variables: Variables): readonly string[] {
  const plain = withoutComment(rest.replace(/;.*$/, ''));
  if (/^\s*[\w.-]+\s*(?:::?|\?|\+)?=/.test(plain)) return [];
  return expand(plain, variables)
    .split(/[\s|:]+/)
    .filter((name) => /^[A-Za-z_][\w.-]*$/.test(name));
}

/** The names before the colon of a rule; undefined for assignments (`:=`, `::=`, `?=`) and everything else. */
function ruleOf(line: string): { readonly names: string; readonly rest: string } | undefined {
  const colon = line.indexOf(':');
  if (colon <= 0 || /^\s/.test(line)) return undefined;
  const names = line.slice(0, colon).trimEnd().replace(/&$/, '').trimEnd();
  const rest = line.slice(line[colon + 1] === ':' ? colon + 2 : colon + 1);
  return names === '' || /[=#]/.test(names) || /^:?=/.test(rest) ? undefined : { names, rest };
}

/**
 * How a target is called: with `%` where a variable is not known. `open` when any name could come out of it; undefined
 * for what is no name of a command (special targets, paths of files that variables lead to).
 */
function nameOf(written: string): string | undefined {
  if (written === '' || (BUILT_IN.test(written) && written !== '.DEFAULT')) return undefined;
  if (written === '.DEFAULT') return 'open';
  const pattern = written.replace(/\$[({][^)}]{0,200}[)}]|\$\w/g, '%').replace(/%+/g, '%');
  if (pattern.includes('$')) return 'open';
  if (!pattern.includes('%')) return pattern;
  if (/[/.]/.test(pattern)) return undefined;
  return pattern === '%' || pattern.split('%').length > 2 ? 'open' : pattern;
}

/** Lines with their continuations joined, each with its offset. */
function joinedLines(text: string): { readonly text: string; readonly at: number }[] {
  const lines: { text: string; at: number }[] = [];
  let at = 0;
  let continues = false;
  for (const raw of text.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const ends = line.endsWith('\\');
    const content = ends ? line.slice(0, -1) : line;
    const last = lines.at(-1);
    if (continues && last) last.text += ` ${content.trimStart()}`;
    else lines.push({ text: content, at });
    continues = ends;
    at += raw.length + 1;
    if (lines.length >= MAX_LINES) break;
  }
  return lines;
}
