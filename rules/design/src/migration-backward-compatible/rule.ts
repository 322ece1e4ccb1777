import { defineRule, judgeCompatibility, link, migrationName, releaseRecipe, stepsInWords } from '@shipworthy/rule-kit';
import { ABOUT_ONE_MIGRATION, HINT, judgeMigration } from '../judge-migration.ts';

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
    return judgeMigration(migration, tools, judgeCompatibility, ({ steps }, place) => {
      const [first] = steps;
      const recipe = releaseRecipe(first?.deed);
      const values = { file: migrationName(migration.path), steps: stepsInWords(steps), recipe };
      return tools.gaps([tools.fault('breaks', place, values, HINT)], place);
    });
  },
});
