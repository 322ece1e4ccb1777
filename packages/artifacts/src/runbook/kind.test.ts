import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { runbookKind } from './kind.ts';

const parse = await runbookKind.load();

function read(path: string, text: string) {
  const file = new RepositoryFile(path, 'authored', text);
  return runbookKind.sniff(file) ? parse(file).artifacts[0] : undefined;
}

const LONG =
  'It is a page with enough words that its length alone does not decide what it is, as pages of this sort are. ';

const FOUR = `# QueueDepthHigh

## Meaning

Fires when more than 10000 jobs wait.

## Impact

Users wait for their e-mails.

## Diagnosis

\`\`\`sh
kubectl logs deploy/worker
\`\`\`

## Mitigation

Scale the workers up.
`;
const OPERATING = `# Operating the dead letter queue

Messages that cannot be processed end up here.

## Detection

The metric \`dlq_writes\` goes up.

## Investigation

List them with \`tool dlq list --all\`.

## Resolution

Run \`tool dlq purge --id 1\` to delete them.
`;
const BACKLOG = `# Troubleshoot Compactor Backlog

When there is more to compact than the compactor can do, users see slow queries.

## Detect the backlog

Check the dashboards and the logs of the compactor.

## Solutions

Scale the compactor out, or increase its concurrency.
`;
const PROCEDURE = `# Rotating the signing key

1. Create the new key in the console and copy its identifier to the parameter store.
2. Deploy the service so that it signs with the new key.
3. Delete the old key once no session uses it any more.
`;

describe('what is a runbook', () => {
  test.each([
    ['alerts/QueueDepthHigh.md', FOUR],
    ['docs/notes/queue.md', FOUR],
    ['content/runbooks/queue/QueueDepthHigh.md', '---\ntitle: Queue depth\n---\n\n# QueueDepthHigh\n\nTODO\n'],
    ['docs/admin/dead-letter-queue.md', OPERATING],
    ['docs/operating/compactor-backlog.md', BACKLOG],
    ['source/runbooks/rotating-keys.html.md.erb', PROCEDURE],
    ['docs/RUNBOOK.md', PROCEDURE],
    ['mixin/runbook.md', '# Alerts\n\n|Name|Summary|\n|---|---|\n|QueueDepthHigh|full|\n|QueueStalled|stuck|\n'],
    [
      'source/manual/alerts/queue-too-full.html.md',
      '# Queue too full\n\nThis alert fires when the queue holds more messages than it should. Look at the dashboard first, then restart the workers one by one until it shrinks again.\n',
    ],
    [
      'source/support/responding_to_alerts.html.md',
      '# Responding to alerts\n\nWhat to do when you are on support and an alert fires.\n\n## Failed logins\n\nThis alert fires when many passwords are wrong. Look at the log of the login first, then block the address for a day.\n\n```\nkubectl logs deploy/login\n```\n',
    ],
    ['runbook.rst', `Runbook\n=======\n\n${PROCEDURE.slice(29)}`],
    [
      'docs/operations/disaster-recovery.md',
      `# Disaster recovery\n\n${LONG}\n\n## Restore\n\nRun the restore workflow: \`gh workflow run restore.yml\`.\n`,
    ],
    [
      'docs/PCA_PRA.md',
      `# Plan de continuité d'activité / Plan de reprise d'activité\n\n${LONG}\n\n## Restaurer la base\n\nRestaurer la dernière archive.\n\n\`\`\`sh\npg_restore -d shop dump.pgsql\n\`\`\`\n`,
    ],
    ['betrieb/Notfallhandbuch.md', `# Notfallhandbuch\n\n${LONG}\n\n1. Dienst neu starten\n2. Sicherung einspielen\n`],
    ['ops/障害対応.md', `# 障害対応\n\n${LONG}\n\n1. 再起動\n2. 復元\n`],
    ['runbooks/upgrading-postgres.md', `# Upgrading Postgres\n\n${LONG}\n\n1. Back it up.\n2. Upgrade it.\n`],
  ])('%s', (path, text) => {
    const artifact = read(path, text);
    expect(artifact?.kind).toBe('runbook');
    expect(artifact?.confidence).toBeGreaterThanOrEqual(0.7);
    expect(artifact?.why.length).toBeGreaterThan(0);
  });
});

