import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const RUN = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };
const job = (name: string, spec = '', container = '{ name: a, image: acme/a }') =>
  `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: ${name}\nspec:\n  schedule: "0 3 * * *"\n${spec}  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - ${container}\n`;
const FORBID = '  concurrencyPolicy: Forbid\n';
const ALERT = (name: string, expr: string) => ({
  'alerts.yaml': `groups:\n  - name: a\n    rules:\n      - alert: ${name}\n        expr: ${expr}\n`,
});
const OTHER = ALERT('Down', 'up == 0');
const UNWATCHED = (name: string) =>
  `The alerts here watch no scheduled job, so nobody is told that ${name} failed or did not run. It can be dead for weeks: alert on the time since its last success.`;
const OVERLAP = (name: string) =>
  `${name} has no concurrencyPolicy, so a run that takes long is joined by the next, and both do the same work. Say Forbid or Replace, or Allow on purpose.`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'an alert on failed jobs',
      files: { ...RUN, 'a.yaml': job('sync', FORBID), ...ALERT('KubeJobFailed', 'kube_job_failed > 0') },
    },
    {
      name: 'an alert that names the job',
      files: { ...RUN, 'a.yaml': job('nightly-sync', FORBID), ...ALERT('NightlySyncSlow', 'x > 1') },
    },
    {
      name: 'a heartbeat',
      files: {
        ...RUN,
        'a.yaml': job(
          'sync',
          FORBID,
          '{ name: a, image: acme/a, command: [sh, -c, "run && curl https://hc-ping.com/1"] }',
        ),
      },
    },
  ],
  gap: [
    {
      name: 'alerts, none for jobs',
      files: { ...RUN, 'a.yaml': job('sync', FORBID), ...OTHER },
      findings: [`a.yaml:4:9 warning ${UNWATCHED('sync')}`],
    },
    {
      name: 'backups are no housekeeping, and several jobs are one thing to mend',
      files: { ...RUN, 'a.yaml': job('backup', FORBID), 'b.yaml': job('sync', FORBID), ...OTHER },
      findings: [
        'a.yaml:4:9 warning No alert tells that one of 2 scheduled jobs, backup among them, failed or did not run. They can be dead for weeks: alert on the time since the last success. ×2',
      ],
    },
    {
      name: 'watched, and may overlap',
      files: { ...RUN, 'a.yaml': job('sync'), ...ALERT('KubeJobFailed', 'kube_job_failed > 0') },
      findings: [`a.yaml:4:9 info ${OVERLAP('sync')}`],
    },
    {
      name: 'several that may overlap',
      files: { ...RUN, 'a.yaml': job('sync'), 'b.yaml': job('mail'), ...ALERT('KubeJobFailed', 'kube_job_failed > 0') },
      findings: [
        'a.yaml:4:9 info 2 scheduled jobs, sync among them, have no concurrencyPolicy, so a run that takes long is joined by the next, and both do the same work. Say Forbid or Replace, or Allow on purpose. ×2',
      ],
    },
  ],
  skip: [
    {
      name: 'housekeeping, by what a template leaves of its name',
      files: { ...RUN, ...OTHER, 'chart/templates/a.yaml': job('{{ .Release.Name }}-prune') },
    },
    { name: 'housekeeping', files: { ...RUN, 'a.yaml': job('cleanup-old-uploads'), ...OTHER } },
    { name: 'suspended', files: { ...RUN, ...OTHER, 'a.yaml': job('backup', '  suspend: true\n') } },
    {
      name: 'not scheduled',
      files: {
        ...RUN,
        'a.yaml': job('sync')
          .replace('kind: CronJob', 'kind: Job')
          .replace(/ {2}schedule.*\n/, ''),
      },
    },
    { name: 'laid over another', files: { ...RUN, 'overlays/a.yaml': job('sync', '', '{ name: a }'), ...OTHER } },
    { name: 'a script', files: { 'a.sh': 'echo\n', 'a.yaml': job('sync'), ...OTHER } },
    {
      name: 'only a template engine can read it',
      files: { ...RUN, ...OTHER, 'chart/templates/a.yaml': `${job('sync')}  {{ .Values.a }}: [ {{ .b }}\n    : -\n` },
    },
  ],
  unknown: [
    { name: 'alerts may be kept elsewhere', files: { ...RUN, 'a.yaml': job('sync', FORBID) } },
    {
      name: 'NAIS may tell the team',
      files: {
        ...RUN,
        'a.yaml': 'apiVersion: nais.io/v1\nkind: Naisjob\nmetadata:\n  name: sync\nspec:\n  schedule: "0 5 * * *"\n',
      },
    },
    {
      name: 'a platform',
      files: { ...RUN, ...OTHER, 'vercel.json': '{ "crons": [{ "path": "/api/mail", "schedule": "0 5 * * *" }] }' },
    },
  ],
});
