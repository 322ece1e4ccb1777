import type { Gap } from '@shipworthy/model';
import { all, defineRule, profile, vocabulary } from '@shipworthy/rule-kit';
import { REPOSITORY, sharedCause, spreadCause } from '../alert-habits.ts';
import { isInformational, severityOf } from '../alert-severity.ts';
import { isOpen, unjudged } from '../unjudged-alerts.ts';
import { describedByLabel, descriptions, namedTemplate, saysOnlyName } from './description.ts';
import { severitiesUsed, usualSpelling } from './severity-spelling.ts';

export default defineRule({
  id: 'alert/well-described',
  title: 'Every alert says how urgent it is and what is wrong',
  stages: ['operate'],
  qualities: ['observability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'essential',
  subject: 'alert',
  needs: { words: vocabulary(), files: all('alert-rules'), repository: profile() },
  messages: {
    undescribed:
      '{alert} has no text beyond its name, so whoever gets it has to read the expression first. Say in a summary or description what is wrong and for whom.',
    undescribeds:
      '{count} alerts of this file have no text beyond their names, {alert} among them, so whoever gets it has to read the expression first. Say in a summary or description what is wrong and for whom.',
    blank:
      "{alert} says '{blank}' in its {field}: the page arrives with a hole where the answer should be. Fill it in, or leave the annotation out.",
    blanks:
      "{count} alerts of this file say '{blank}' in their {field}, {alert} among them: the page arrives with a hole where the answer should be. Fill it in, or leave the annotation out.",
    everywhere:
      "{count} alerts of this repository say '{blank}' in their {field}, {alert} among them: the page arrives with a hole where the answer should be. Fill them in, those that page first, or leave the annotation out.",
    unranked:
      '{alert} has no severity, so nothing says whether it wakes somebody or waits until morning. Add a severity label.',
    unrankeds:
      '{count} alerts of this file have no severity, {alert} among them, so nothing says whether they wake somebody or wait until morning. Add severity labels.',
    nowhere:
      '{count} alerts of this repository have no severity, {alert} among them, so nothing says whether they wake somebody or wait until morning. Add severity labels.',
    spelling:
      "{alert} has {label} '{value}' where this repository writes '{usual}': routes and silences compare letter by letter and pass it by. Write '{usual}'.",
    spellings:
      "{count} alerts have {label} '{value}' where this repository writes '{usual}': routes and silences compare letter by letter and pass them by. Write '{usual}'.",
  },
  check(alert, { given, fault, gaps, pass, skip, unknown }) {
    const { words, files, repository } = given;
    const why = unjudged(alert, words);
    if (why !== undefined) return skip(why);
    const described = descriptions(alert, words);
    const severity = severityOf(alert, words);
    const faults = [...textFaults(), ...severityFaults()];
    const label = describedByLabel(alert, words);
    if (faults.length === 0 && described.length === 0 && label !== undefined)
      return pass(alert.at('labels', label), 'its text stands in a label');
    const template = namedTemplate(alert);
    if (faults.length === 0 && described.length === 0 && template)
      return pass(alert.at(...template), 'a template it names');
    if (faults.length === 0 && described.length === 0)
      return unknown('a template fills in its annotations', alert.at('annotations'));
    if (faults.length === 0 && severity === undefined && isOpen(alert, 'labels'))
      return unknown('a template fills in its labels', alert.at('labels'));
    return gaps(
      faults,
      described.map((name) => alert.at('annotations', name)),
    );

    function textFaults(): Gap[] {
      const found: Gap[] = [];
      const isText = described.some((name) => isOpen(alert, `annotations.${name}`) || !saysOnlyName(alert, name));
      const isElsewhere = namedTemplate(alert) !== undefined || describedByLabel(alert, words) !== undefined;
      if (!isText && !isOpen(alert, 'annotations') && !isElsewhere) {
        // Nobody is woken by it: who reads the list by day can read the expression, too.
        const quiet = isInformational(alert, words);
        const options = {
          cause: quiet ? `${alert.path} (informational)` : alert.path,
          joined: 'undescribeds',
          ...(quiet && { severity: 'info' as const }),
        } as const;
        found.push(fault('undescribed', alert.at('name'), { alert: alert.name }, options));
      }
      for (const { field, what, at } of alert.blanks ?? []) {
        const name = field.replace(/^annotations\./, '');
        // A blank in place of the runbook's address is asked about by the rules on runbooks.
        if (words.runbookAnnotations.includes(name.toLowerCase())) continue;
        const values = { alert: alert.name, blank: what, field: name };
        const whose = spreadCause(files, alert.path, `${field} ${what}`, ({ blanks }) =>
          (blanks ?? []).some((blank) => blank.field === field && blank.what === what),
        );
        const options = {
          // A blank in place of a dashboard costs a search; one in the sentence itself costs the understanding.
          ...(words.descriptionAnnotations.includes(name.toLowerCase()) ? {} : { severity: 'info' as const }),
          cause: `${whose} ${name} ${what}`,
          joined: whose === REPOSITORY ? 'everywhere' : 'blanks',
        } as const;
        found.push(fault('blank', { path: alert.path, span: at }, values, options));
      }
      return found;
    }

    function severityFaults(): Gap[] {
      const used = severitiesUsed(files, words);
      if (severity === undefined) {
        // Grafana routes by folder and by rule as well: there a missing severity is only odd where others have one.
        const isUsual = alert.artifact.facts.dialect !== 'grafana' || used.counts.size > 0;
        if (!isUsual || isOpen(alert, 'labels')) return [];
        const cause = sharedCause(
          files,
          repository,
          alert.path,
          'severity',
          (other) => severityOf(other, words) !== undefined,
        );
        const joined = cause === REPOSITORY ? 'nowhere' : 'unrankeds';
        return [fault('unranked', alert.at('name'), { alert: alert.name }, { cause, joined })];
      }
      const { label, value } = severity;
      if (value.includes('{{') || isOpen(alert, `labels.${label}`)) return [];
      const usual = usualSpelling(value, used, words);
      if (usual === undefined) return [];
      const values = { alert: alert.name, label, value, usual };
      return [fault('spelling', alert.at('labels', label), values, { cause: value, joined: 'spellings' })];
    }
  },
});
