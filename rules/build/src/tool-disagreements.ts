import type { Toolchains, ToolUse } from '@shipworthy/rule-kit';
import { agree, allows, isCompared, numbersOf, orderOf } from './tool-versions.ts';

/** A place that says another version than the one that binds. */
export interface Disagreement {
  readonly tool: string;
  readonly use: ToolUse;
  readonly pin: ToolUse;
}

/** From what binds most to what binds least. A development container binds nothing: it follows the rest. */
const ORDER: readonly ToolUse['by'][] = ['version-file', 'manifest', 'image', 'container', 'pipeline'];

/** Which places contradict the one that binds them, and which say the same. */
export function compareUses({ uses, open }: Toolchains): {
  readonly disagreements: readonly Disagreement[];
  readonly agreeing: readonly ToolUse[];
} {
  const disagreements: Disagreement[] = [];
  const agreeing = new Set<ToolUse>();
  for (const tool of new Set(uses.map((use) => use.tool).filter(isCompared))) {
    const of = uses.filter((use) => use.tool === tool);
    for (const use of of) {
      // A pipeline that takes its versions from a matrix tests several on purpose.
      if (use.by === 'pipeline' && (open.includes(tool) || testsThePin(use, of))) continue;
      const pin = pinFor(use, of) ?? refusedBy(use, of);
      const answer = pin && (pin.range ? false : compare(tool, use, pin));
      if (!pin || answer === undefined) continue;
      if (answer === false && use.by === 'pipeline' && buildsWithPin(tool, pin, of)) continue;
      if (answer === false && isBuiltApart(use, pin, of)) continue;
      if (answer) for (const same of [use, pin]) agreeing.add(same);
      else disagreements.push({ tool, use, pin });
    }
  }
  return { disagreements, agreeing: [...agreeing] };
}

/** The exact version that binds a place: of the nearest folder above it, by the most binding kind of place. */
function pinFor(use: ToolUse, of: readonly ToolUse[]): ToolUse | undefined {
  const rank = ORDER.indexOf(use.by);
  const candidates = of.filter(
    (other) =>
      other !== use &&
      !other.range &&
      other.by !== 'page' &&
      other.by !== 'container' &&
      numbersOf(other.tool, other.version) !== undefined &&
      (use.range ? bindsRange(other, use) : use.by === 'page' || ORDER.indexOf(other.by) < rank) &&
      holds(other.folder, use.folder),
  );
  if (candidates.length === 0) return undefined;
  const nearest = Math.max(...candidates.map(({ folder }) => folder.length));
  const [pin, ...others] = candidates
    .filter(({ folder }) => folder.length === nearest)
    .sort((a, b) => ORDER.indexOf(a.by) - ORDER.indexOf(b.by));
  // Of several images or pipelines that differ among themselves none binds the rest.
  const binds = (other: ToolUse) => other.by !== pin?.by || other.version === pin.version;
  return pin && (pin.by === 'version-file' || pin.by === 'manifest' || others.every(binds)) ? pin : undefined;
}

/** The manifest, the highest one, whose range refuses what a development container brings for its folder. */
function refusedBy(use: ToolUse, of: readonly ToolUse[]): ToolUse | undefined {
  const brought = use.by === 'container' ? numbersOf(use.tool, use.version) : undefined;
  if (!brought) return undefined;
  return of
    .filter(
      ({ by, range, folder, version }) =>
        by === 'manifest' && range && holds(use.folder, folder) && allows(use.tool, version, brought) === false,
    )
    .sort((a, b) => a.folder.length - b.folder.length)[0];
}

/** A package has a range of its own; what else lies in its folder must keep to it, and what holds for the whole tree. */
const bindsRange = (other: ToolUse, use: ToolUse): boolean =>
  other.by === 'version-file' || ((other.by === 'manifest' || other.by === 'image') && other.folder === use.folder);

const holds = (folder: string, below: string): boolean =>
  folder === '' || below === folder || below.startsWith(`${folder}/`);

/** Another step of a pipeline uses what binds: this one tests a further version. */
function testsThePin(use: ToolUse, of: readonly ToolUse[]): boolean {
  const pin = pinFor(use, of);
  return of.some(
    (other) => other !== use && other.by === 'pipeline' && pin !== undefined && compare(use.tool, other, pin) === true,
  );
}

/** A package below the pin asks for another version, and a step of a pipeline brings that: it runs somewhere else than the rest. */
function isBuiltApart(use: ToolUse, pin: ToolUse, of: readonly ToolUse[]): boolean {
  if (use.by !== 'manifest' || use.range !== true || use.folder === pin.folder) return false;
  return of.some((other) => {
    const brought = other.by === 'pipeline' ? numbersOf(use.tool, other.version) : undefined;
    return brought !== undefined && allows(use.tool, use.version, brought) === true;
  });
}

/** A toolchain of Gradle, which it fetches itself: what a pipeline sets up then only starts Gradle. */
const GRADLE = /\.gradle(?:\.kts)?$/;
function buildsWithPin(tool: string, pin: ToolUse, of: readonly ToolUse[]): boolean {
  const pinned = numbersOf(tool, pin.version);
  return of.some((other) => {
    const brought = GRADLE.test(other.at.path) ? numbersOf(tool, other.version) : undefined;
    return brought !== undefined && pinned !== undefined && agree(brought, pinned);
  });
}

/** Undefined when one of the two cannot be compared. */
function compare(tool: string, use: ToolUse, pin: ToolUse): boolean | undefined {
  const pinned = numbersOf(tool, pin.version);
  if (!pinned) return undefined;
  if (use.range) return allows(tool, use.version, pinned);
  const numbers = numbersOf(tool, use.version);
  if (!numbers) return undefined;
  return use.needed ? orderOf(numbers, pinned) <= 0 : agree(numbers, pinned);
}
