import { type FileFacts, type Kind, type PathClass, PUBLIC_KINDS } from '@shipworthy/model';
import type { TextOptions } from './options.ts';
import { type Style, styleFor } from './style.ts';
import { visible } from './visible.ts';
import { counted, wrap } from './wrap.ts';

/** A file of the repository, what it might have been, and what was read of it. */
export interface WhyReport {
  readonly path: string;
  readonly type: 'file' | 'symlink' | 'submodule';
  readonly pathClass: PathClass;
  readonly candidates: readonly {
    readonly kind: Kind;
    readonly verdict: 'found' | 'path-class' | 'content' | 'sample';
  }[];
  readonly facts?: FileFacts;
  /** The configuration leaves it out. */
  readonly ignored?: true;
}

/** Kinds besides these serve the others. */
const LISTED: ReadonlySet<Kind> = new Set(PUBLIC_KINDS);

/** Why a file is what it is: kinds, confidence, the signals that decided, and what could not be read. */
export function renderWhy(
  { path, type, pathClass, candidates, facts, ignored }: WhyReport,
  options: TextOptions,
): string {
  const style = styleFor(options);
  const lines = [style.strong(style.path(path))];
  if (type !== 'file')
    lines.push(
      type === 'symlink' ? '  a symbolic link: it is listed, never followed' : '  a submodule: another repository',
    );
  else if (ignored) lines.push('  the configuration leaves it out: nothing is looked for in it');
  else {
    lines.push(`  path class: ${pathClass}`);
    for (const artifact of facts?.artifacts ?? []) {
      const name = artifact.title ?? (artifact.id === artifact.path ? '' : artifact.id);
      lines.push(
        `  ${style.strong(artifact.kind)}${name ? ` ${visible(name)}` : ''} ${style.dim(
          `(confidence ${artifact.confidence.toFixed(2)}, ${artifact.level}${LISTED.has(artifact.kind) ? '' : ', not listed'})`,
        )}`,
        ...artifact.why.flatMap((signal) => wrap(visible(signal), style.width, '    - ', '      ')),
      );
    }
    if (facts) lines.push(...problemLines(facts, style));
    lines.push(...againstLines(pathClass, candidates, style));
  }
  return `${lines.join('\n')}\n`;
}

/** What spoke against the kinds that the name suggests: one line for all that share a reason. */
function againstLines(pathClass: PathClass, candidates: WhyReport['candidates'], style: Style): string[] {
  const listed = candidates.filter(({ kind }) => LISTED.has(kind));
  if (listed.length === 0) return ['  no kind is looked for in a file of this name'];
  const against = (verdict: 'path-class' | 'content' | 'sample', why: (them: string) => string): string[] => {
    const kinds = listed.filter((candidate) => candidate.verdict === verdict).map(({ kind }) => kind);
    if (kinds.length === 0) return [];
    return wrap(`not ${kinds.join(', ')}: ${why(kinds.length === 1 ? 'it' : 'them')}`, style.width, '  ', '    ');
  };
  return [
    ...against('path-class', (them) => `files of class ${pathClass} are never looked at for ${them}`),
    ...against('content', (them) => `its content does not show ${them}`),
    ...against('sample', () => 'not read, since of many files of tests only some are; it was not among those'),
  ];
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
