import { all, defineRule, link } from '@shipworthy/rule-kit';
import { databaseByDrivers, migrationLinter } from '../database-drivers.ts';
import { fileOf, inWords, lockSafe, notAsked } from '../migration-judgement.ts';

export default defineRule({
  id: 'migration/lock-safe',
  title: 'A migration does not hold writers up',
  stages: ['design', 'deploy'],
  qualities: ['reliability', 'performance'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'strict',
  subject: 'migration',
  needs: { series: link('migration -> series'), manifests: all('dependency-manifest') },
  messages: {
    locks:
      '{file} {step} and {how}{more}. On PostgreSQL everyone who writes to the table waits until it is done; with ten million rows that is an outage. {recipe}',
  },
  check({ facts, path }, { given, fault, gaps, pass, skip, unknown }) {
    const why = notAsked(facts, given.series);
    if (why !== undefined) return skip(why);
    const judged = lockSafe(facts, given.series.dialect ?? databaseByDrivers(given.manifests, path));
    if (judged.verdict === 'skip') return skip(judged.why);
    if (judged.verdict === 'unknown') return unknown(judged.why, { path });
    const place = { path, span: judged.at ?? facts.head };
    if (judged.verdict === 'pass') return pass(place, judged.note);
    const linter = migrationLinter(given.manifests);
    if (linter) return pass({ path: linter.path }, `${linter.name} judges it where it is run`);
    const [first] = judged.steps;
    if (!first) return skip('holds nobody up');
    const rest = judged.steps.length - 1;
    const values = {
      file: fileOf(path),
      step: inWords(first),
      how: first.locks ?? 'locks it',
      more: rest === 0 ? '' : ` (${rest} more like it)`,
      recipe: RECIPES[first.deed] ?? 'Do it in steps that each take a short lock.',
    };
    // The newest may have run already: a hint until a change adds one.
    return gaps([fault('locks', place, values, { severity: 'info' })], place);
  },
});

/** What PostgreSQL's documentation offers instead. */
const RECIPES: Readonly<Record<string, string>> = {
  'create-index': 'Build it with CONCURRENTLY, outside a transaction.',
  'add-constraint': 'Add it NOT VALID, and validate it in a second migration.',
  'require-value': 'Add a CHECK (… IS NOT NULL) NOT VALID, validate it, then set NOT NULL.',
  'change-type': 'Add a column of the new type, fill it in batches, and switch over.',
};
