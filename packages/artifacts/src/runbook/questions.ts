import {
  DEFAULT_VOCABULARY,
  namesTopic,
  PAGER_QUESTIONS,
  type PagerQuestion,
  type SectionFacts,
} from '@shipworthy/model';

/** Headings that pages of other kinds hardly have. */
const STRONG: Readonly<Record<PagerQuestion, RegExp>> = {
  meaning:
    /^(?:meaning|what (?:it|this|this alert|does (?:it|this|this alert)) means?\??|symptoms?|alert|trigger|detection|what is happening)$/i,
  impact: /^(?:(?:user |customer |business )?impact|consequences?|blast radius|konsekvens(?:er)?|auswirkung(?:en)?)$/i,
  diagnosis:
    /^(?:diagnos(?:is|e|tics?)|(?:how to )?investigat(?:ion|e|ing)|quick checks?|triage|identification|feilsøking)$/i,
  mitigation:
    /^(?:mitigat(?:ion|e|ing)|resolution|remediation|how to (?:fix|resolve|mitigate)(?: it| this)?|recovery|fix|tiltak|behebung)$/i,
};

/** Parts of these headings, in lower case: looked for first in all headings of a page together. */
export const STRONG_WORDS: readonly string[] = [
  ...['meaning', 'what ', 'symptom', 'alert', 'trigger', 'detection', 'impact', 'consequence', 'blast radius'],
  ...['konsekvens', 'auswirkung', 'diagnos', 'investigat', 'quick check', 'triage', 'identification', 'feilsøking'],
  ...['mitigat', 'resolution', 'remediation', 'how to ', 'recovery', 'fix', 'tiltak', 'behebung'],
];

/** The heading asks the question in a word hardly used on pages of other kinds. */
export function asksStrongly(heading: string, question: PagerQuestion): boolean {
  return STRONG[question].test(heading);
}

/** The heading asks the question in any known word. */
export function asks(heading: string, question: PagerQuestion): boolean {
  return namesTopic(DEFAULT_VOCABULARY, heading, question);
}

/** So many questions below one heading make it a failure's. */
const MIN_QUESTIONS = 2;

/**
 * Indexes of headings under which pager questions are asked one level deeper ("Queue full" over "Impact" and "Steps"),
 * if several headings of one level are of that shape: each is then an entry.
 */
export function questionedSections(sections: readonly SectionFacts[]): number[] {
  const open: {
    readonly index: number;
    readonly level: number;
    readonly asked: Set<PagerQuestion>;
    strongly: boolean;
  }[] = [];
  const byLevel = new Map<number, number[]>();
  const newList = (level: number): number[] => {
    const list: number[] = [];
    byLevel.set(level, list);
    return list;
  };
  const close = (level: number) => {
    for (let last = open.at(-1); last && last.level >= level; last = open.at(-1)) {
      open.pop();
      if (last.level > 0 && last.strongly && last.asked.size >= MIN_QUESTIONS)
        (byLevel.get(last.level) ?? newList(last.level)).push(last.index);
    }
  };
  sections.forEach(({ heading, level }, index) => {
    close(level);
    const questions = PAGER_QUESTIONS.filter((question) => asks(heading, question));
    const parent = open.at(-1);
    for (const question of questions) {
      parent?.asked.add(question);
      if (parent && asksStrongly(heading, question)) parent.strongly = true;
    }
    // What stands below a question is part of its answer.
    if (questions.length === 0) open.push({ index, level, asked: new Set(), strongly: false });
  });
  close(0);
  const found = [...byLevel.values()].sort((x, y) => y.length - x.length)[0] ?? [];
  return found.length > 1 ? found : [];
}
