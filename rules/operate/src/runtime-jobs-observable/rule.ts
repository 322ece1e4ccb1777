import { all, defineRule, type Place } from '@shipworthy/rule-kit';
import { nameOfWorkload } from '../own-workloads.ts';
import { HOUSEKEEPING, heartbeatOf, watchesJobs } from '../scheduled-jobs.ts';

/** Where the cluster starts a job although the last one still runs, unless it is told otherwise. */
const OVERLAPPING: ReadonlySet<string> = new Set(['CronJob', 'Naisjob']);

export default defineRule({
  id: 'runtime/jobs-observable',
  title: 'Somebody notices when a scheduled job stops or runs twice',
  stages: ['operate'],
  qualities: ['reliability', 'observability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'workload',
  presence: { asked: ['service', 'web-app', 'data-pipeline', 'infrastructure'] },
  needs: { alerts: all('alert-rules') },
  messages: {
    blind:
      'No alert tells that {name} failed or did not run, and {overlap}. It can be dead for weeks, or run twice: alert on the time since its last success.',
    blinds:
      'No alert tells that one of {count} scheduled jobs, {name} among them, failed or did not run. They can be dead for weeks: alert on the time since the last success.',
    unwatched:
      'The alerts here watch no scheduled job, so nobody is told that {name} failed or did not run. It can be dead for weeks: alert on the time since its last success.',
    overlap:
      '{name} has no concurrencyPolicy, so a run that takes long is joined by the next, and both do the same work. Say Forbid or Replace, or Allow on purpose.',
    overlaps:
      '{count} scheduled jobs, {name} among them, have no concurrencyPolicy, so a run that takes long is joined by the next, and both do the same work. Say Forbid or Replace, or Allow on purpose.',
  },
  check(subject, { given, fault, gaps, pass, skip, unknown }) {
    const { workload, path } = subject;
    if (workload.type !== 'scheduled-job') return skip('it is not started by a clock');
    if (subject.level === 'scraped') return skip('read by a line scan; judged where it is rendered');
    if (workload.patch) return skip('it is laid over another document');
    if (workload.suspended) return skip('it is suspended: nothing starts it');
    const name = nameOfWorkload(subject);
    if (HOUSEKEEPING.test(name)) return skip('housekeeping: the next run makes up for it');
    if (!OVERLAPPING.has(workload.object))
      return unknown(`whether ${workload.object} tells of failed runs is up to the platform`, subject.at());
    const at: Place = { path, span: workload.at };
    const watched = heartbeatOf(subject) ?? watchesJobs(given.alerts, name);
    const allowsOverlap =
      !workload.overlap && !workload.templated.some((field) => field === 'overlap' || field === 'spec');
    const values = { name };
    const overlap = fault('overlap', at, values, {
      severity: 'info',
      cause: 'overlap',
      joined: 'overlaps',
      discriminator: 'overlap',
    });
    if (watched) return allowsOverlap ? gaps([overlap], at) : pass(watched);
    const own = given.alerts.some(({ facts, level }) => facts.alerts.length > 0 && level !== 'scraped');
    if (own)
      return gaps(
        [
          fault('unwatched', at, values, { cause: 'no alert', joined: 'blinds', discriminator: 'alert' }),
          ...(allowsOverlap ? [overlap] : []),
        ],
        at,
      );
    if (workload.object === 'Naisjob') return unknown('the platform may tell the team of failed jobs', at);
    if (!allowsOverlap)
      return unknown('no alert of this repository watches it; those of the cluster (KubeJobFailed) may', at);
    return gaps(
      [
        fault(
          'blind',
          at,
          { ...values, overlap: 'it has no concurrencyPolicy' },
          { cause: 'no alert', joined: 'blinds', discriminator: 'alert' },
        ),
      ],
      at,
    );
  },
});
