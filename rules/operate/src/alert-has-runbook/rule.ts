import type { AlertFacts } from '@shipworthy/model';
import { all, defineRule, link, option, profile, vocabulary } from '@shipworthy/rule-kit';
import {
  isBareMixin,
  isCopied,
  isForOthers,
  isKeptByTeam,
  isPractice,
  REPOSITORY,
  sharedCause,
} from '../alert-habits.ts';
import { isInformational, isPaging, severityOf } from '../alert-severity.ts';
import { firesOnPurpose, isGenerated, isOpen, unjudged, writtenBySloTool } from '../unjudged-alerts.ts';
import { instructionsIn } from './instructions.ts';

export default defineRule({
  id: 'alert/has-runbook',
  title: 'Every alert says what to do, or links to the page that does',
  stages: ['operate'],
  qualities: ['reliability', 'observability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'essential',
  subject: 'alert',
  needs: {
    runbook: link('alert -> runbook'),
    words: vocabulary(),
    files: all('alert-rules'),
    repository: profile(),
    alerts: option({
      type: 'enum',
      values: ['all', 'paging'],
      default: 'all',
      describe: 'which alerts must name a runbook: all, or those that wake somebody',
    }),
  },
  messages: {
    absent:
      '{alert}{severity} names no runbook, so whoever answers it has to find out alone what to do. Add a runbook_url annotation, or an action annotation that says what to do.',
    absents:
      '{count} alerts of this file name no runbook, {alert} among them, so whoever answers them has to find out alone what to do. Add a runbook_url annotation to each, or an action annotation that says what to do.',
    copies:
      '{count} alerts of this file and its copies name no runbook, {alert} among them, so whoever answers them has to find out alone what to do. Add a runbook_url annotation to each, or an action annotation that says what to do.',
    nowhere:
      '{count} alerts of this repository name no runbook, {alert} among them, so whoever answers them has to find out alone what to do. Begin with those that page: a runbook_url annotation, or an action annotation that says what to do.',
    quiets:
      '{count} informational alerts of this repository name no runbook, {alert} among them, so whoever reads them has to find out alone what to do. Add a runbook_url annotation where there is something to do.',
    rest: '{alert}{severity} names no runbook; every alert that pages has one. Whoever answers it would be glad of the same: add a runbook_url annotation, or an action annotation that says what to do.',
    rests:
      '{count} alerts that page nobody name no runbook, {alert} among them; every alert that pages has one. Whoever answers these would be glad of the same: add a runbook_url annotation, or an action annotation that says what to do.',
    unlinked:
      '{alert} names no runbook although {page} has its name, so whoever answers it has to know that it is there. Link it in a runbook_url annotation.',
    unlinkeds:
      '{count} alerts of this file name no runbook although pages with their names exist, {page} among them. Whoever answers them has to know that they are there: link them in runbook_url annotations.',
  },
  check(alert, { given, gaps, fault, pass, skip, unknown }) {
    const { runbook, words, files, repository } = given;
    const why = unjudged(alert, words);
    if (why !== undefined) return skip(why);
    if (given.alerts === 'paging' && !isPaging(alert, words)) return skip('only alerts that page are asked here');
    if (writtenBySloTool(alert)) return skip('an SLO tool wrote it; the link belongs to the objective');
    if (runbook.state === 'dangling')
      return runbook.lacks === 'placeholder'
        ? skip('its link is a blank, which alert/runbook-resolves reports')
        : pass(runbook.at, 'the link leads nowhere, which alert/runbook-resolves reports');
    if (runbook.state === 'unknown') return runbook.at ? pass(runbook.at, runbook.why) : unknown(runbook.why);
    if (runbook.state === 'resolved' && runbook.how !== 'equal name') return pass(runbook.to);
    const instructions = instructionsIn(alert, words);
    if (instructions !== undefined) return pass(alert.at(...instructions), 'it says what to do itself');
    if (isOpen(alert, 'annotations')) return unknown('a template fills in its annotations', alert.at('annotations'));
    const at = alert.at('name');
    const written = isGenerated(alert);
    if (runbook.state === 'resolved') {
      const values = { alert: alert.name, page: runbook.to.path };
      const related = [{ at: runbook.to, message: 'the page with its name' }];
      const options = { cause: alert.path, joined: 'unlinkeds', related } as const;
      return gaps([fault('unlinked', at, values, written ? { ...options, severity: 'info' } : options)], at);
    }
    const severity = severityOf(alert, words);
    const values = { alert: alert.name, severity: severity ? ` (${severity.label}: ${severity.value})` : '' };
    if (severity && !isPaging(alert, words) && isPractice(files, 'runbook', pages, linksRunbook))
      return gaps([fault('rest', at, values, { cause: REPOSITORY, joined: 'rests', severity: 'info' })], at);
    const quiet = isInformational(alert, words);
    const cause = sharedCause(files, repository, alert.path, 'runbook', linksRunbook);
    // Whoever takes alerts from an example or a collection has procedures of their own to link.
    const isCollected =
      alert.pathClass === 'example' ||
      (cause === REPOSITORY && isForOthers(files, repository, words)) ||
      isBareMixin(files, repository, 'runbook', linksRunbook) ||
      !isKeptByTeam(alert, files, repository, words);
    const options = {
      cause: quiet ? `${cause} (informational)` : written || isCollected ? `${cause} (elsewhere)` : cause,
      joined:
        cause !== REPOSITORY ? (isCopied(files, alert.path) ? 'copies' : 'absents') : quiet ? 'quiets' : 'nowhere',
      ...((quiet || written || isCollected) && { severity: 'info' as const }),
    } as const;
    return gaps([fault('absent', at, values, options)], at);

    function pages(other: AlertFacts): boolean {
      return isPaging(other, words) && !firesOnPurpose(other, words);
    }

    function linksRunbook(other: { readonly annotations: Readonly<Record<string, string>> }): boolean {
      return Object.keys(other.annotations).some((name) => words.runbookAnnotations.includes(name.toLowerCase()));
    }
  },
});
