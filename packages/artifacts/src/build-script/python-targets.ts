import type { BuildScriptFacts } from '@shipworthy/model';
import { bounded, type GrowingTarget } from './target.ts';

type Read = Pick<BuildScriptFacts, 'targets' | 'includes' | 'open'>;
const TOX_TABLE = /^\[testenv(?::([^\]\n]+))?\]/;
const TOX_COMMANDS = /^commands(?:_pre|_post)?[ \t]*=[ \t]*(.*)$/;
/** Characters of one value of tox that are read. */
const MAX_FACTORS = 40;

/** Environments of a `tox.ini`; `testenv` itself, which answers for every name without a table, is called `%`. */
export function readTox(text: string): Read | undefined {
  const targets: GrowingTarget[] = [];
  let current: readonly GrowingTarget[] = [];
  let inCommands = false;
  let at = 0;
  for (const line of text.split('\n')) {
    const table = TOX_TABLE.exec(line);
    const commands = TOX_COMMANDS.exec(line);
    if (line.startsWith('[')) {
      inCommands = false;
      const names = table ? expandBraces(table[1] ?? '%') : [];
      current = names.map((name) => ({ name, at: [at, at + line.trimEnd().length] as const, commands: [], needs: [] }));
      targets.push(...current);
    } else if (commands) {
      inCommands = true;
      add(current, commands[1] ?? '', at);
    } else if (inCommands && /^[ \t]+\S/.test(line)) add(current, line.trim(), at);
    else if (/^\S/.test(line)) inCommands = false;
    at += line.length + 1;
  }
  return targets.length > 0 ? { targets: targets.map(bounded), includes: [] } : undefined;
}

/** `{py310,py311}-{unit,lint}` without what stands before a condition: `lint: ruff check`. */
function add(targets: readonly GrowingTarget[], line: string, at: number): void {
  const text = line
    .replace(/^[\w,!{}-]+:[ \t]+/, '')
    .replace(/^-[ \t]*/, '')
    .replace(/\{posargs(?::([^}]*))?\}/g, (_, given: string | undefined) => given ?? '')
    .replace(/\\$/, '');
  if (text.trim() === '' || text.startsWith('#')) return;
  for (const target of targets) target.commands.push({ text, at: [at, at + line.length] });
}

function expandBraces(names: string): string[] {
  const [, before = '', inner, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(names) ?? [];
  if (inner === undefined) return names.split(',').map((name) => name.trim());
  return inner
    .split(',')
    .slice(0, MAX_FACTORS)
    .map((one) => `${before}${one.trim()}${after.replace(/\{[^}]*\}/g, '')}`);
}

const SESSION = /^def[ \t]+(\w+)[ \t]*\(/;
const NAMED = /\bname[ \t]*=[ \t]*["']([\w.-]+)["']/;
const RUN = /\bsession\.(?:run|run_always)\(/;

/** Sessions of a `noxfile.py`, by its lines. */
export function readNox(text: string): Read | undefined {
  const targets: GrowingTarget[] = [];
  let decorated: string | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const defined = SESSION.exec(line)?.[1];
    if (/^@nox\.session|^@session/.test(line)) decorated = NAMED.exec(line)?.[1] ?? '';
    else if (defined !== undefined) {
      if (decorated !== undefined)
        targets.push({ name: decorated || defined, at: [at, at + line.length], commands: [], needs: [] });
      decorated = undefined;
    } else if (RUN.test(line)) {
      const rest = text.slice(at + line.search(RUN), at + 600);
      const words = [...rest.slice(0, callEnd(rest)).matchAll(/["']([^"'\n]*)["']/g)].map(([, word]) => word ?? '');
      targets
        .at(-1)
        ?.commands.push({ text: words.join(' '), at: [at + line.length - line.trimStart().length, at + line.length] });
    }
    at += line.length + 1;
  }
  return targets.length > 0 ? { targets: targets.map(bounded), includes: [] } : undefined;
}

function callEnd(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === '(') depth++;
    if (text.charAt(at) === ')' && --depth === 0) return at;
  }
  return text.length;
}

const SCRIPTS_TABLE =
  /^\[tool\.(?:pdm\.scripts|hatch\.envs\.[\w."-]+\.scripts|hatch\.scripts|rye\.scripts|taskipy\.tasks|poe\.tasks|pixi(?:\.feature\.[\w-]+)?\.tasks)(?:\.([\w-]+))?\]/;
const PAIR = /^(["']?)([\w:.-]+)\1[ \t]*=[ \t]*(.*)$/;

/** Named commands of a `pyproject.toml`: PDM, Hatch, Rye, taskipy, Poe and Pixi. */
export function readPythonScripts(text: string): Read | undefined {
  const targets: GrowingTarget[] = [];
  let inTable = false;
  let named: GrowingTarget | undefined;
  let open: GrowingTarget | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const table = line.startsWith('[') ? SCRIPTS_TABLE.exec(line) : undefined;
    const [, , key = '', value = ''] = PAIR.exec(line) ?? [];
    const span = [at, at + line.trimEnd().length] as const;
    if (line.startsWith('[')) {
      inTable = table !== undefined && table !== null;
      open = undefined;
      named = table?.[1] === undefined ? undefined : { name: table[1], at: span, commands: [], needs: [] };
      if (named) targets.push(named);
    } else if (inTable && key !== '') {
      const target = named ?? { name: key, at: [at, at + key.length] as const, commands: [], needs: [] };
      if (!named) targets.push(target);
      if (!named || /^(?:cmd|shell|script|composite|sequence|chain|depends[-_]on|deps)$/.test(key))
        take(target, value, span);
      open = /\[[^\]]*$/.test(value) || /"""|'''/.test(value) ? target : undefined;
    } else if (inTable && open) {
      if (/^\s*(?:\]|"""|''')/.test(line)) open = undefined;
      else take(open, line, span);
    }
    at += line.length + 1;
  }
  return targets.length > 0 ? { targets: targets.map(bounded), includes: [] } : undefined;
}

/** Texts in quotes are commands; single words may be names of other scripts and are both. */
function take(target: GrowingTarget, value: string, at: readonly [number, number]): void {
  const quoted = [...value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)].map(
    ([, double, single]) => double ?? single ?? '',
  );
  const texts =
    quoted.length > 0 ? quoted : /^\s*[\w./]/.test(value) && !/^\s*\w+\s*=/.test(value) ? [value.trim()] : [];
  for (const text of texts) {
    if (/^[\w:.-]+$/.test(text)) target.needs.push(text);
    target.commands.push({
      text: text.replace(/\{args(?::([^}]*))?\}/g, (_, given: string | undefined) => given ?? ''),
      at,
    });
  }
}
