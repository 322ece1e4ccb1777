/** The lengths of the lines of a text, in UTF-16 units, without their line feeds. */
export function lineLengths(text: string): number[] {
  const lengths: number[] = [];
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
    lengths.push(at - start);
    start = at + 1;
  }
  lengths.push(text.length - start);
  return lengths;
}

/** A text that has nothing of the original but its lines' lengths: enough to turn offsets into lines and columns. */
export const blankText = (lengths: readonly number[]): string => lengths.map((length) => ' '.repeat(length)).join('\n');
