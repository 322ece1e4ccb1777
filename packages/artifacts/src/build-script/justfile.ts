import type { BuildScriptFacts, Span } from '@shipworthy/model';
import { bounded, type GrowingTarget } from './target.ts';

/** `build target='x' *args: deps`, `@quiet:`, `_hidden:`; an assignment has `:=`. */
const RECIPE = /^@?([A-Za-z_][\w-]*)(?:[ \t][^:\n]*)?:(?!=)(.*)$/;
const ALIAS = /^alias[ \t]+([A-Za-z_][\w-]*)[ \t]*:=[ \t]*([\w-]*)/;
const VARIABLE = /^(?:export[ \t]+)?([A-Za-z_][\w-]*)[ \t]*:=[ \t]*["']([^"'\n]*)["'][ \t]*$/;
const IMPORT = /^import(\?)?[ \t]+['"]([^'"\n]+)['"]/;
/** `{{variable}}` within a recipe. */
const INTERPOLATION = /\{\{[ \t]*([A-Za-z_][\w-]*)[ \t]*\}\}/g;
const MODULE = /^mod\??[ \t]+([A-Za-z_][\w-]*)/;

/** Recipes, aliases and imports of a justfile. Recipes of modules are called by other names and leave the list open. */
export function readJustfile(text: string): Pick<BuildScriptFacts, 'targets' | 'includes' | 'open'> {
  const targets: GrowingTarget[] = [];
  const variables = new Map<string, string>();
  const includes: { path: string; at: Span; optional: boolean }[] = [];
  let open: string | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const head = ALIAS.exec(line) ?? RECIPE.exec(line);
    const name = head?.[1];
    const [, variable, value] = VARIABLE.exec(line) ?? [];
    if (variable !== undefined && value !== undefined) variables.set(variable, value);
    const imported = IMPORT.exec(line);
    const module = MODULE.exec(line)?.[1];
    if (name !== undefined) {
      const start = at + line.indexOf(name, line.startsWith('alias') ? 'alias'.length : 0);
      const needs = (head?.[2] ?? '').match(/[A-Za-z_][\w-]*/g) ?? [];
      targets.push({ name, at: [start, start + name.length], commands: [], needs: [...needs] });
    } else if (/^[ \t]+\S/.test(line)) {
      const text = line.trim().replace(/^[@-]+/, '');
      const filled = text.replace(INTERPOLATION, (whole, used: string) => variables.get(used) ?? whole);
      if (!text.startsWith('#'))
        targets
          .at(-1)
          ?.commands.push({ text: filled, at: [at + line.length - line.trimStart().length, at + line.length] });
    } else if (imported?.[2] !== undefined)
      includes.push({ path: imported[2], at: [at, at + line.length], optional: imported[1] !== undefined });
    else if (module !== undefined) open ??= `it has a module ${module}`;
    at += line.length + 1;
  }
  return { targets: targets.map(bounded), includes, ...(open === undefined ? {} : { open }) };
}
