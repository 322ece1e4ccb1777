import { recordStateOf } from '@shipworthy/model';
import { defineRule, vocabulary } from '@shipworthy/rule-kit';
import { isAboutTheLog, nameOf } from '../decision-records.ts';
import { partsOf } from '../record-sections.ts';

export default defineRule({
  id: 'decision/has-fallback',
  title: 'A decision record says what to do if it turns out wrong',
  stages: ['design'],
  qualities: ['reliability', 'maintainability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'strict',
  subject: 'decision-record',
  needs: { vocabulary: vocabulary() },
  messages: {
    none: "{record} says nothing about what to do if it turns out wrong. At 2 a.m. 'we can go back to X by doing Y' is worth more than the benchmark. Add a Fallback; 'none, a one-way door' is an answer.",
    several:
      "{count} records in {log} say nothing about what to do if they turn out wrong, {record} first. At 2 a.m. 'we can go back to X by doing Y' is worth more than the benchmark. Ask for a Fallback in the template of the log; 'none, a one-way door' is an answer.",
  },
  check(record, { given, fault, gaps, pass, skip }) {
    const { page, facts, path } = record;
    if (!page) return skip('its text is not a page');
    if (isAboutTheLog(record)) return skip('the decision to keep a log');
    const state = facts.status && recordStateOf(given.vocabulary, facts.status.text);
    if (state !== undefined && state !== 'accepted') return skip(`${state}: asked of decisions in force`);
    const part = partsOf(page, given.vocabulary).get('decision-fallback');
    if (part && part.substance > 0) return pass({ path, span: part.head.at });
    if (part?.placeholder) return skip('a placeholder; docs/no-placeholder asks for its text');
    if (facts.says.fallback) return pass({ path, span: facts.says.fallback }, 'said in its text');
    const first = page.sections.find(({ level }) => level > 0);
    const at = first ? { path, span: first.at } : { path };
    const values = { record: nameOf(record), log: facts.log === '' ? 'the root' : facts.log };
    return gaps([fault('none', at, values, { cause: facts.log, joined: 'several' })], at);
  },
});
