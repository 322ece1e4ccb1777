import { defineRule, link } from '@shipworthy/rule-kit';
import { fileOf, notAsked, stepsInWords, wayBack } from '../migration-judgement.ts';

export default defineRule({
  id: 'migration/reversible',
  title: 'A migration has a way back, or says that it has none',
  stages: ['design', 'deploy'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'strict',
  subject: 'migration',
  needs: { series: link('migration -> series') },
  messages: {
    empty:
      '{file} {steps}, and its way back is empty: going back does nothing and reports success. If the release goes bad, the program before it meets a schema it does not know. Write the way back, or raise an error there that says why there is none.',
    absent:
      '{file} {steps} and brings no way back. If the release goes bad, a restore is all that is left. Write the way back, or an error in its place that says why there is none.',
    blocked:
      '{file} cannot be taken back: its tool refuses at this step, and with it at every migration after it. Give the step its reverse; one that does nothing is fine where nothing has to be undone.',
    lost: '{file} {steps}, its tool knows no way back, and no comment says one. If the release goes bad, what is gone has to come from a backup. Say in a comment how to go back: `-- rollback: …`.',
  },
  check({ facts, path }, { given, fault, gaps, pass, skip, unknown }) {
    const why = notAsked(facts, given.series);
    if (why !== undefined) return skip(why);
    const judged = wayBack(facts, given.series);
    if (judged.verdict === 'skip') return skip(judged.why);
    if (judged.verdict === 'unknown') return unknown(judged.why, { path });
    const place = { path, span: judged.at ?? facts.head };
    if (judged.verdict === 'pass') return pass(place, judged.note);
    const values = { file: fileOf(path), steps: stepsInWords(judged.steps) };
    // The newest may have run already: a hint until a change adds one.
    return gaps([fault(messageOf(judged.what), place, values, { severity: 'info' })], place);
  },
});

const messageOf = (what: string): 'empty' | 'blocked' | 'lost' | 'absent' =>
  what === 'empty' || what === 'blocked' || what === 'lost' ? what : 'absent';
