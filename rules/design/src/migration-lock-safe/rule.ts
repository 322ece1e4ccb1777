import { all, defineRule, link, type MigrationFacts, type SeriesStanding } from '@shipworthy/rule-kit';
import { databaseByDrivers, migrationLinter } from '../database-drivers.ts';
import { ABOUT_ONE_MIGRATION, HINT, judgeMigration } from '../judge-migration.ts';
import { fileOf, inWords, lockSafe } from '../migration-judgement.ts';

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
      lockSafe(facts, dialect ?? databaseByDrivers(manifests, migration.path));
    return judgeMigration(migration, tools, judge, ({ steps }, place) => {
      const linter = migrationLinter(manifests);
      if (linter) return tools.pass({ path: linter.path }, `${linter.name} judges it where it is run`);
      const [first] = steps;
      if (!first) return tools.skip('holds nobody up');
      const values = {
        file: fileOf(migration.path),
        step: inWords(first),
        how: first.locks ?? 'locks it',
        more: steps.length === 1 ? '' : ` (${steps.length - 1} more like it)`,
        recipe: RECIPES[first.deed] ?? 'Do it in steps that each take a short lock.',
      };
      return tools.gaps([tools.fault('locks', place, values, HINT)], place);
    });
  },
});

/** What PostgreSQL's documentation offers instead. */
const RECIPES: Readonly<Record<string, string>> = {
  'create-index': 'Build it with CONCURRENTLY, outside a transaction.',
  'add-constraint': 'Add it NOT VALID, and validate it in a second migration.',
  'require-value': 'Add a CHECK (… IS NOT NULL) NOT VALID, validate it, then set NOT NULL.',
  'change-type': 'Add a column of the new type, fill it in batches, and switch over.',
};
