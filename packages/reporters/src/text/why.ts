import { type FileFacts, type Kind, PUBLIC_KINDS } from '@shipworthy/model';
import type { TextOptions } from './options.ts';
import { type Style, styleFor } from './style.ts';
import { visible } from './visible.ts';
import { counted, wrap } from './wrap.ts';

/** A file of the repository and what was read of it, if any kind took it. */
export interface WhyReport {
  readonly path: string;
  readonly facts?: FileFacts;
}

/** Kinds besides these serve the others. */
const LISTED: ReadonlySet<Kind> = new Set(PUBLIC_KINDS);

/** Why a file is what it is: kinds, confidence, the signals that decided, and what could not be read. */
export function renderWhy({ path, facts }: WhyReport, options: TextOptions): string {
  const style = styleFor(options);
  const lines = [style.strong(style.path(path))];
  if (!facts)
    lines.push('  No kind recognised it: neither its name and its place nor its content say that it is an artifact.');
  else {
    lines.push(`  path class: ${facts.pathClass}`);
    for (const artifact of facts.artifacts) {
      const name = artifact.title ?? (artifact.id === artifact.path ? '' : artifact.id);
      lines.push(
        `  ${style.strong(artifact.kind)}${name ? ` ${visible(name)}` : ''} ${style.dim(
          `(confidence ${artifact.confidence.toFixed(2)}, ${artifact.level}${LISTED.has(artifact.kind) ? '' : ', not listed'})`,
        )}`,
        ...artifact.why.flatMap((signal) => wrap(visible(signal), style.width, '    - ', '      ')),
      );
    }
    lines.push(...problemLines(facts, style));
  }
  return `${lines.join('\n')}\n`;
}

function problemLines({ problems }: FileFacts, style: Style): string[] {
  if (problems.length === 0) return [];
  return [
    `  ${counted(problems.length, 'problem')}`,
    ...problems.flatMap(({ kind, what, effect }) =>
      wrap(`${visible(what)} ${style.dim(`(as ${kind}, ${effect})`)}`, style.width, '    - ', '      '),
    ),
  ];
}
