import {
  all,
  databaseOf,
  defineRule,
  judgeLocks,
  link,
  lockRecipe,
  type MigrationFacts,
  migrationLinter,
  migrationName,
  type SeriesStanding,
  stepInWords,
} from '@shipworthy/rule-kit';
import { ABOUT_ONE_MIGRATION, HINT, judgeMigration } from '../judge-migration.ts';

export default defineRule({
  ...ABOUT_ONE_MIGRATION,
  id: 'migration/lock-safe',
  title: 'A migration does not hold writers up',
  qualities: ['reliability', 'performance'],
  confidence: 'medium',
  needs: { series: link('migration -> series'), manifests: all('dependency-manifest') },
  messages: {
    locks:
      '{file} {step} and {how}{more}. On PostgreSQL everyone who writes to the table waits until it is done; with ten million rows that is an outage. {recipe}',
  },
  check(migration, tools) {
    const { manifests } = tools.given;
    const judge = (facts: MigrationFacts, { dialect }: SeriesStanding) =>
      judgeLocks(facts, databaseOf(dialect, manifests, migration.path));
    return judgeMigration(migration, tools, judge, ({ steps }, place) => {
      const linter = migrationLinter(manifests);
      if (linter) return tools.pass({ path: linter.path }, `${linter.name} judges it where it is run`);
      const [first] = steps;
      if (!first) return tools.skip('holds nobody up');
      const values = {
        file: migrationName(migration.path),
        step: stepInWords(first),
        how: first.locks ?? 'locks it',
        more: steps.length === 1 ? '' : ` (${steps.length - 1} more like it)`,
        recipe: lockRecipe(first),
      };
      return tools.gaps([tools.fault('locks', place, values, HINT)], place);
    });
  },
});
