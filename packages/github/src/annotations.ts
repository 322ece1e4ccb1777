import type { Audit, Finding } from '@shipworthy/model';
import { adviceOf, toldOf } from '@shipworthy/reporters/github/told';
import { type Anchors, anchorsOf } from '@shipworthy/reporters/page/anchors';
import { worstFirst } from '@shipworthy/reporters/page/worst';
import type { CheckAnnotation } from './check-result.ts';

/** What a change answers for, beside its lines: errors first, of each severity the worst first. */
export function annotationsOf(audit: Audit): CheckAnnotation[] {
  const answersFor = audit.findings.filter(({ change }) => change !== 'existing');
  const anchors = anchorsOf(audit);
  return (['error', 'warning'] as const).flatMap((level) =>
    worstFirst(answersFor.filter(({ severity }) => severity === level)).map((finding) => ({
      level,
      ...annotationOf(finding, anchors),
    })),
  );
}

function annotationOf(finding: Finding, anchors: Anchors): Omit<CheckAnnotation, 'level'> {
  const { title, message, at, missing } = toldOf(finding, anchors);
  const { absent: _, ...place } = at ?? {};
  return { title, message: message + adviceOf(finding), ...place, ...(missing ? { missing } : {}) };
}
