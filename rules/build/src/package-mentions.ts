import type { SaidLine } from '@shipworthy/rule-kit';

/** Words of many names of packages, which name none. */
const COMMON: ReadonlySet<string> = new Set(
  'api app apps aws azure base cli client com common core data django dev file files flask git github gitlab golang google gopkg helper http java js jvm kit lib library main module net next node org package php plugin plugins python rails react ruby rust sdk server service spring starter template tool tools types util utils vue web www'.split(
    ' ',
  ),
);
const MIN_WORD = 3;

/** Does a line name the package, by all of its name or by a word of it that is its own? */
export function isNamed(name: string, lines: readonly SaidLine[]): boolean {
  const words = wordsOf(name).filter((word) => word.length >= MIN_WORD && !COMMON.has(word));
  const asked = words.length > 0 ? words : [name.toLowerCase()];
  return lines.some(({ text }) => {
    const said = text.toLowerCase();
    const plain = said.replace(/[^a-z0-9]/g, '');
    return asked.some((word) => said.includes(word)) || plain.includes(name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  });
}

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
