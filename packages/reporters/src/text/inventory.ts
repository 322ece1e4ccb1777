import type { ArtifactJson, InventoryJson } from '../json/shapes.ts';
import { byFolder, type Line } from './by-folder.ts';
import { groupBy } from './group.ts';
import type { TextOptions } from './options.ts';
import { type Style, styleFor } from './style.ts';
import { table } from './table.ts';
import { visible } from './visible.ts';
import { counted } from './wrap.ts';

type Folder = Extract<Line<ArtifactJson>, { readonly folder: string }>;

/** What was found, by kind, in the order given; of a kind with many documents the folders that hold them. */
export function renderInventoryText(inventory: InventoryJson, options: TextOptions): string {
  const style = styleFor(options);
  const { artifacts, files, sampled = [] } = inventory;
  const lines: string[] = [];
  let folders = false;
  for (const [kind, ofKind] of groupBy(artifacts, (artifact) => artifact.kind)) {
    lines.push(`${style.strong(kind)} ${style.dim(`(${ofKind.length})`)}`);
    const shown = linesOf(ofKind);
    folders ||= shown.some((line) => 'folder' in line);
    lines.push(...artifactLines(shown, style), '');
  }
  const kinds = new Set(artifacts.map((artifact) => artifact.kind)).size;
  lines.push(
    artifacts.length === 0
      ? `No artifacts found in ${counted(files, 'file')}. Expected one? Ask: shipworthy inventory --why FILE`
      : `${counted(artifacts.length, 'artifact')} of ${counted(kinds, 'kind')} in ${counted(files, 'file')}.`,
  );
  if (folders) lines.push(style.dim('× counts the documents of a folder: --elements or --format json lists each.'));
  for (const { read, left } of sampled)
    lines.push(`Of ${counted(read + left, 'file')} that look like tests ${read} were read, from every folder some.`);
  return `${lines.join('\n')}\n`;
}

/** Whoever asks for elements asks for every document. */
const linesOf = (artifacts: readonly ArtifactJson[]): readonly Line<ArtifactJson>[] =>
  artifacts.some(({ elements }) => elements !== undefined) ? artifacts : byFolder(artifacts);

function artifactLines(listed: readonly Line<ArtifactJson>[], style: Style): string[] {
  const heads = table(
    listed.map((line) => ('folder' in line ? folderRow(line, style) : artifactRow(line, style))),
    ['left', 'right', 'left', 'left'],
  );
  return listed.flatMap((line, index) => [heads[index] ?? '', ...('folder' in line ? [] : elementLines(line, style))]);
}

const artifactRow = (artifact: ArtifactJson, style: Style): string[] => [
  `  ${style.path(artifact.path, shownPath(artifact))}`,
  style.dim(artifact.confidence.toFixed(2)),
  style.dim(shownClass(artifact.pathClass)),
  visible(artifact.title ?? (artifact.id === artifact.path ? '' : artifact.id)),
];

function folderRow({ folder, held }: Folder, style: Style): string[] {
  const [pathClass, ...others] = new Set(held.map((artifact) => artifact.pathClass));
  return [
    `  ${visible(folder)}`,
    `×${held.length}`,
    style.dim(pathClass === undefined || others.length > 0 ? '' : shownClass(pathClass)),
    '',
  ];
}

const shownClass = (pathClass: ArtifactJson['pathClass']): string => (pathClass === 'authored' ? '' : pathClass);

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
