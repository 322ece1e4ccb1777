import type { Pieces } from '../pieces.ts';
import { platformWorkload, typeOfProcess } from './workload.ts';

const LINE = /^([A-Za-z0-9_-]+):[ \t]*(\S.*)$/gm;

/** Names that platforms give a meaning, or that people give what runs; others are instances of a developer's cluster. */
const RUNS = /^(?:web|release|app|api|server|clock|beat|cron|main)$|worker|schedul|queue|sidekiq|celery|consumer/i;

/** The processes of a Procfile; false when it has none. `release` runs once before each release. */
export function readProcfile(text: string, pieces: Pieces): boolean {
  for (const match of text.matchAll(LINE)) {
    const [, name = '', command = ''] = match;
    const at = [match.index, match.index + name.length] as const;
    const type = name === 'release' ? 'job' : typeOfProcess(name);
    pieces.workloads.push(platformWorkload({ name, at, object: name, type, command: command.trim() }));
  }
  return pieces.workloads.some(({ name }) => RUNS.test(name));
}
