import { type Finding, PRESETS } from '@shipworthy/model';

const CONFIDENCES: readonly Finding['rule']['confidence'][] = ['high', 'medium', 'low'];

/**
 * Findings of one severity, the worst first: what a rule of the smaller preset says, what is surer, what stands for more
 * gaps. Otherwise as they are reported.
 */
export const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    (a, b) =>
      PRESETS.indexOf(a.rule.preset) - PRESETS.indexOf(b.rule.preset) ||
      CONFIDENCES.indexOf(a.rule.confidence) - CONFIDENCES.indexOf(b.rule.confidence) ||
      b.count - a.count,
  );
