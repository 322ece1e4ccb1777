import { describe } from '@jest/globals';
import { eachIsTold, type Mistake } from './test-data/mistake.ts';

const TABLE: readonly Mistake[] = [
  ['a kind that is not', 'artifacts:\n  runbok: ops', '2:3', "artifacts has no key 'runbok'", 'Did you mean runbook?'],
  [
    'an unknown criticality',
    'criticality: hot',
    '1:14',
    "criticality cannot be 'hot'",
    'It is one of experimental, standard, critical.',
  ],
  [
    'an unknown archetype',
    'archetype: servce',
    '1:12',
    "archetype cannot be 'servce'",
    'Did you mean service? It is one of',
  ],
  [
    'an unknown archetype of several',
    'archetype: [library, servce]',
    '1:22',
    "archetype[2] cannot be 'servce'",
    'Did you mean service? It is one of',
  ],
  ['a rubric answer', 'rubric: {harm: perhaps}', '1:16', "rubric.harm cannot be 'perhaps'", 'It is one of yes, no.'],
  ['a rubric question', 'rubric: {harms: yes}', '1:10', "rubric has no key 'harms'", 'Did you mean harm?'],
  [
    'a component without folder',
    'components: {api: servces/api}',
    '1:19',
    'there is no folder servces/api',
    'Did you mean services/api?',
  ],
  [
    'a vocabulary list',
    'vocabulary: {pagingSeverity: [x]}',
    '1:14',
    "vocabulary has no key 'pagingSeverity'",
    'Did you mean pagingSeverities?',
  ],
  [
    'a heading topic',
    'vocabulary: {headings: {meening: [x]}}',
    '1:25',
    "vocabulary.headings has no key 'meening'",
    'Did you mean meaning?',
  ],
  [
    'words that are no list',
    'vocabulary: {ownerLabels: crew}',
    '1:27',
    "vocabulary.ownerLabels must be a list, not the text 'crew'",
    'Begin each entry with a dash.',
  ],
  [
    'an address without scheme',
    'runbookSites: {runbooks.acme.dev: services}',
    '1:16',
    "'runbooks.acme.dev' is no address",
    'Begin it with its scheme: https://runbooks.acme.dev',
  ],
  [
    'an area that is a number',
    'areas: {billing: 3}',
    '1:18',
    "areas.billing must be text or a list or keys with values, not the value '3'",
    'Write it like src/billing/**.',
  ],
  [
    'an area without paths',
    'areas: {billing: {brings: [tests]}}',
    '1:18',
    'areas.billing has no paths',
    'Add paths: src/billing/**',
  ],
  [
    'a key of an area',
    'areas: {billing: {paths: src/**, bring: [tests]}}',
    '1:34',
    "areas.billing has no key 'bring'",
    'Did you mean brings?',
  ],
  [
    'what nothing can be asked to bring',
    'areas: {billing: {paths: src/**, brings: [rollback]}}',
    '1:43',
    "areas.billing.brings[1] cannot be 'rollback'",
    'It is one of way-back, migration-plan, decision, checklist, tests, rollout, watching, release-note, review.',
  ],
  [
    'a site of no folder',
    'runbookSites: {"https://r.acme.dev": runbooks}',
    '1:38',
    'there is no folder runbooks',
    'Write it from the root of the repository; the root itself is .',
  ],
];

describe('mistakes about the repository', () => {
  eachIsTold(TABLE);
});
