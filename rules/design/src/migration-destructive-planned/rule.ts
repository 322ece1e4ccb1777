import { defineRule, link } from '@shipworthy/rule-kit';
import { fileOf, notAsked, planned, stepsInWords } from '../migration-judgement.ts';

export default defineRule({
  id: 'migration/destructive-planned',
  title: 'What a migration drops is dropped by a plan',
  stages: ['design', 'deploy'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'strict',
  subject: 'migration',
  needs: { series: link('migration -> series') },
  messages: {
    unplanned:
      '{file} {steps}, and nothing in it says that nobody reads it any more. While a release rolls out, the program before it still does, and what is dropped is gone. Drop it one release after the last reader, and say so at the top: the issue, or since when it is unused.',
  },
  check({ facts, path }, { given, fault, gaps, pass, skip, unknown }) {
    const why = notAsked(facts, given.series);
    if (why !== undefined) return skip(why);
    const judged = planned(facts);
    if (judged.verdict === 'skip') return skip(judged.why);
    if (judged.verdict === 'unknown') return unknown(judged.why, { path });
    const place = { path, span: judged.at ?? facts.head };
    if (judged.verdict === 'pass') return pass(place, judged.note);
    const values = { file: fileOf(path), steps: stepsInWords(judged.steps) };
    // The newest may have run already: a hint until a change adds one.
    return gaps([fault('unplanned', place, values, { severity: 'info' })], place);
  },
});
