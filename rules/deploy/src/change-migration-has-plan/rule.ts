import {
  all,
  allBefore,
  base,
  content,
  defineRule,
  isByBot,
  link,
  migrationName,
  OPERATED,
  profile,
  wordsUnseen,
} from '@shipworthy/rule-kit';
import { judgeAdded } from '../added-migration.ts';
import { editOf, isExplained } from '../migration-edits.ts';
import { editSaid, editTakenBack, isKnowingly, planPage, planSaid } from '../migration-plans.ts';

export default defineRule({
  id: 'change/migration-has-plan',
  title: 'A migration that can hurt comes with a plan, and what was released is not edited',
  stages: ['deploy', 'design'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'essential',
  subject: 'migration',
  when: ['added', 'changed'],
  needs: {
    before: base(),
    texts: content(),
    change: link('repository -> change'),
    series: link('migration -> series'),
    migrations: all('migration'),
    earlier: allBefore('migration'),
    manifests: all('dependency-manifest'),
    plans: all('rollback-plan'),
    checklists: all('release-checklist'),
    records: all('decision-record'),
    runbooks: all('runbook'),
    repository: profile(),
  },
  messages: {
    together:
      '{file} {steps}, and the same change alters the code ({hint}). While the release rolls out, and again after going back, the program before it may ask for what is gone, and only a backup has it. Drop it one release later, or write down how this goes: `Rollback: …` in a commit, a section of the pull request, a comment at the top.',
    togethers:
      '{count} migrations of this change drop what is stored, and the same change alters the code ({hint}). {file} {steps}. While the release rolls out the program before it may ask for what is gone. Drop it one release later, or write down how this goes.',
    breaks:
      '{file} {steps} in one step, and nothing says how the release goes. Until the rollout ends the release before runs on the new schema and fails. {hint}',
    breaksMany:
      '{count} migrations of this change break the release before. {file} {steps} in one step: until the rollout ends that release runs on the new schema and fails. {hint}',
    locks:
      '{file} {steps}. On PostgreSQL everyone who writes to the table waits until it is done, and nothing says how long that is. {hint}',
    locksMany:
      '{count} migrations of this change hold writers up. {file} {steps}, and nothing says how long that takes. {hint}',
    edited:
      '{file} is there in the base and does something else now. Where it ran, the edit never will: those databases differ from the new ones, and nobody is told. Add a migration that makes the difference, or say in the change why nobody has run this one.',
    retouched:
      '{file} is there in the base and is edited here. Where it ran, the edit never will. If it matters, add a migration; if it does not, a word in the change saves the next reader the question.',
    retouchedMany:
      '{count} migrations that are there in the base are edited here, {file} first. Where they ran, the edits never will. If it matters, add a migration; if it does not, a word in the change saves the next reader the question.',
    checksum:
      '{file} is there in the base, and {tool} keeps a checksum of each file it ran, comments included: where it ran, the next release stops at it. Take the edit back.',
  },
  check({ path, facts }, { given, fault, gaps, pass, skip, unknown }) {
    const { change, before, earlier, repository } = given;
    if (!change) return skip('there is no change');
    const file = migrationName(path);
    const unseen = wordsUnseen(change.words);
    if (before) {
      const edit = editOf(path, { after: facts, before: before.facts }, given.texts);
      if (edit.edit === 'unknown') return unknown(edit.why);
      if (edit.edit === 'harmless') return skip(edit.what);
      const at = { path, span: edit.at };
      const back = editTakenBack(change);
      if (back) return pass(at, `${back.where} takes an edit back: ${back.text.trim().slice(0, LONGEST)}`);
      if (edit.edit === 'checksum')
        return gaps(
          [fault('checksum', at, { file, tool: NAMES[facts.tool] ?? facts.tool }, repository.stated ? ERROR : {})],
          at,
        );
      const said = editSaid(change);
      if (said) return pass(at, `${said.where} speaks of it`);
      if (unseen !== undefined) return unknown(unseen);
      const isKnown = isExplained(given.texts) || isKnowingly(change, facts.series, earlier, given.migrations);
      if (edit.edit !== 'steps' || isKnown) return gaps([fault('retouched', at, { file }, INFO)], at);
      // Whether it ever ran is not seen: most edits follow within days of the merge, before a release.
      return gaps([fault('edited', at, { file }, repository.stated ? ERROR : HINT)], at);
    }
    if (facts.holds === 'down') return skip('holds the way back of another file');
    if (!earlier.some((other) => other.facts.tool === facts.tool && other.facts.series === facts.series))
      return skip('the first of its series: no database has run any');
    if (isByBot(change.words)) return skip('a program made the change');
    const judged = judgeAdded(path, facts, { ...given, change });
    if (judged.state === 'unknown') return unknown(judged.why);
    const { hazards, careful } = judged;
    const place = { path, span: careful ?? facts.head };
    if (hazards.length === 0)
      return careful ? pass(place, 'it is planned, or does no harm') : skip('it does nothing that can hurt');
    const said = planSaid(change);
    if (said) return pass(place, `${said.where} says how: ${said.text.trim().slice(0, LONGEST)}`);
    const page = planPage(change, [...given.plans, ...given.checklists, ...given.records, ...given.runbooks]);
    if (page) return pass(page, 'it comes with the change');
    if (unseen !== undefined) return unknown(unseen);
    // How large the tables are and who deploys is not seen: only who says that it is run is warned.
    const isOperated =
      repository.stated !== undefined && repository.archetypes.some(({ name }) => OPERATED.some((one) => one === name));
    return gaps(
      hazards.map(({ what, at, steps, hint }) =>
        fault(
          what,
          { path, span: at },
          { file, steps, hint },
          { severity: isOperated ? 'warning' : 'info', cause: what, joined: JOINED[what], discriminator: what },
        ),
      ),
      place,
    );
  },
});

const ERROR = { severity: 'error' } as const;
const HINT = { severity: 'info' } as const;
const INFO = { severity: 'info', cause: 'retouched', joined: 'retouchedMany' } as const;
const JOINED = { together: 'togethers', breaks: 'breaksMany', locks: 'locksMany' } as const;
const LONGEST = 60;
const NAMES: Readonly<Record<string, string>> = { flyway: 'Flyway', sqlx: 'SQLx' };
