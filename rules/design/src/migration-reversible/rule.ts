import { defineRule, judgeWayBack, link, migrationName, stepsInWords } from '@shipworthy/rule-kit';
import { ABOUT_ONE_MIGRATION, HINT, judgeMigration } from '../judge-migration.ts';

export default defineRule({
  ...ABOUT_ONE_MIGRATION,
  id: 'migration/reversible',
  title: 'A migration has a way back, or says that it has none',
  qualities: ['reliability'],
  confidence: 'high',
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
  check(migration, tools) {
    return judgeMigration(migration, tools, judgeWayBack, ({ what, steps }, place) => {
      const values = { file: migrationName(migration.path), steps: stepsInWords(steps) };
      return tools.gaps([tools.fault(messageOf(what), place, values, HINT)], place);
    });
  },
});

const messageOf = (what: string): 'empty' | 'blocked' | 'lost' | 'absent' =>
  what === 'empty' || what === 'blocked' || what === 'lost' ? what : 'absent';
