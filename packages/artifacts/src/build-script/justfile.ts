import type { BuildScriptFacts, BuildTargetFacts, Span } from '@shipworthy/model';

/** `build target='x' *args: deps`, `@quiet:`, `_hidden:`; an assignment has `:=`. */
const RECIPE = /^@?([A-Za-z_][\w-]*)(?:[ \t][^:\n]*)?:(?!=)/;
const ALIAS = /^alias[ \t]+([A-Za-z_][\w-]*)[ \t]*:=/;
const IMPORT = /^import(\?)?[ \t]+['"]([^'"\n]+)['"]/;
const MODULE = /^mod\??[ \t]+([A-Za-z_][\w-]*)/;

/** Recipes, aliases and imports of a justfile. Recipes of modules are called by other names and leave the list open. */
export function readJustfile(text: string): Pick<BuildScriptFacts, 'targets' | 'includes' | 'open'> {
  const targets: BuildTargetFacts[] = [];
  const includes: { path: string; at: Span; optional: boolean }[] = [];
  let open: string | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const name = (ALIAS.exec(line) ?? RECIPE.exec(line))?.[1];
    const imported = IMPORT.exec(line);
    const module = MODULE.exec(line)?.[1];
    if (name !== undefined) {
      const start = at + line.indexOf(name, line.startsWith('alias') ? 'alias'.length : 0);
      targets.push({ name, at: [start, start + name.length] });
    } else if (imported?.[2] !== undefined)
      includes.push({ path: imported[2], at: [at, at + line.length], optional: imported[1] !== undefined });
    else if (module !== undefined) open ??= `it has a module ${module}`;
    at += line.length + 1;
  }
  return { targets, includes, ...(open === undefined ? {} : { open }) };
}