describe('what is none', () => {
  test.each([
    [
      'docs/troubleshooting.md',
      `# Troubleshooting\n\n## Installation fails\n\n${LONG}Run \`npm install --force\`.\n\n## Solutions\n\nRestart.\n`,
    ],
    ['docs/architecture/overview.md', `# Architecture\n\n${LONG}\n\n## Failure modes\n\n${LONG}`],
    ['CONTRIBUTING.md', `# Contributing\n\n${LONG}\n\n1. fork\n2. test\n3. fix\n`],
    ['docs/runbooks/README.md', `# Runbooks\n\n${LONG}\n\n- [a](a.md)\n`],
    ['docs/how-to-write-runbooks.md', `# How to write a runbook\n\n## Impact\n\n${LONG}\n\n## Mitigation\n\n${LONG}`],
    ['docs/runbooks/template.md', FOUR],
    [
      'playbooks/deploy.md',
      `# Deploying with the playbook\n\n${LONG}\n\n\`\`\`sh\nansible-playbook site.yml\n\`\`\`\n`,
    ],
    [
      'docs/postmortems/2024-queue-outage.md',
      `# Queue outage\n\n## Impact\n\n${LONG}\n\n## Root cause\n\n${LONG}\n\n## Resolution\n\nRestarted.\n`,
    ],
    ['docs/decisions/0004-alerts.md', `# Alerts\n\n## Consequences\n\n${LONG}\n\n## Mitigation\n\nFix.\n`],
    [
      'alerts/collector/CollectorConfigNamingSchema.md',
      `# Naming schemas\n\n${LONG}\n\n## Outputs\n\nOne that receives the logs of an application is called so.\n`,
    ],
    ['docs/checks/alerts/template.md', `# alerts/template\n\n${LONG}Check the logs.\n`],
    ['docs/checks/alerts/count.md', `# alerts/count\n\n${LONG}Check them.\n\n## Configuration options\n\n${LONG}\n`],
    [
      'docs/operations/dashboards.md',
      `# Install dashboards and alerts\n\n${LONG}\n\n## Steps\n\nRun \`helm install x --wait\`. Check it.\n`,
    ],
    ['docs/operations/upgrade.md', `# Upgrading\n\n${LONG}\n\n## Steps\n\nFix what fails.\n`],
    [
      'docs/resources/automation_runbook.md',
      `# automation_runbook\n\n${LONG}\n\n## Example Usage\n\n\`\`\`sh\nterraform apply\n\`\`\`\n\n## Argument Reference\n\n${LONG}`,
    ],
    ['docs/ops/upgrading.md', `# Upgrading after a crash\n\n${LONG}\n\n1. Back it up.\n2. Upgrade it.\n`],
    ['docs/exploitation/index-metier.md', `# Indicateurs\n\n${LONG}\n`],
    ['docs/concepts/disaster-recovery.md', `# Disaster recovery\n\n${LONG}\n\nReplicate to a second region.\n`],
    ['audits/2026-runbook-audit.md', `# Runbook audit\n\n${LONG}\n\n## Impact\n\n${LONG}\n\n1. check\n2. fix\n`],
    ['docs/rules/runbook/reachable.md', `# runbook/reachable\n\n${LONG}\n\n## How to fix\n\nLink it.\n`],
    ['rules/runbook-reachable/rule.md', `## Why\n\n${LONG}\n\n## How to fix\n\nRun the check.\n`],
    ['README.md', `# Tool\n\n${LONG}\n\n## Usage\n\n\`\`\`sh\nmake run\n\`\`\`\n`],
    ['docs/runbooks/old.md', '# Old\n\nMoved.\n'],
  ])('%s', (path, text) => {
    expect(read(path, text)).toBeUndefined();
  });
});

describe('entries', () => {
  test('a page for one alert is one entry, found by file name, title and heading', () => {
    const artifact = read('runbooks/queue_depth.md', `---\ntitle: Queue depth\n---\n${FOUR}`);
    expect(artifact?.facts.scope).toBe('alert');
    expect(artifact?.facts.entries).toEqual([
      expect.objectContaining({
        name: 'QueueDepthHigh',
        aliases: ['queue_depth', 'Queue depth', 'QueueDepthHigh'],
        slug: '',
        sections: [0, 1, 2, 3, 4],
      }),
    ]);
  });

  test('headings that name alerts make a collection', () => {
    const text = [
      '# Runbook',
      'Intro.',
      '### Group',
      '##### Alert Name: "KubeAPIDown"',
      'Restart it.',
      '###### Steps',
      '1. go',
      '##### Alert Name: "KubeletTooManyPods"',
      'Remove some.',
      '## Appendix',
      'Text.',
    ].join('\n\n');
    const artifact = read('runbook.md', text);
    expect(artifact?.facts.scope).toBe('collection');
    expect(
      artifact?.facts.entries.map(({ name, slug, sections, span }) => [
        name,
        slug,
        sections,
        text
          .slice(...span)
          .trim()
          .slice(-7),
      ]),
    ).toEqual(
      [
        ['KubeAPIDown', 'alert-name-kubeapidown', [2, 3], '1. go'.slice(-7)],
        ['KubeletTooManyPods', 'alert-name-kubelettoomanypods', [4], 'e some.'],
      ].map((row) => [row[0], row[1], row[2], expect.stringContaining(String(row[3]))]),
    );
  });

  test('headings under which pager questions are asked make a collection', () => {
    const part = (name: string) =>
      `## ${name}\n\nIntro.\n\n### Impact\n\nUsers wait.\n\n### Steps\n\n- Restart it.\n\n`;
    const facts = read('docs/sop.md', `# Procedures\n\n${part('Queue Request Errors')}${part('Queue Stuck')}`)?.facts;
    expect(facts?.scope).toBe('collection');
    expect(facts?.entries.map(({ slug, aliases, sections }) => [slug, aliases, sections])).toEqual([
      ['queue-request-errors', ['Queue Request Errors', 'QueueRequestErrors'], [1, 2, 3]],
      ['queue-stuck', ['Queue Stuck', 'QueueStuck'], [4, 5, 6]],
    ]);
  });

  test('headings that are names of settings do not', () => {
    const text = `# Patching\n\n${LONG}\n\n## Parameters used\n\n### Operation\n\nx\n\n### AssociationId\n\nx\n\n### Snapshot\n\nx\n\n### RebootOption\n\nx\n\n### Notes\n\nx\n`;
    expect(read('runbooks/patching.md', text)?.facts).toMatchObject({
      scope: 'service',
      entries: [{ name: 'Patching' }],
    });
  });

  test('a heading that a template engine fills in is no name', () => {
    const text = `---\ntitle: Rotating keys\n---\n\n# <%= current_page.data.title %>\n\n${PROCEDURE}`;
    expect(read('source/runbooks/keys.html.md.erb', text)?.facts.entries[0]).toMatchObject({
      name: 'Rotating keys',
      aliases: ['keys', 'Rotating keys'],
    });
  });
});
