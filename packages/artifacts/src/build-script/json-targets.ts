import type { BuildScriptFacts, BuildTool } from '@shipworthy/model';
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { bounded, type GrowingTarget } from './target.ts';

/** Where each tool keeps its named commands. */
const KEYS = { composer: 'scripts', deno: 'tasks', nx: 'targets' } as const satisfies Partial<
  Record<BuildTool, string>
>;
/** Events of Composer, which it runs by itself. */
const EVENT = /^(?:pre|post)-/;

/** Named commands of Composer, Deno and Nx, which keep them in JSON; undefined when the file has none. */
export function readJsonTargets(
  text: string,
  tool: keyof typeof KEYS,
): Pick<BuildScriptFacts, 'targets' | 'includes'> | undefined {
  const key = KEYS[tool];
  if (!text.includes(`"${key}"`)) return undefined;
  const root = parseTree(text);
  const found = root && findNodeAtLocation(root, [key]);
  if (found?.type !== 'object') return undefined;
  const targets = (found.children ?? []).flatMap((property) => {
    const [name, value] = property.children ?? [];
    if (typeof name?.value !== 'string' || !value || (tool === 'composer' && EVENT.test(name.value))) return [];
    const target: GrowingTarget = { name: name.value, at: spanOf(name), commands: [], needs: [] };
    if (tool === 'nx') fillFromNx(target, value);
    else fill(target, value, tool);
    return [bounded(target)];
  });
  return targets.length > 0 ? { targets, includes: [] } : undefined;
}

function fill(target: GrowingTarget, value: Node, tool: keyof typeof KEYS): void {
  if (value.type === 'array') for (const item of value.children ?? []) fill(target, item, tool);
  else if (value.type === 'object') {
    for (const key of ['command', 'dependencies']) {
      const inner = findNodeAtLocation(value, [key]);
      if (inner && key === 'command') fill(target, inner, tool);
      else for (const item of inner?.children ?? []) if (typeof item.value === 'string') target.needs.push(item.value);
    }
  } else if (typeof value.value === 'string') {
    const reference =
      tool === 'composer' ? /^@(?!php\b|composer\b|putenv\b)([\w:.-]+)$/.exec(value.value)?.[1] : undefined;
    if (reference !== undefined) target.needs.push(reference);
    else target.commands.push({ text: value.value.replace(/^@(?=php\b|composer\b)/, ''), at: spanOf(value) });
  }
}

/** Commands that a project writes out; what an executor does is known by the name of the target. */
function fillFromNx(target: GrowingTarget, value: Node): void {
  for (const path of [['command'], ['options', 'command'], ['options', 'commands']]) {
    const node = findNodeAtLocation(value, path);
    for (const item of node?.type === 'array' ? (node.children ?? []) : node ? [node] : []) {
      const text = typeof item.value === 'string' ? item : findNodeAtLocation(item, ['command']);
      if (typeof text?.value === 'string') target.commands.push({ text: text.value, at: spanOf(text) });
    }
  }
}

const spanOf = ({ offset, length }: Node) => [offset + 1, offset + length - 1] as const;
