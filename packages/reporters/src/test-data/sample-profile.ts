import { type ProfileReport, profileWith } from '@shipworthy/model';

/** A report with every part filled; `change` replaces some. */
export function sampleProfile(change: Partial<ProfileReport> = {}): ProfileReport {
  const archetypes = [
    {
      name: 'service',
      because: 'package.json needs express, Dockerfile packs it to run',
      at: { path: 'package.json' },
    },
  ] as const;
  const rubric = {
    maintainers: {
      answer: 'yes',
      evidence: [{ because: 'MAINTAINERS.md speaks of maintainers', at: { path: 'MAINTAINERS.md' } }],
    },
    unattended: { answer: 'yes', evidence: [{ because: 'the configuration says so' }], declared: true },
    harm: { answer: 'unknown', evidence: [{ because: 'no payments to be seen' }] },
    change: { answer: 'no', evidence: [{ because: 'commits in 2 of the last twelve months, 0 tags' }] },
  } as const;
  return {
    tool: { name: 'shipworthy', version: '0.1.0' },
    target: '.',
    commit: '0123456789012345678901234567890123456789',
    profile: {
      ...profileWith(archetypes),
      components: [
        { name: '.', folder: '', archetypes },
        { name: '@a/web', folder: 'web', archetypes: [{ name: 'web-app', because: 'web/package.json needs next' }] },
      ],
    },
    delivery: 'run',
    rubric,
    signals: [
      { name: 'customers', seen: false, because: 'only you can tell' },
      {
        name: 'contributors',
        seen: true,
        because: 'MAINTAINERS.md speaks of maintainers',
        at: { path: 'MAINTAINERS.md' },
      },
    ],
    history: { state: 'shallow', why: 'the clone is shallow' },
    questions: [{ question: 'Was the rollback rehearsed?', answer: 'in March', owner: '@amy', reviewed: '2026-03-01' }],
    enough: false,
    verdict: 'If it runs on your laptop, you are not done.',
    ...change,
  };
}
