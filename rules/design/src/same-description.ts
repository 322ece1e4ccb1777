/** Folders that tell versions or formats of one description apart: `json`, `yaml`, `v2`, `2.1`, `openapi3`. */
const FORMAT_OR_VERSION = /^(?:json|ya?ml|v?\d+(?:[._-]\w+)*|open-?api[\d.]*|swagger[\d.]*)$/i;

/**
 * What descriptions have in common that are mended as one: a bundle beside what it was bundled from, versions beside each
 * other, the same text in two formats. Their title, and their folder without formats and versions.
 */
export function descriptionKey(path: string, title: string | undefined): string {
  const folders = path.split('/').slice(0, -1);
  return `${folders.filter((folder) => !FORMAT_OR_VERSION.test(folder)).join('/')} ${title ?? ''}`;
}
