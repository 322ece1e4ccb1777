import type { Audit, AuditedOutcome, Finding, Location, Profile, Reporter } from '@shipworthy/model';
import type { FindingJson, LintJson, OutcomeJson, PlaceJson, ProfileJson } from './shapes.ts';

/** The audit as versioned JSON (`schema/lint.schema.json`), two spaces deep, ending with a line break. */
export function renderJson(audit: Audit): string {
  return `${JSON.stringify(lintJson(audit), undefined, 2)}\n`;
}

export const json: Reporter = { name: 'json', render: renderJson };

/** The same as plain data. */
export function lintJson(audit: Audit): LintJson {
  return {
    schema: 1,
    tool: { name: audit.tool.name, version: audit.tool.version },
    ...(audit.commit === undefined ? {} : { commit: audit.commit }),
    ...(audit.change === undefined ? {} : { base: audit.change.commit ?? audit.change.base }),
    configDigest: audit.configDigest,
    ...(audit.config === undefined ? {} : { config: audit.config }),
    history: audit.history,
    profile: profileJson(audit.profile),
    components: audit.profile.components.map(({ name, folder }) => ({ name, path: folder === '' ? '.' : folder })),
    findings: audit.findings.map(findingJson),
    ...(audit.fixed === undefined ? {} : { fixed: audit.fixed.map(findingJson) }),
    outcomes: audit.outcomes.map(outcomeJson),
    ...(audit.baseline === undefined ? {} : { baseline: audit.baseline }),
    summary: { stages: audit.summary.stages, qualities: audit.summary.qualities },
  };
}

function profileJson({ archetypes, unknown }: Profile): ProfileJson {
  return {
    archetypes: archetypes.map(({ name, because, at }) => ({
      name,
      because,
      ...(at === undefined ? {} : { path: at.path }),
    })),
    ...(unknown ? { unknown: { because: unknown.because, ...(unknown.at ? { path: unknown.at.path } : {}) } } : {}),
  };
}

function findingJson(finding: Finding): FindingJson {
  const { rule, severity, message, location, excerpt, fingerprint, count, related, component, change, inferred } =
    finding;
  const { line, column, endLine } = location;
  return {
    rule: rule.id,
    stage: rule.stages[0],
    stages: rule.stages,
    qualities: rule.qualities,
    severity,
    message,
    path: placeJson(location).path,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(excerpt === undefined ? {} : { excerpt }),
    fingerprint,
    ...(inferred ? { inferred } : {}),
    ...(count > 1 ? { count } : {}),
    ...(component === undefined ? {} : { component }),
    ...(change === undefined ? {} : { change }),
    related: related.map((other) => ({
      ...placeJson(other.location),
      ...(other.message === undefined ? {} : { message: other.message }),
    })),
  };
}

function outcomeJson({ rule, subject, result, evidence }: AuditedOutcome): OutcomeJson {
  const why = 'why' in result ? result.why : 'note' in result ? result.note : undefined;
  return {
    rule,
    subject,
    outcome: result.outcome,
    ...(why === undefined ? {} : { why }),
    ...promise(result),
    ...(evidence.length === 0 ? {} : { evidence: evidence.map(placeJson) }),
  };
}

/** Who says so, and until when. */
function promise(result: AuditedOutcome['result']): Partial<OutcomeJson> {
  if (result.outcome === 'exempt') {
    const { by, owner, expires } = result;
    return { ...(by && { by }), ...(owner && { owner }), ...(expires && { expires }) };
  }
  if (result.outcome !== 'declared') return {};
  const { url, owner, reviewed, expires } = result;
  return { ...(url && { url }), ...(owner && { owner }), ...(reviewed && { reviewed }), ...(expires && { expires }) };
}

/** The root itself, which a link can lead to, is `.`. */
function placeJson({ path, line }: Location): PlaceJson {
  return { path: path === '' ? '.' : path, ...(line === undefined ? {} : { line }) };
}
