import type { ThreatFacts, ThreatModelFacts } from '@shipworthy/model';
import { defineRule } from '@shipworthy/rule-kit';

/** Of a tool's file, in which everything found is listed, only these are asked for an answer. */
const GRAVE = /^(?:high|critical|severe|elevated)$/i;

export default defineRule({
  id: 'threat-model/complete',
  title: 'A threat model says what it protects, where trust ends, and what is done about each threat',
  stages: ['design'],
  qualities: ['security'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'threat-model',
  messages: {
    parts:
      '{path} says nothing of {missing}. Whoever reviews the next change cannot tell from it what has to hold: add a section for it.',
    unanswered:
      "'{threat}' has neither a mitigation nor a decision to accept it. A threat without an answer is a decision that nobody made: write down which it is.",
    unanswereds:
      "{count} threats have neither a mitigation nor a decision to accept them, '{threat}' first. A threat without an answer is a decision that nobody made: write down which it is.",
  },
  check(model, { fault, gaps, skip }) {
    const { facts, path, level } = model;
    if (level === 'scraped') return skip('read by a line scan of its program; judged where it is run');
    if (facts.form === 'catalog') return skip('a list of threats; scope and answers are kept beside it');
    const missing = missingParts(facts);
    const first = model.page?.sections.find((section) => section.level > 0)?.at ??
      Object.values(facts.parts)[0] ?? [0, 0];
    const open = facts.threats.filter((threat) => isUnanswered(threat, facts));
    return gaps(
      [
        ...(missing.length > 0
          ? [fault('parts', { path, span: first }, { path, missing: listed(missing) }, { discriminator: 'parts' })]
          : []),
        ...open.map((threat) =>
          fault(
            'unanswered',
            { path, span: threat.at },
            { threat: threat.name },
            { cause: `${path} unanswered`, joined: 'unanswereds', discriminator: threat.name },
          ),
        ),
      ],
      Object.values(facts.parts).map((span) => ({ path, span })),
    );
  },
});

function isUnanswered({ answered, severity }: ThreatFacts, { form }: ThreatModelFacts): boolean {
  return !answered && (form !== 'threat-dragon' || GRAVE.test(severity ?? ''));
}

/**
 * A model may be a list of threats with answers, or a description of boundaries with what lies outside of them: either
 * tells what to do about the next attack.
 */
function missingParts({ form, parts }: ThreatModelFacts): string[] {
  const missing: string[] = [];
  if (!parts.scope && !parts.exclusions) missing.push('what it protects');
  if (!parts.boundaries) missing.push('where trust ends or how data flows');
  const bounded = parts.boundaries !== undefined && parts.exclusions !== undefined;
  if (!parts.threats && !bounded) missing.push('the threats');
  // The files of tools have an answer for each threat or none; those are counted one by one.
  else if (!parts.answers && !bounded && form === 'page') missing.push('what is done about the threats');
  return missing;
}

const listed = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join('; ')}; nor of ${words.at(-1)}` : words.join('');
