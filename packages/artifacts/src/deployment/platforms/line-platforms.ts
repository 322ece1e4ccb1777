import type { WrittenAt } from '@shipworthy/model';
import type { Pieces } from '../pieces.ts';
import { httpProbe, platformWorkload } from './workload.ts';

const FIELD = /^[ \t]*(\w+)[ \t]*=[ \t]*"?([^"\n]*)/gm;
const JOB = /^job[ \t]+"([^"\n]+)"[ \t]*\{/m;

function fieldsOf(text: string): Map<string, WrittenAt> {
  const fields = new Map<string, WrittenAt>();
  for (const match of text.matchAll(FIELD)) {
    const [line, key = '', rest = ''] = match;
    const value = rest.trimEnd();
    const from = match.index + line.lastIndexOf(value);
    if (!fields.has(key)) fields.set(key, { text: value, at: [from, from + value.length] });
  }
  return fields;
}

/** A job of Nomad, by its lines (https://developer.hashicorp.com/nomad/docs/job-specification); false when it is none. */
export function readNomad(text: string, pieces: Pieces): boolean {
  const job = JOB.exec(text);
  if (!job) return false;
  const fields = fieldsOf(text);
  const type = fields.get('type')?.text;
  const path = /^[ \t]*check[ \t]*\{/m.test(text) ? fields.get('path') : undefined;
  const periodic = /^[ \t]*periodic[ \t]*\{/m.test(text);
  pieces.workloads.push(
    platformWorkload({
      ...{ name: job[1] ?? '', at: [job.index, job.index + job[0].length], object: 'job' },
      type: type === 'batch' || type === 'sysbatch' ? 'job' : type === 'system' ? 'daemon' : 'service',
      ...{ image: fields.get('image'), schedule: periodic ? (fields.get('cron') ?? fields.get('crons')) : undefined },
      probe: path?.text.startsWith('/') ? httpProbe(path) : undefined,
    }),
  );
  return true;
}

/** A unit of systemd that starts a program, or a timer; false when it is none. */
export function readUnit(name: string, text: string, pieces: Pieces): boolean {
  const stem = name.replace(/\.\w+(?:\.\w+)?$/, '');
  const start = /^ExecStart[ \t]*=[ \t]*(\S[^\n]*)$/m.exec(text);
  const timer = /^On(?:Calendar|UnitActiveSec|BootSec)[ \t]*=[ \t]*(\S[^\n]*)$/m.exec(text);
  const found = start ?? timer;
  if (!found) return false;
  const at = [found.index, found.index + found[0].length] as const;
  pieces.workloads.push(
    platformWorkload({
      ...{ name: stem, at, object: timer ? 'timer' : 'unit', command: start?.[1]?.trim() },
      type: /^Type[ \t]*=[ \t]*oneshot/m.test(text) ? 'job' : 'daemon',
      schedule: timer ? { text: (timer[1] ?? '').trim(), at } : undefined,
    }),
  );
  return true;
}
