import { defineRule, link } from '@shipworthy/rule-kit';
import { compatible, fileOf, notAsked, stepsInWords } from '../migration-judgement.ts';

export default defineRule({
  id: 'migration/backward-compatible',
  title: 'The release before goes on working after a migration',
  stages: ['design', 'deploy'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'strict',
  subject: 'migration',
  needs: { series: link('migration -> series') },
  messages: {
    breaks:
      '{file} {steps} in one step. Until the rollout ends, and again after going back, the release before runs on the new schema and fails. {recipe}',
  },
  check({ facts, path }, { given, fault, gaps, pass, skip, unknown }) {
    const why = notAsked(facts, given.series);
    if (why !== undefined) return skip(why);
    const judged = compatible(facts);
    if (judged.verdict === 'skip') return skip(judged.why);
    if (judged.verdict === 'unknown') return unknown(judged.why, { path });
    const place = { path, span: judged.at ?? facts.head };
    if (judged.verdict === 'pass') return pass(place, judged.note);
    const [first] = judged.steps;
    const recipe = RECIPES[first?.deed ?? ''] ?? 'Do it in two releases: first what both can live with.';
    const values = { file: fileOf(path), steps: stepsInWords(judged.steps), recipe };
    // The newest may have run already: a hint until a change adds one.
    return gaps([fault('breaks', place, values, { severity: 'info' })], place);
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
