import { defineRule, judgePlan, link, migrationName, stepsInWords } from '@shipworthy/rule-kit';
import { ABOUT_ONE_MIGRATION, HINT, judgeMigration } from '../judge-migration.ts';

export default defineRule({
  ...ABOUT_ONE_MIGRATION,
  id: 'migration/destructive-planned',
  title: 'What a migration drops is dropped by a plan',
  qualities: ['reliability'],
  confidence: 'medium',
  needs: { series: link('migration -> series') },
  messages: {
    unplanned:
      '{file} {steps}, and nothing in it says that nobody reads it any more. While a release rolls out, the program before it still does, and what is dropped is gone. Drop it one release after the last reader, and say so at the top: the issue, or since when it is unused.',
  },
  check(migration, tools) {
    return judgeMigration(migration, tools, judgePlan, ({ steps }, place) => {
      const values = { file: migrationName(migration.path), steps: stepsInWords(steps) };
      return tools.gaps([tools.fault('unplanned', place, values, HINT)], place);
    });
  },
});
