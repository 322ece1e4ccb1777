/** What an annotation may say besides its message. `file` is relative to the root of the checkout; lines are 1-based. */
export interface AnnotationProperties {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly col?: number | undefined;
  readonly endLine?: number | undefined;
  readonly title?: string | undefined;
}

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/**
 * One workflow command, a line of its own:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function command(level: AnnotationLevel, properties: AnnotationProperties, message: string): string {
  const { file, line, col, endLine, title } = properties;
  const said = Object.entries({ file, line, col, endLine, title })
    .flatMap(([key, value]) => (value === undefined || value === '' ? [] : [`${key}=${escapeProperty(String(value))}`]))
    .join(',');
  return `::${level}${said === '' ? '' : ` ${said}`}::${escapeData(message)}\n`;
}

/** A runner takes each line that begins with `::` for a command; so no text may hold the end of a line. */
export const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Properties end at a comma, and all of them at `::`. */
export const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
