import stringWidth from 'string-width';

export type Alignment = 'left' | 'right';

/** Rows as aligned lines, columns two spaces apart, no trailing spaces. Cells may hold colours. */
export function table(rows: readonly (readonly string[])[], alignments: readonly Alignment[]): string[] {
  const widths = alignments.map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, stringWidth(row[column] ?? '')), 0),
  );
  return rows.map((row) =>
    alignments
      .map((alignment, column) => {
        const cell = row[column] ?? '';
        const padding = ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
        return alignment === 'right' ? padding + cell : cell + padding;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Two blocks side by side where they fit in `width`, else one below the other with a blank line between. */
export function sideBySide(left: readonly string[], right: readonly string[], width: number): string[] {
  const leftWidth = Math.max(0, ...left.map((line) => stringWidth(line)));
  const rightWidth = Math.max(0, ...right.map((line) => stringWidth(line)));
  if (left.length === 0) return [...right];
  if (right.length === 0) return [...left];
  if (leftWidth + BETWEEN + rightWidth > width) return [...left, '', ...right];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
    const cell = left[row] ?? '';
    return `${cell}${' '.repeat(leftWidth + BETWEEN - stringWidth(cell))}${right[row] ?? ''}`.trimEnd();
  });
}

/** Columns between two blocks. */
const BETWEEN = 6;
