import type { Audit } from '@shipworthy/model';
import { acceptedLines } from './accepted.ts';
import { findingsByFile } from './by-file.ts';
import { changeLines } from './change.ts';
import { componentLines } from './components.ts';
import { inferredLines } from './inferred.ts';
import { nextLines } from './next-lines.ts';
import type { TextOptions } from './options.ts';
import { outcomeLines } from './outcomes.ts';
import { styleFor } from './style.ts';
import { metLines, profileLines, staleLines, verdictLine } from './summary.ts';
import { unknownLines } from './unknowns.ts';
import { wrap } from './wrap.ts';

/**
 * The report a person reads: findings by file, what could not be seen, what is met, a verdict, the next step.
 * Ends with a line break. Everything that comes from the repository is escaped for terminals.
 */
export function renderText(audit: Audit, options: TextOptions): string {
  const style = styleFor(options);
  if (audit.change) return `${changeLines(audit, audit.change, options, style).join('\n')}\n`;
  const lines = findingsByFile(audit.findings, style);
  if (options.showExempt) lines.push(...acceptedLines(audit.outcomes, style));
  if (options.verbose) lines.push(...outcomeLines(audit.outcomes, style));
  lines.push(...unknownLines(audit.outcomes, style, options.verbose === true));
  const components = componentLines(audit, style);
  if (components.length > 0) lines.push(...components, '');
  const met = metLines(audit, style);
  if (met.length > 0) lines.push(...met, '');
  lines.push(...profileLines(audit, style));
  lines.push(...wrap(verdictLine(audit, style), style.width, '', ''));
  lines.push(...inferredLines(audit, style));
  lines.push(...staleLines(audit, style));
  lines.push(...nextLines(audit.findings, style));
  return `${lines.join('\n')}\n`;
}
