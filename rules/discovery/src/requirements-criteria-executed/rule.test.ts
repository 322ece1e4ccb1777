import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const RUN = {
  'package.json': '{ "name": "a", "private": true, "devDependencies": { "@cucumber/cucumber": "12.0.0" } }\n',
};
const NONE = { 'package.json': '{ "name": "a", "private": true, "devDependencies": { "jest": "30.0.0" } }\n' };
const feature = (...scenarios: string[]) => `Feature: Export\n${scenarios.map((text) => `  ${text}\n`).join('')}`;
const GOOD = 'Scenario: A\n    When I export\n    Then I see a file';
const DRIFT = 'Criteria that never run drift from the product silently.';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'And behind Then, and a background',
      files: {
        ...RUN,
        'features/a.feature': feature('Background:\n    Given I am in', `${GOOD}\n    And it is small`),
      },
    },
    { name: 'steps with stars', files: { ...RUN, 'features/b.feature': feature('Scenario: A\n    * I see a file') } },
    {
      name: 'another language',
      files: {
        ...RUN,
        'features/c.feature':
          '# language: no\nEgenskap: Eksport\n  Scenario: Liten\n    Når jeg eksporterer\n    Så ser jeg en fil\n',
      },
    },
    {
      name: 'an outline within a rule',
      files: {
        ...RUN,
        'features/d.feature': feature(
          'Rule: Small\n    Scenario Outline: <n>\n      Then I see <n>\n      Examples:\n        | n |\n        | 1 |',
        ),
      },
    },
    {
      name: 'one scenario of two is left out',
      files: { ...RUN, 'features/e.feature': feature(GOOD, `@wip\n  ${GOOD.replace(': A', ': B')}`) },
    },
    {
      name: 'a runner of Ruby in a Gemfile',
      files: {
        Gemfile: "source 'https://rubygems.org'\ngroup :test do\n  gem 'cucumber-rails'\nend\n",
        'features/f.feature': feature(GOOD),
      },
    },
  ],
  gap: [
    {
      name: 'two scenarios that cannot fail',
      files: { ...RUN, 'features/a.feature': feature('Scenario: A\n    When I export', 'Scenario: B\n    Given it') },
      findings: [
        "features/a.feature:2:3 warning 2 scenarios have no Then, 'A' in a.feature first, so they pass whatever happens. Say what must be seen, or delete the scenarios. ×2",
      ],
    },
    {
      name: 'all left out by the tag of the feature',
      files: { ...RUN, 'features/a.feature': `@wip\n${feature(GOOD)}` },
      findings: [
        `features/a.feature:3:3 warning a.feature is left out of every run: all its scenarios are tagged @wip. ${DRIFT} Finish them or delete the file.`,
      ],
    },
    {
      name: 'nothing runs it',
      files: { ...NONE, 'features/a.feature': feature(GOOD) },
      findings: [
        `features/a.feature:2:3 warning a.feature is written for a program, and no package of this repository depends on one that runs Gherkin. ${DRIFT} Add a runner such as Cucumber, behave or Reqnroll, or keep the criteria as a page.`,
      ],
    },
    {
      name: 'nothing runs any of them',
      files: {
        ...NONE,
        'features/a.feature': feature(GOOD),
        'features/b.feature': feature(GOOD.replace(': A', ': B')),
      },
      findings: [
        `features/a.feature:2:3 warning 2 feature files are written for a program, and no package of this repository depends on one that runs Gherkin. ${DRIFT} Add a runner such as Cucumber, behave or Reqnroll, or keep the criteria as pages. ×2`,
      ],
    },
  ],
  skip: [
    { name: 'a page', files: { 'docs/prd/a.md': '# A\n\n## Users\n\nBuyers.\n\n## Goals\n\nBuy.\n' } },
    { name: 'a feature without scenarios', files: { ...RUN, 'features/a.feature': 'Feature: A\n  Some day.\n' } },
  ],
  unknown: [
    {
      name: 'needs for tests are not read',
      files: { 'go.mod': 'module example.org/a\n\ngo 1.22\n', 'features/a.feature': feature(GOOD) },
    },
    {
      name: 'below a folder of tests, whose packages are not read',
      files: { ...NONE, 'e2e/a.feature': feature(GOOD) },
    },
  ],
});
