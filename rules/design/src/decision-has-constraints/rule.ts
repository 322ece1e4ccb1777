import { recordStateOf } from '@shipworthy/model';
import { defineRule, vocabulary } from '@shipworthy/rule-kit';
import { isAboutTheLog, nameOf, notInForce } from '../decision-records.ts';
import { partsOf } from '../record-sections.ts';

export default defineRule({
  id: 'decision/has-constraints',
  title: 'A decision record names what limited the choice',
  stages: ['design'],
  qualities: ['maintainability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'decision-record',
  needs: { vocabulary: vocabulary() },
  messages: {
    none: '{record} names no alternative and no constraint. When what forced the choice is gone, nobody will notice that it may be reopened. List what was rejected and what ruled it out.',
    several:
      '{count} records in {log} name no alternative and no constraint, {record} first. When what forced a choice is gone, nobody will notice that it may be reopened. Ask for both in the template of the log.',
  },
  check(record, { given, fault, gaps, pass, skip }) {
    const { page, facts, path } = record;
    if (!page) return skip('its text is not a page');
    if (isAboutTheLog(record)) return skip('the decision to keep a log');
    const state = facts.status && recordStateOf(given.vocabulary, facts.status.text);
    if (notInForce(state)) return skip(`${state}: nobody follows it any more`);
    const parts = partsOf(page, given.vocabulary);
    for (const name of ['decision-options', 'decision-constraints'] as const) {
      const part = parts.get(name);
      if (part && part.substance > 0) return pass({ path, span: part.head.at });
      if (part?.placeholder) return skip('a placeholder; docs/no-placeholder asks for its text');
    }
    if (facts.says.limits) return pass({ path, span: facts.says.limits }, 'said in its text');
    const first = page.sections.find(({ level }) => level > 0);
    const at = first ? { path, span: first.at } : { path };
    const values = { record: nameOf(record), log: facts.log === '' ? 'the root' : facts.log };
    return gaps([fault('none', at, values, { cause: facts.log, joined: 'several' })], at);
  },
});
