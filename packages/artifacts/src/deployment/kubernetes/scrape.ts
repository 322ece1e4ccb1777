import type { WorkloadFacts } from '@shipworthy/model';
import { objectOf } from './object-table.ts';

const KIND = /^kind:[ \t]*["']?(\w+)/gm;
const TYPES: Readonly<Record<string, WorkloadFacts['type']>> = {
  DaemonSet: 'daemon',
  Job: 'job',
  CronJob: 'scheduled-job',
};

/** The workloads of a template that only its engine can put together, by their lines: that they are there, and no more. */
export function scrapeWorkloads(text: string): WorkloadFacts[] {
  return [...text.matchAll(KIND)].flatMap(({ 0: line, 1: object = '', index }) => {
    const role = objectOf(object, undefined)?.role;
    if (role !== 'workload' && role !== 'job' && role !== 'scheduled-job') return [];
    return [
      {
        name: '',
        at: [index, index + line.length] as const,
        type: TYPES[object] ?? 'unknown',
        object,
        containers: [],
        labels: {},
        templated: ['name', 'containers', 'schedule', 'overlap', 'retries', 'deadline'],
      },
    ];
  });
}
