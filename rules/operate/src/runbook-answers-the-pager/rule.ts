import { namesTopic, PAGER_QUESTIONS, type PagerQuestion } from '@shipworthy/model';
import { defineRule, vocabulary } from '@shipworthy/rule-kit';
import { deedOf, isPointer, runbookElsewhere } from '../deeds.ts';
import { codedSections, commonParts, headOf, SENTENCE_WORDS, total } from '../entry-sections.ts';
import { givesNothing } from '../mitigations.ts';
import { pagerAnswers } from '../pager-answers.ts';
import { answeredBelow } from '../stacked-entries.ts';

/** The questions as whoever is paged asks them. */
const ASKS: Readonly<Record<PagerQuestion, string>> = {
  meaning: 'what it means',
  impact: 'who is hurt',
  diagnosis: 'how to find the cause',
  mitigation: 'how to stop the harm',
};

/** Names of what stands for many failures: who is hurt differs from one to the next. */
const GENERAL_NAME = /\b(?:run-?books?|play-?books?|alerts|operations?|manual|guide)\b/i;

export default defineRule({
  id: 'runbook/answers-the-pager',
  title: 'A runbook answers what whoever is paged asks',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'runbook-entry',
  needs: { vocabulary: vocabulary() },
  messages: {
    missing:
      '{entry} does not say {questions}. Whoever is paged has to find that out alone: add a line on it, under a heading of its own.',
    unwritten:
      "{entry} has nothing below '{heading}' and does not say {questions}. Whoever is paged has to find that out alone: write a line there.",
    collection:
      '{count} entries of this runbook leave something out; {entry} is the first and does not say {questions}. Whoever is paged has to find that out alone: add a line for each.',
    empty: '{entry} holds no text. Whoever is sent here finds no answer: write it or remove it.',
    manual:
      'This runbook says of no failure how to stop it. Whoever is paged has to find that out alone: add the first command or step for each.',
  },
  check(entry, { given, fault, gaps, pass, skip }) {
    const { parts, artifact, path, name } = entry;
    const words = total(parts, 'words');
    const prose = words + total(parts, 'commands') + total(parts, 'steps');
    const at = headOf(entry);
    const namesRecovery = namesTopic(given.vocabulary, name, 'mitigation');
    if (artifact.facts.scope === 'service' || (entry.slug === '' && (GENERAL_NAME.test(name) || namesRecovery))) {
      const acts = deedOf(entry) !== undefined || !pagerAnswers(parts, given.vocabulary).missing.includes('mitigation');
      return acts ? pass(at) : gaps([fault('manual', at, {})], at);
    }
    if (parts.some((part) => part.placeholder !== undefined) && words <= SENTENCE_WORDS)
      return skip('a placeholder as a whole; docs/no-placeholder asks for its text');
    if (isPointer(entry)) return skip('only leads elsewhere');
    const elsewhere = entry.slug === '' ? undefined : runbookElsewhere(entry);
    if (elsewhere) return pass(elsewhere, 'its runbook is kept there');
    if (prose === 0) {
      const below = answeredBelow(entry);
      if (below) return pass(below, 'the text below the next headings is said of it too');
      return gaps([fault('empty', at, { entry: name }, { discriminator: 'empty' })], at);
    }
    if (givesNothing(entry, given.vocabulary)) return skip('gives nothing to do, which runbook/actionable reports');
    const { missing, unfilled, emptyHeading } = pagerAnswers(
      parts,
      given.vocabulary,
      commonParts(entry),
      codedSections(entry),
    );
    if (missing.length > 0) {
      const questions = inWords(missing.map((question) => ASKS[question]));
      const values = { entry: name, questions };
      // Who reads on still learns what to do; a heading left empty was meant to be filled.
      const severity = missing.includes('mitigation') || emptyHeading ? 'warning' : 'info';
      const options = { cause: `${path} ${severity}`, joined: 'collection', severity } as const;
      if (!emptyHeading) return gaps([fault('missing', at, values, options)], at);
      const { heading, at: span } = emptyHeading;
      return gaps([fault('unwritten', { path, span }, { ...values, heading }, options)], at);
    }
    const evidence = parts.filter(({ heading }) =>
      PAGER_QUESTIONS.some((topic) => namesTopic(given.vocabulary, heading, topic)),
    );
    return pass(
      evidence.length > 0 ? evidence.map((part) => ({ path, span: part.at })) : at,
      unfilled.length > 0 ? `${unfilled.join(', ')}: a placeholder` : undefined,
    );
  },
});

const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
