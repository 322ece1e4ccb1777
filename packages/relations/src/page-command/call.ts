import type { BuildTool } from '@shipworthy/model';

/** What a line calls: names to look up in a build script, or a script by its path. */
export type Call =
  | {
      readonly tool: BuildTool;
      readonly names: readonly string[];
      /** `make -C web`: the folder that answers. */
      readonly folder?: string;
      /** Why a name that is not found may still be right; absent: it would be wrong. */
      readonly doubt?: string;
    }
  | { readonly tool: 'script'; readonly path: string };

/** Where a call ends within its line. */
const END = /^(?:&&|\|\||[|;&#<>)}]|\d?>)/;
/** Blanks, variables and globs name nothing. */
const BLANK = /[<>{}$[\]*`'"…()]|\.\.\./;
const PLACEHOLDER =
  /^(?:[A-Z][A-Z_]*|foo|bar|baz|x{1,3}|targets?|commands?|scripts?|tasks?|recipes?|names?|some.*|your.*|my-.*)$/;
/** Words with which English goes on after "make", "just" and "task". */
const PROSE =
  /^(?:a|an|and|any|are|as|at|be|before|by|call|changes|do|each|every|for|from|has|in|into|is|it|its|like|list|make|more|new|no|not|of|on|one|or|our|over|run|same|some|sure|that|the|their|them|then|these|this|those|to|up|us|use|was|will|with|you)$/i;
/** What every C project is built with: the text may speak of another program. */
const GENERIC = new Set(['install', 'uninstall', 'all', 'check', 'menuconfig', 'distclean']);

/** The call that begins a line; undefined when it calls nothing that can be looked up. */
export function callOf(line: string): Call | undefined {
  const words = wordsOf(line);
  const [program = '', ...rest] = words;
  switch (program) {
    case 'make':
    case 'gmake':
      return makeCall(rest);
    case 'npm':
      return npmCall(rest);
    case 'pnpm':
    case 'yarn':
    case 'bun':
      return packageCall(program, rest);
    case 'just':
    case 'task':
      return taskCall(program, rest);
    default:
      return /^\.\/[\w./-]+$/.test(program) ? { tool: 'script', path: program } : undefined;
  }
}

/** Words of a shell line, quoted ones whole, up to where the command ends. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+|["']/g)) {
    if (END.test(word)) break;
    const ended = /[;,)]$/.test(word);
    words.push(ended ? word.slice(0, -1) : word);
    if (ended) break;
  }
  return words;
}

const isName = (word: string): boolean => !BLANK.test(word) && !PLACEHOLDER.test(word) && /^[A-Za-z_]/.test(word);

function makeCall(words: readonly string[]): Call | undefined {
  const names: string[] = [];
  let folder: string | undefined;
  let doubt: string | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '-C' || word === '--directory') folder = words[++i] ?? '';
    else if (/^(?:-C.|--directory=)/.test(word)) folder = word.replace(/^(?:-C|--directory=)/, '');
    else if (/^-[jloI]?$|^--jobs$/.test(word) && /^\d+$/.test(words[i + 1] ?? '')) i++;
    else if (/^(?:-f|--file|--makefile|-f.+|--(?:make)?file=.*)$/.test(word)) {
      doubt = 'another makefile is named';
      if (/^(?:-f|--file|--makefile)$/.test(word)) i++;
    } else if (word.startsWith('-') || word.includes('=')) continue;
    else if (!isName(word)) return undefined;
    else names.push(word);
  }
  const [first] = names;
  if (first === undefined || names.some((name) => PROSE.test(name))) return undefined;
  if (folder !== undefined && BLANK.test(folder)) return undefined;
  const odd = names.find((name) => GENERIC.has(name) || !/^[A-Za-z_][\w-]*$/.test(name));
  if (odd !== undefined)
    doubt ??= GENERIC.has(odd) ? 'every C project has such a target' : 'it may be the name of a file';
  return {
    tool: 'make',
    names,
    ...(folder === undefined ? {} : { folder }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

function npmCall(words: readonly string[]): Call | undefined {
  const { plain, folder, doubt } = withoutOptions(words);
  const [verb, name] = plain;
  const of = (called: string, why = doubt): Call => ({
    tool: 'npm',
    names: [called],
    ...(folder === undefined ? {} : { folder }),
    ...(why === undefined ? {} : { doubt: why }),
  });
  if (verb === 'run' || verb === 'run-script' || verb === 'rum')
    return name !== undefined && isName(name) ? of(name) : undefined;
  if (verb === 'test' || verb === 't') return of('test');
  return verb === 'start' ? of('start', 'npm starts server.js without a script') : undefined;
}

/** Verbs of the package managers themselves. */
const VERBS =
  /^(?:install|i|ci|add|remove|rm|up|upgrade|update|exec|dlx|create|init|link|unlink|publish|pack|why|list|ls|outdated|audit|cache|config|store|set|workspace|workspaces|global|node|npm|x|pm|build|info|login|version|versions|dedupe|import|patch|plugin|self-update|env|help|fetch|rebuild|deploy|prune|root|bin|licenses|setup|approve-builds|changeset|turbo|nx|tsc|jest|vitest|eslint)$/;

function packageCall(program: string, words: readonly string[]): Call | undefined {
  const { plain, folder, doubt } = withoutOptions(words);
  const explicit = plain[0] === 'run';
  const name = explicit ? plain[1] : plain[0];
  if (name === undefined || !isName(name) || (!explicit && VERBS.test(name)) || PROSE.test(name)) return undefined;
  // Without a script of the name, these run a program of a dependency; programs have no colon in their names.
  const program2 = !name.includes(':') && !(program === 'pnpm' && explicit);
  const why = doubt ?? (program2 ? 'it may be a program of a dependency' : undefined);
  return {
    tool: 'npm',
    names: [name],
    ...(folder === undefined ? {} : { folder }),
    ...(why === undefined ? {} : { doubt: why }),
  };
}

function withoutOptions(words: readonly string[]) {
  const plain: string[] = [];
  let folder: string | undefined;
  let doubt: string | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--') break;
    if (/^(?:--prefix|-C|--cwd|--dir)$/.test(word)) folder = words[++i] ?? '';
    else if (/^(?:--prefix|--cwd|--dir)=/.test(word)) folder = word.slice(word.indexOf('=') + 1);
    else if (/^(?:-w|--workspace|-F|--filter)$/.test(word)) {
      doubt = 'it is called in chosen workspaces';
      i++;
    } else if (/^(?:-w|-F|-r$|--workspaces?|--filter|--recursive|--if-present)/.test(word))
      doubt = 'it is called in chosen workspaces';
    else if (word === 'workspace') {
      doubt = 'it is called in chosen workspaces';
      i++;
    } else if (!word.startsWith('-')) plain.push(word);
  }
  return { plain, folder, doubt };
}

function taskCall(tool: 'just' | 'task', words: readonly string[]): Call | undefined {
  const options = words.filter((word) => word.startsWith('-') && word !== '--');
  const name = words.find((word) => !word.startsWith('-') && !/^\w+=/.test(word));
  if (name === undefined || !isName(name) || PROSE.test(name)) return undefined;
  return { tool, names: [name], ...(options.length > 0 ? { doubt: 'its options may name another file' } : {}) };
}
