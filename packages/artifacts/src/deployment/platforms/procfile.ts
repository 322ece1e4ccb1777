import type { Pieces } from '../pieces.ts';
import { platformWorkload, typeOfProcess } from './workload.ts';

const LINE = /^([A-Za-z0-9_-]+):[ \t]*(\S.*)$/gm;

/** The processes of a Procfile; false when it has none. `release` runs once before each release. */
export function readProcfile(text: string, pieces: Pieces): boolean {
  for (const match of text.matchAll(LINE)) {
    const [, name = '', command = ''] = match;
    const at = [match.index, match.index + name.length] as const;
    const type = name === 'release' ? 'job' : typeOfProcess(name);
    pieces.workloads.push(platformWorkload({ name, at, object: name, type, command: command.trim() }));
  }
  return pieces.workloads.length > 0;
}
