import { expect, test } from '@jest/globals';
import type { OrgTeam } from './org-report.ts';
import { teamsInOrder } from './standing.ts';

const team = (name: string, repositories: number, met: number): OrgTeam => ({
  name,
  repositories: Array.from({ length: repositories }, (_, index) => `${name}${index}`),
  met: { met, applicable: 10 },
  stages: {},
  counts: { error: 0, warning: 0, info: 0 },
  opened: 0,
  fixed: 0,
  trend: [],
});

test('teams with the lowest share come first; people and small teams are not compared', () => {
  const { compared, others } = teamsInOrder([
    team('best', 3, 9),
    team('small', 2, 0),
    team('@acme/worst', 4, 1),
    team('@someone', 7, 0),
    team('someone@acme.example', 7, 0),
    team('middle', 3, 5),
    team('Also middle', 3, 5),
  ]);
  expect(compared.map(({ name }) => name)).toEqual(['@acme/worst', 'Also middle', 'middle', 'best']);
  expect(others.map(({ name }) => name)).toEqual(['@someone', 'small', 'someone@acme.example']);
});
