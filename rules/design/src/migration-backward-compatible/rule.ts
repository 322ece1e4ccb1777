import { defineRule, link } from '@shipworthy/rule-kit';
import { ABOUT_ONE_MIGRATION, HINT, judgeMigration } from '../judge-migration.ts';
import { compatible, fileOf, stepsInWords } from '../migration-judgement.ts';

export default defineRule({
  ...ABOUT_ONE_MIGRATION,
  id: 'migration/backward-compatible',
  title: 'The release before goes on working after a migration',
  qualities: ['reliability'],
  confidence: 'medium',
  needs: { series: link('migration -> series') },
  messages: {
    breaks:
      '{file} {steps} in one step. Until the rollout ends, and again after going back, the release before runs on the new schema and fails. {recipe}',
  },
  check(migration, tools) {
    return judgeMigration(migration, tools, compatible, ({ steps }, place) => {
      const [first] = steps;
      const recipe = RECIPES[first?.deed ?? ''] ?? 'Do it in two releases: first what both can live with.';
      const values = { file: fileOf(migration.path), steps: stepsInWords(steps), recipe };
      return tools.gaps([tools.fault('breaks', place, values, HINT)], place);
    });
  },
});

/** The way to get there in steps that each release can live with. */
const RECIPES: Readonly<Record<string, string>> = {
  'rename-table': 'Make the new table or a view by the new name, write both, and drop the old one in a later release.',
  'rename-column': 'Add the new column, write both, fill it, read it, and drop the old one in a later release.',
  'add-column':
    'It needs a value and brings none: give it a default in the database, or allow NULL until every writer fills it.',
  'require-value': 'Give it a default in the database, or allow NULL until every writer fills it.',
  'change-type': 'Add a column of the new type, write both, fill it, read it, and drop the old one in a later release.',
};
