import type { PostmortemPart } from '@shipworthy/model';
import { defineRule } from '@shipworthy/rule-kit';

const ASKED = {
  impact: 'who was hurt, and how much',
  timeline: 'what happened when',
  cause: 'why it happened',
  detection: 'how it was noticed',
  actions: 'what is done so that it does not return',
} as const satisfies Readonly<Partial<Record<PostmortemPart, string>>>;

export default defineRule({
  id: 'postmortem/complete',
  title: 'The report of an incident tells impact, course, cause, detection and what follows',
  stages: ['improve'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'postmortem',
  messages: {
    missing:
      '{path} does not say {missing}. The next team with the same alarm reads it for exactly that: add a section for it, even if the answer is one sentence.',
  },
  check({ facts, path, page }, { fault, gaps, pass }) {
    const missing = Object.entries(ASKED).flatMap(([part, words]): string[] =>
      facts.parts[part as PostmortemPart] === undefined && !(part === 'actions' && facts.actions.length > 0)
        ? [words]
        : [],
    );
    if (missing.length === 0) return pass(Object.values(facts.parts).map((span) => ({ path, span })));
    const first = page?.sections.find((section) => section.level > 0)?.at ?? page?.sections[0]?.at ?? [0, 0];
    // A report is kept for its cause and what followed; one answer is missing from most, and the others can be guessed.
    const unlearned = missing.includes(ASKED.cause) || missing.includes(ASKED.actions);
    const severity = missing.length > 1 && unlearned ? 'warning' : 'info';
    return gaps([fault('missing', { path, span: first }, { path, missing: listed(missing) }, { severity })], { path });
  },
});

const listed = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join('; ')}; nor ${words.at(-1)}` : words.join('');
