import type { BuildScriptFacts } from '@shipworthy/model';
import { bounded, type GrowingTarget } from './target.ts';

const TASK = /^\s*(?:multi)?task[ \t(]+(?::(\w+)|["']([\w:]+)["']|(\w+):)(.*)$/;
const NAMESPACE = /^(\s*)namespace[ \t(]+(?::(\w+)|["'](\w+)["'])/;
/** Tasks that libraries define, with what they run. */
const LIBRARY =
  /^\s*(RSpec::Core::RakeTask|Rake::TestTask|Minitest::TestTask|RuboCop::RakeTask|Cucumber::Rake::Task|Standard::Rake)\b(?:\.(?:new|create))?(?:[ \t(]+:?["']?(\w+))?/;
const RUNS: Readonly<Record<string, readonly [name: string, command: string]>> = {
  'RSpec::Core::RakeTask': ['spec', 'rspec'],
  'Rake::TestTask': ['test', 'minitest'],
  'Minitest::TestTask': ['test', 'minitest'],
  'RuboCop::RakeTask': ['rubocop', 'rubocop'],
  'Cucumber::Rake::Task': ['cucumber', 'cucumber'],
  'Standard::Rake': ['standard', 'standardrb'],
};
const SHELL = /^\s*(?:sh|system!?|ruby)[ \t(]+(["'])(.*?)\1/;

/** Tasks of a Rakefile by its lines: names, what they need, and the commands written in them. */
export function readRakefile(text: string): Pick<BuildScriptFacts, 'targets' | 'includes' | 'open'> | undefined {
  const targets: GrowingTarget[] = [];
  const spaces: { readonly indent: string; readonly name: string }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const space = NAMESPACE.exec(line);
    const task = TASK.exec(line);
    const library = LIBRARY.exec(line);
    const span = [at + line.length - line.trimStart().length, at + line.trimEnd().length] as const;
    const closed = /^(\s*)end\b/.exec(line)?.[1];
    if (closed !== undefined && spaces.at(-1)?.indent === closed) spaces.pop();
    const prefix = spaces.map(({ name }) => `${name}:`).join('');
    const shell = SHELL.exec(line)?.[2];
    if (space) spaces.push({ indent: space[1] ?? '', name: space[2] ?? space[3] ?? '' });
    else if (task) {
      const name = task[1] ?? task[2] ?? task[3] ?? '';
      // `task name: [:a, 'b']`, `task :name => %i[a b]`
      const needs = /(?:=>|^)\s*(.*)$/.exec(task[4] ?? '')?.[1] ?? '';
      const listed =
        task[3] !== undefined || /=>/.test(task[4] ?? '')
          ? needs
              .replace(/^.*?=>/, '')
              .replace(/\bdo\b.*$/, '')
              .replace(/%[iw]/g, '')
          : '';
      targets.push({ name: `${prefix}${name}`, at: span, commands: [], needs: listed.match(/[A-Za-z_][\w:]*/g) ?? [] });
    } else if (library) {
      const [usual, command] = RUNS[library[1] ?? ''] ?? ['', ''];
      targets.push({
        name: `${prefix}${library[2] ?? usual}`,
        at: span,
        commands: [{ text: command, at: span }],
        needs: [],
      });
    } else if (shell !== undefined) targets.at(-1)?.commands.push({ text: shell, at: span });
    at += line.length + 1;
  }
  if (targets.length === 0) return undefined;
  return { targets: unique(targets).map(bounded), includes: [], open: 'libraries may define more tasks' };
}

/** `task default: :a` and later `task default: :b` are one task. */
function unique(targets: readonly GrowingTarget[]): readonly GrowingTarget[] {
  const byName = new Map<string, GrowingTarget>();
  for (const target of targets) {
    const before = byName.get(target.name);
    if (before) {
      before.commands.push(...target.commands);
      before.needs.push(...target.needs);
    } else byName.set(target.name, target);
  }
  return [...byName.values()];
}
