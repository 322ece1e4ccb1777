import type { Audit, Finding, Location } from '@shipworthy/model';
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
      title: finding.rule.id,
      message: messageOf(finding),
      ...placeOf(finding, anchors),
    })),
  );
}

const isMissing = ({ path, absent }: Location): boolean => absent === true || path === '';

function messageOf({ message, location, count, rule }: Finding): string {
  const expected =
    isMissing(location) && location.path !== '' && !message.includes(location.path)
      ? `Expected at ${location.path}. `
      : '';
  const times = count > 1 && !message.startsWith(`${count} `) ? `×${count} ` : '';
  return `${expected}${times}${message} More: shipworthy explain ${rule.id}`;
}

/** What is missing is shown where the question comes from, or else at the nearest readme. */
function placeOf(
  { location, related }: Finding,
  anchors: Anchors,
): Omit<CheckAnnotation, 'level' | 'title' | 'message'> {
  if (!isMissing(location)) {
    const { absent: _, ...place } = location;
    return place;
  }
  const asking = related.find(({ location: at }) => at.line !== undefined && !isMissing(at));
  if (asking) {
    const { absent: _, ...place } = asking.location;
    return { ...place, missing: true };
  }
  const path = anchors(location.path);
  return path === undefined ? { missing: true } : { path, missing: true };
}
