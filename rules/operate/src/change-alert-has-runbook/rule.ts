import {
  type AlertFacts,
  all,
  allBefore,
  base,
  defineRule,
  isByBot,
  link,
  profile,
  vocabulary,
} from '@shipworthy/rule-kit';
import { isKeptByTeam } from '../alert-habits.ts';
import { instructionsIn } from '../alert-has-runbook/instructions.ts';
import { predecessorOf } from '../alert-predecessors.ts';
import { isPaging } from '../alert-severity.ts';
import { isGenerated, isOpen, unjudged, writtenBySloTool } from '../unjudged-alerts.ts';

export default defineRule({
  id: 'change/alert-has-runbook',
  title: 'An alert that a change adds, renames or tunes brings its runbook along',
  stages: ['operate'],
  qualities: ['reliability', 'observability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'essential',
  subject: 'alert',
  when: ['added', 'changed'],
  needs: {
    before: base(),
    runbook: link('alert -> runbook'),
    change: link('repository -> change'),
    words: vocabulary(),
    files: all('alert-rules'),
    filesBefore: allBefore('alert-rules'),
    runbooks: all('runbook'),
    repository: profile(),
  },
  messages: {
    fresh:
      '{alert} is new, pages somebody and names no runbook. Now is the only moment when somebody knows exactly what it means: write down what to do, and link it in a runbook_url annotation.',
    freshMany:
      '{count} alerts of this change page somebody and name no runbook, {alert} among them. Now is the only moment when somebody knows exactly what they mean: write down what to do, and link it in a runbook_url annotation.',
    paging:
      '{alert} pages since this change and names no runbook. Whoever is woken has to find out alone what to do: write it down, and link it in a runbook_url annotation.',
    lost: '{alert} named a runbook before this change and names none now. Whoever is woken has to know that it is there: put the link back.',
    orphaned:
      '{alert} was {old} before this change, and its runbook {page} still goes by the old name. Whoever is woken looks for the new one and finds nothing: rename the runbook, and link it.',
    tuned:
      '{alert} fires at another point since this change, and {page} is as it was. If the page names the old figure, it misleads: look once.',
    tunedMany:
      '{count} alerts fire at other points since this change, {alert} among them, and {page} is as it was. If the page names the old figures, it misleads: look once.',
  },
  check(alert, { given, fault, gaps, pass, skip, unknown }) {
    const { before, runbook, words, files, filesBefore, change } = given;
    const why = unjudged(alert, words);
    if (why !== undefined) return skip(why);
    if (writtenBySloTool(alert)) return skip('an SLO tool wrote it; the link belongs to the objective');
    if (isGenerated(alert) || alert.pathClass === 'example') return skip('it is made or meant for elsewhere');
    const at = alert.at('name');
    const from = change?.files.find(({ path }) => path === alert.path)?.from ?? alert.path;
    // Copies of an alert in other files share its identity.
    if (before) return before.path === from ? tuned(before) : skip('a copy of it was there before, in another file');
    if (runbook.state === 'unknown') return runbook.at ? pass(runbook.at, runbook.why) : unknown(runbook.why, at);
    if (runbook.state === 'dangling') return skip('its link leads nowhere, which alert/runbook-resolves reports');
    if (runbook.state === 'resolved') return pass(runbook.to);
    const instructions = instructionsIn(alert, words);
    if (instructions !== undefined) return pass(alert.at(...instructions), 'it says what to do itself');
    if (isOpen(alert, 'annotations')) return unknown('a template fills in its annotations', alert.at('annotations'));
    const old = predecessorOf(alert, files, filesBefore);
    const page = old?.how === 'renamed' ? pageOf(old.alert) : undefined;
    if (old && page) {
      const related = [{ at: { path: page }, message: 'its runbook' }];
      return gaps([fault('orphaned', at, { alert: alert.name, old: old.alert.name, page }, { related })], at);
    }
    if (!isPaging(alert, words)) return skip('it pages nobody; alert/has-runbook asks of it what it asks of others');
    if (old && !linksRunbook(old.alert) && isPaging(old.alert, words)) return skip('it had none before');
    // Where it is the first of its file without one, alert/has-runbook names it; else it adds one to a count.
    if (!hadOthers()) return skip('alert/has-runbook names it');
    if (!files.some(({ facts }) => facts.alerts.some(linksRunbook)))
      return skip('no alert of this repository names a runbook; alert/has-runbook speaks of that');
    if (!old) {
      // A program that brings alerts along wrote none of them.
      const isOwn = isKeptByTeam(alert, files, given.repository, words) && !(change && isByBot(change.words));
      return gaps([fault('fresh', at, { alert: alert.name }, isOwn ? FRESH : { ...FRESH, severity: 'info' })], at);
    }
    return gaps([fault(linksRunbook(old.alert) ? 'lost' : 'paging', at, { alert: alert.name })], at);

    function tuned(was: AlertFacts) {
      if (pointOf(was) === pointOf(alert)) return skip('it fires when it fired before');
      if (runbook.state !== 'resolved') return skip('it has no runbook whose figures could be old');
      const page = runbook.to.path;
      if (change?.files.some(({ path }) => path === page)) return pass(runbook.to, 'the runbook changes with it');
      const related = [{ at: runbook.to, message: 'its runbook' }];
      const options = { severity: 'info', cause: page, joined: 'tunedMany', related } as const;
      const place = alert.at('expr');
      return gaps([fault('tuned', place, { alert: alert.name, page }, options)], place);
    }

    function hadOthers(): boolean {
      return filesBefore.some(
        ({ path, facts }) =>
          path === from &&
          facts.alerts.some((other) => !linksRunbook(other) && instructionsIn(other, words) === undefined),
      );
    }

    function linksRunbook({ annotations }: AlertFacts): boolean {
      return Object.keys(annotations).some((name) => words.runbookAnnotations.includes(name.toLowerCase()));
    }

    function pageOf({ name }: AlertFacts): string | undefined {
      return given.runbooks.find(({ facts }) =>
        facts.entries.some((entry) => [entry.name, ...entry.aliases].some((one) => lettersOf(one) === lettersOf(name))),
      )?.path;
    }
  },
});

/** Alerts that come together are one question to whoever brings them. */
const FRESH = { cause: 'fresh', joined: 'freshMany' } as const;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The figures at which it fires, and how long they must hold. */
const pointOf = ({ expression, for: held }: AlertFacts): string =>
  JSON.stringify([expression?.thresholds ?? [], held ?? '']);
