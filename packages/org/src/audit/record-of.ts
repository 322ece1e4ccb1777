import type { Audit, Finding } from '@shipworthy/model';
import type { Config } from '@shipworthy/policy';
import type { OrgExemption, OrgFinding } from '../report/org-report.ts';
import type { RepositoryRecord, RuleStanding } from '../store/record.ts';

/** A finding without text of the repository but its message. */
export function orgFinding({ rule, severity, message, location, fingerprint, count, component }: Finding): OrgFinding {
  const { path, line, absent } = location;
  return {
    rule: rule.id,
    severity,
    message,
    path,
    ...(line === undefined || absent ? {} : { line }),
    ...(absent ? { absent } : {}),
    fingerprint,
    count,
    ...(component === undefined ? {} : { component }),
  };
}

/** An exemption without the place it is written at. */
export const orgExemption = ({ rule, paths, reason, owner, expires }: Config['exemptions'][number]): OrgExemption => ({
  rule,
  ...(paths.length > 0 ? { paths } : {}),
  reason,
  owner,
  expires,
});

/** What an audit says, as a run records it. */
export function recordOf(
  audit: Audit,
): Pick<RepositoryRecord, 'archetypes' | 'stages' | 'standing' | 'unknown' | 'exempt' | 'findings'> {
  const number = (name: string): number => audit.outcomes.filter(({ result }) => result.outcome === name).length;
  return {
    archetypes: audit.profile.archetypes.map(({ name }) => name),
    stages: audit.summary.stages,
    standing: standingOf(audit),
    unknown: number('unknown'),
    exempt: number('exempt'),
    findings: audit.findings.map(orgFinding),
  };
}

/** A gap outweighs what passes, and an answer what could not be seen. */
function standingOf({ outcomes }: Audit): Record<string, RuleStanding> {
  const standing: Record<string, RuleStanding> = {};
  for (const { rule, result } of outcomes) {
    if (result.outcome === 'gap') standing[rule] = 'gaps';
    else if (result.outcome === 'pass' || result.outcome === 'declared')
      standing[rule] = standing[rule] === 'gaps' ? 'gaps' : 'met';
    else if (result.outcome === 'unknown' || result.outcome === 'error') standing[rule] ??= 'unknown';
  }
  return Object.fromEntries(Object.entries(standing).sort(([a], [b]) => (a < b ? -1 : 1)));
}
