import { DEFAULT_VOCABULARY, type DecisionPart, type DocumentFacts, decisionPartOf } from '@shipworthy/model';
import type { WrittenStatus } from './status.ts';

/** What a page's headings say of its being a decision record. */
export interface Signature {
  readonly parts: ReadonlySet<DecisionPart>;
  /** A heading that names a decision in so many words, not a design. */
  readonly decides: boolean;
  /** It gives a status. */
  readonly status: boolean;
  /** Of decision, reason, status and what follows from them: how many it has, 0-4. */
  readonly record: number;
  /** Of the parts of a proposal: how many it has. */
  readonly proposal: number;
  readonly words: number;
}

const DECIDES =
  /^(?:[\d.)\s]*)(?:the )?(?:(?:final |our |architecture |architectural )?decisions?(?: outcomes?| made| taken)?|chosen (?:option|solution|approach)|what (?:did )?we decided?|decision and rationale|beslutning(?:er)?|vedtak|entscheidung(?:en)?|décisions?|decisi(?:ón|ones)|decis(?:ão|ões)|決定|决策|决定)\s*[:.]?$/iu;
const PLANS =
  /^[\d.)\s]*(?:goals?|non[- ]?goals?|test plan|(?:implementation|work|action|upgrade|migration|rollout) (?:plan|history|strategy)|user stories|use cases?|graduation criteria|open questions|unresolved questions|future (?:work|possibilities)|prior art|drawbacks|(?:guide|reference)-level explanation|security considerations|risks and mitigations)\b/i;
const HEAD_OF_PROPOSAL = /^(?:authors?|owning-sig|creation-date|owner|sponsors|reviewers|approvers)$/i;

/** Deep headings are details of an option. */
const MAX_LEVEL = 4;
const BOLD = 7;

export function signatureOf(page: DocumentFacts, status: WrittenStatus | undefined): Signature {
  const parts = new Set<DecisionPart>();
  let [decides, plans, words] = [false, false, 0];
  for (const section of page.sections) {
    words += section.words;
    if (section.level === 0 || (section.level > MAX_LEVEL && section.level !== BOLD)) continue;
    const part = decisionPartOf(DEFAULT_VOCABULARY, section.heading);
    if (part) parts.add(part);
    decides ||= DECIDES.test(section.heading);
    plans ||= PLANS.test(section.heading);
  }
  const follows =
    parts.has('decision-consequences') || parts.has('decision-options') || parts.has('decision-constraints');
  const proposes =
    page.frontMatter.type === 'proposal' || Object.keys(page.frontMatter).some((key) => HEAD_OF_PROPOSAL.test(key));
  return {
    parts,
    decides,
    status: status !== undefined,
    record: count([decides, parts.has('decision-reason'), status !== undefined, follows]),
    proposal: count([
      parts.has('decision'),
      parts.has('decision-reason'),
      parts.has('decision-options'),
      parts.has('decision-consequences'),
      plans,
      proposes || status !== undefined,
    ]),
    words,
  };
}

const count = (signs: readonly boolean[]): number => signs.filter(Boolean).length;
