import { namesTopic } from '@shipworthy/model';
import { all, defineRule, PRODUCTS, vocabulary } from '@shipworthy/rule-kit';

export default defineRule({
  id: 'requirements/present',
  title: 'What was promised is written down',
  stages: ['discovery'],
  qualities: ['maintainability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: {
    asked: PRODUCTS,
    kinds: ['requirements'],
  },
  needs: {
    requirements: all('requirements'),
    templates: all('change-template'),
    records: all('decision-record'),
    vocabulary: vocabulary(),
  },
  messages: {
    absent:
      'No acceptance criteria, product brief or decision on scope was found. When this breaks, nobody can say which behaviour was the promise. One page is enough: who it is for, what job it does for them, when it is done, what limits it.',
  },
  check(repository, { given, gap, pass }) {
    const [first] = given.requirements;
    if (first) return pass(first.at ? { path: first.path, span: first.at } : { path: first.path });
    for (const { path, facts } of given.templates) {
      if (facts.form !== 'issue') continue;
      const prompt = facts.prompts.find(({ text }) => namesTopic(given.vocabulary, text, 'asks-done'));
      if (prompt) return pass({ path, span: prompt.at }, 'issues are asked for it');
    }
    const [record] = given.records;
    if (record) return pass({ path: record.path }, 'decision records say what was meant to be built');
    return gap('absent', repository.at('docs/requirements.md'));
  },
});
