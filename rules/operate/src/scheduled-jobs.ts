import type { AlertFacts, Artifact, Place, SubjectMap } from '@shipworthy/model';

/** Jobs whose next run makes up for one that was missed: nobody is woken for them. */
export const HOUSEKEEPING =
  /clean|prune|purg|sweep|\bgc\b|garbage|stale|expire|evict|cache|warm|logrotate|log-rotat|renovate|deschedul|curator|vacuum|housekeep|rollover|retention|refresh|restart|reload|heartbeat|canary|smoke|load-?gen|index-?template/i;

/** Metrics that tell how the jobs of a cluster end: kube-state-metrics, and counters that programs push. */
const JOB_METRIC =
  /^kube_(?:job|cronjob)_|(?:^|_)(?:cron_?)?jobs?_.*(?:fail|success|last|complet)|last_?success|(?:backup|batch|etl|sync|cron)\w*(?:last|success|fail|complet)/i;
const JOB_ALERT =
  /(?:Job|Cron)\w*(?:Fail|Missing|NotRun|Stuck|Late|Miss|Overdue|Suspend|DidNot)|(?:Fail|Missing|Stuck)\w*(?:Job|Cron)|LastSuccess/i;

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
/** Shorter names are in any text. */
const MIN_NAME = 5;

/** The alert that tells when this job, or any job, fails; undefined when none does. */
export function watchesJobs(rules: readonly Artifact<'alert-rules'>[], job: string): Place | undefined {
  const name = plain(job);
  const watches = ({ name: alert, expression, annotations, labels }: AlertFacts): boolean =>
    JOB_ALERT.test(alert) ||
    (expression?.metrics.some((metric) => JOB_METRIC.test(metric)) ?? false) ||
    (name.length >= MIN_NAME &&
      plain([alert, ...Object.values(annotations), ...Object.values(labels)].join(' ')).includes(name));
  for (const { path, facts } of rules)
    for (const alert of facts.alerts) {
      const span = alert.spans[''];
      if (watches(alert)) return { path, ...(span ? { span } : {}) };
    }
  return undefined;
}

/** Services and gateways that a job reports to when it is done, and that notice when it is not. */
const HEARTBEAT =
  /hc-ping|healthchecks?[._-]?(?:io|url|uuid|ping)|cronitor|deadman|dead_man|snitch|sentry_(?:cron|monitor)|sentry-cli monitors|push_?gateway|heartbeat|uptime_?kuma|better_?uptime|opsgenie|pagerduty|slack_?webhook|alert_?webhook|notif(?:y|ication)_?(?:url|webhook)/i;

/** Where the job tells somebody how it ended. */
export function heartbeatOf({ workload, path }: SubjectMap['workload']): Place | undefined {
  for (const { at, command, variables } of workload.containers) {
    if (command !== undefined && HEARTBEAT.test(command)) return { path, span: at };
    const told = variables.find(({ name, text }) => HEARTBEAT.test(name) || HEARTBEAT.test(text ?? ''));
    if (told) return { path, span: told.at };
  }
  return undefined;
}
