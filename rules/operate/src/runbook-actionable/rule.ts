import type { SectionFacts } from '@shipworthy/model';
import { all, defineRule, vocabulary } from '@shipworthy/rule-kit';
import { isPointer } from '../deeds.ts';
import { codedSections, headOf, SENTENCE_WORDS, total } from '../entry-sections.ts';
import { givesNothing, MITIGATION_WORDS, mitigationsOf, thingToDo } from '../mitigations.ts';

export default defineRule({
  id: 'runbook/actionable',
  title: 'A runbook gives whoever is paged something to do',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'runbook-entry',
  needs: { vocabulary: vocabulary(), runbooks: all('runbook') },
  messages: {
    nothing:
      '{entry} gives nothing to do: no command, no query, no step, no link to a dashboard. Write down what you would type first.',
    nothings:
      '{count} entries of this runbook give nothing to do: no command, no query, no step, no link to a dashboard. {entry} is the first: write down what you would type first.',
    everywhere:
      '{count} runbooks of this repository give nothing to do: no command, no query, no step, no link to a dashboard. {entry} is the first: write down what you would type first, beginning with those for alerts that page.',
    short:
      "'{heading}' of {entry} is {words} words and holds no command, no numbered step and no link. At night that leaves the how open: say which command, on what, and how to see that it helped.",
    shorts:
      '{count} sections of this runbook say how to stop the harm in a few words, with no command, no numbered step and no link, {entry} first. At night that leaves the how open: say which command, on what, and how to see that it helped.',
  },
  check(entry, { given, fault, gaps, pass, skip }) {
    const { parts, path, name } = entry;
    const words = total(parts, 'words');
    const at = headOf(entry);
    if (parts.some((part) => part.placeholder !== undefined) && words <= SENTENCE_WORDS)
      return skip('a placeholder as a whole; docs/no-placeholder asks for its text');
    if (isPointer(entry)) return skip('only leads elsewhere');
    if (words + total(parts, 'commands') + total(parts, 'steps') === 0)
      return skip('empty; runbook/answers-the-pager reports it');
    if (givesNothing(entry, given.vocabulary)) return gaps([fault('nothing', at, { entry: name }, joining())], at);
    const deed = thingToDo(entry, given.vocabulary);
    const mitigations = mitigationsOf(entry, given.vocabulary);
    if (!deed && !mitigations.some((sections) => total(sections, 'words') > 0))
      return skip('what to do is a placeholder; docs/no-placeholder asks for its text');
    const [weak] = mitigations;
    const coded = codedSections(entry);
    const isHollow = mitigations.every((sections) => isWish(sections) && !sections.some((part) => coded.has(part)));
    if (!weak?.[0] || !isHollow) return pass(deed ?? at);
    const { heading, at: span } = weak[0];
    const values = { heading, entry: name, words: total(weak, 'words') };
    return gaps(
      [fault('short', { path, span }, values, { severity: 'info', cause: `${path} short`, joined: 'shorts' })],
      at,
    );

    /** Skeletons that nobody filled are one task; reported page by page they bury everything else. */
    function joining() {
      return given.runbooks.length >= MANY_RUNBOOKS
        ? ({ cause: 'repository nothing', joined: 'everywhere' } as const)
        : ({ cause: `${path} nothing`, joined: 'nothings' } as const);
    }
  },
});

/** From this many pages on runbooks are made from a skeleton. */
const MANY_RUNBOOKS = 30;

/** Too short to be followed. An empty section or a placeholder is not too short but missing: other rules report it. */
const isWish = (sections: readonly SectionFacts[]): boolean =>
  total(sections, 'words') > 0 &&
  total(sections, 'words') < MITIGATION_WORDS &&
  total(sections, 'commands') + total(sections, 'steps') + total(sections, 'links') === 0 &&
  sections.every((section) => section.placeholder === undefined);
