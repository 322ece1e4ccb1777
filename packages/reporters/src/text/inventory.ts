import type { ArtifactJson, InventoryJson } from '../json/shapes.ts';
import { groupBy } from './group.ts';
import type { TextOptions } from './options.ts';
import { type Style, styleFor } from './style.ts';
import { table } from './table.ts';
import { visible } from './visible.ts';
import { counted } from './wrap.ts';

/** What was found, by kind, in the order given. */
export function renderInventoryText(inventory: InventoryJson, options: TextOptions): string {
  const style = styleFor(options);
  const { artifacts, files } = inventory;
  const lines: string[] = [];
  for (const [kind, ofKind] of groupBy(artifacts, (artifact) => artifact.kind)) {
    lines.push(`${style.strong(kind)} ${style.dim(`(${ofKind.length})`)}`);
    lines.push(...artifactLines(ofKind, style), '');
  }
  const kinds = new Set(artifacts.map((artifact) => artifact.kind)).size;
  lines.push(
    artifacts.length === 0
      ? `No artifacts found in ${counted(files, 'file')}. Expected one? Ask: shipworthy inventory --why FILE`
      : `${counted(artifacts.length, 'artifact')} of ${counted(kinds, 'kind')} in ${counted(files, 'file')}.`,
  );
  return `${lines.join('\n')}\n`;
}

function artifactLines(artifacts: readonly ArtifactJson[], style: Style): string[] {
  const rows = artifacts.map((artifact) => [
    `  ${style.path(artifact.path, shownPath(artifact))}`,
    style.dim(artifact.confidence.toFixed(2)),
    style.dim(artifact.pathClass === 'authored' ? '' : artifact.pathClass),
    visible(artifact.title ?? (artifact.id === artifact.path ? '' : artifact.id)),
  ]);
  const heads = table(rows, ['left', 'right', 'left', 'left']);
  return artifacts.flatMap((artifact, index) => [heads[index] ?? '', ...elementLines(artifact, style)]);
}

function shownPath({ path, line }: ArtifactJson): string {
  return line === undefined ? path : `${path}:${line}`;
}

function elementLines({ elements = [] }: ArtifactJson, style: Style): string[] {
  return table(
    elements.map(({ type, name, line }) => [
      `    ${style.dim(type)}`,
      visible(name),
      line === undefined ? '' : style.dim(`line ${line}`),
    ]),
    ['left', 'left', 'left'],
  );
}
