import type { ContainerFacts, ProbeFacts, Span, WorkloadFacts, WrittenAt } from '@shipworthy/model';
import { programFacts } from '../program.ts';

interface Given {
  readonly name: string;
  readonly at: Span;
  readonly object: string;
  readonly type?: WorkloadFacts['type'];
  readonly image?: WrittenAt | undefined;
  readonly builds?: string | undefined;
  readonly command?: string | undefined;
  readonly port?: number | undefined;
  readonly probe?: ProbeFacts | undefined;
  readonly schedule?: WrittenAt | undefined;
  readonly replicas?: WrittenAt | undefined;
}

/** A process that a platform runs, with the one container it stands in. The platform asks whether it can take requests. */
export function platformWorkload(given: Given): WorkloadFacts {
  const { name, at, object, type, image, builds, command, port, probe, schedule, replicas } = given;
  const container: ContainerFacts = {
    name,
    at,
    ...programFacts({ image, builds, command }),
    ports: port === undefined ? [] : [{ number: port, at }],
    ...(probe ? { readiness: probe } : {}),
    variables: [],
  };
  return {
    name,
    at,
    type: schedule ? 'scheduled-job' : (type ?? 'unknown'),
    object,
    containers: [container],
    ...(schedule ? { schedule } : {}),
    ...(replicas ? { replicas } : {}),
    labels: {},
    templated: [],
  };
}

/** The type of a process by the name that Procfiles give it: https://devcenter.heroku.com/articles/procfile. */
export function typeOfProcess(name: string): WorkloadFacts['type'] {
  if (/^web$|server|^app$|^api$/i.test(name)) return 'service';
  return /worker|queue|consumer|clock|schedul|sidekiq|celery|beat/i.test(name) ? 'worker' : 'unknown';
}

export const httpProbe = (path: WrittenAt, at: Span = path.at): ProbeFacts => ({ at, how: 'http', path });
