import { all, defineRule, link, vocabulary } from '@shipworthy/rule-kit';
import { REPOSITORY, spreadCause } from '../alert-habits.ts';

export default defineRule({
  id: 'alert/runbook-resolves',
  title: "Every alert's runbook link leads somewhere",
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'error',
  confidence: 'high',
  preset: 'essential',
  subject: 'alert',
  needs: { runbook: link('alert -> runbook'), files: all('alert-rules'), words: vocabulary() },
  messages: {
    file: '{alert} sends people to {wanted}, which does not exist{hint}. Whoever is woken finds a dead link: add the page or correct the link.',
    files:
      '{count} alerts send people to pages that do not exist, {wanted} among them. Whoever is woken finds a dead link: add the pages or correct the links.',
    anchor:
      '{alert} links to {wanted}: {page} is there, the heading is not{hint}. At 2 a.m. the page opens at its top: add the heading or correct the link.',
    anchors:
      '{count} alerts link to headings that {page} does not have, {wanted} among them. At 2 a.m. the page opens at its top: add the headings or correct the links.',
    placeholder:
      "{alert} has '{wanted}' where the link to its runbook belongs. Whoever is woken gets a promise instead of a page: link the runbook{hint}.",
    placeholders:
      "{count} alerts of this file have '{wanted}' where the link to the runbook belongs. Whoever is woken gets a promise instead of a page: link the runbooks.",
    everywhere:
      "{count} alerts of this repository have '{wanted}' where the link to the runbook belongs, {alert} among them. Whoever is woken gets a promise instead of a page: link the runbooks, those of the alerts that page first.",
  },
  check(alert, { given, gaps, fault, pass, skip, unknown }) {
    if (alert.level === 'scraped') return skip('read by a line scan of jsonnet; judged where it is compiled');
    const { runbook, files, words } = given;
    if (runbook.state === 'missing') return skip('it names no runbook; alert/has-runbook asks for one');
    if (runbook.state === 'unknown') return unknown(runbook.why, runbook.at);
    if (runbook.state === 'resolved')
      return runbook.how === 'equal name'
        ? skip('it links to no runbook; alert/has-runbook asks for the link')
        : pass(runbook.to, runbook.note);
    const { at, wanted, nearest, note } = runbook;
    const values = { alert: alert.name, wanted };
    if (runbook.lacks === 'placeholder') {
      const hint = nearest === undefined ? '' : `; ${nearest} has its name`;
      const cause = spreadCause(files, alert.path, `runbook ${wanted}`, ({ annotations }) =>
        words.runbookAnnotations.some((name) => annotations[name]?.trim() === wanted),
      );
      const options = {
        severity: 'warning',
        cause: `${cause} ${wanted}`,
        joined: cause === REPOSITORY ? 'everywhere' : 'placeholders',
      } as const;
      return gaps([fault('placeholder', at, { ...values, hint }, options)], at);
    }
    const hint = note ? ` (${note})` : nearest ? ` (the nearest is ${nearest})` : '';
    if (runbook.lacks === 'anchor' && runbook.target) {
      const page = runbook.target.path;
      const options = {
        cause: page,
        joined: 'anchors',
        related: [{ at: runbook.target, message: 'the page' }],
      } as const;
      return gaps([fault('anchor', at, { ...values, page, hint }, options)], at);
    }
    const options = { cause: `${alert.path} ${folderOf(wanted)}`, joined: 'files' } as const;
    return gaps([fault('file', at, { ...values, hint }, options)], at);
  },
});

/** The address up to the page's own name: links into a folder that moved have that cause in common. */
const folderOf = (address: string): string => {
  const page = address.replace(/[?#].*$/s, '');
  return page.slice(0, page.lastIndexOf('/') + 1);
};
