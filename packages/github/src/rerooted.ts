import type { Audit, Checklist, ChecklistEvidence, Finding, Location } from '@shipworthy/model';

/** Prefixes paths of a folder, so that they are those of the repository; the folder itself, `''`, is named without `/`. */
type Rooted = (path: string) => string;

const rootedIn =
  (folder: string): Rooted =>
  (path) =>
    path === '' ? folder : `${folder}/${path}`;

const locationIn = (to: Rooted, location: Location): Location => ({ ...location, path: to(location.path) });

/** The audit of a folder with paths from the root of the repository, which is where GitHub looks for them. */
export function auditIn(folder: string, audit: Audit): Audit {
  if (folder === '') return audit;
  const to = rootedIn(folder);
  const { change, fixed, baseline, config } = audit;
  return {
    ...audit,
    artifacts: audit.artifacts.map((artifact) => ({ ...artifact, path: to(artifact.path) })),
    findings: audit.findings.map((finding) => findingIn(to, finding)),
    outcomes: audit.outcomes.map((outcome) => ({
      ...outcome,
      evidence: outcome.evidence.map((each) => locationIn(to, each)),
    })),
    ...(fixed ? { fixed: fixed.map((finding) => findingIn(to, finding)) } : {}),
    ...(change
      ? {
          change: {
            ...change,
            files: change.files.map((file) => ({
              ...file,
              path: to(file.path),
              ...(file.from === undefined ? {} : { from: to(file.from) }),
            })),
          },
        }
      : {}),
    ...(baseline
      ? { baseline: { ...baseline, stale: baseline.stale.map((entry) => ({ ...entry, path: to(entry.path) })) } }
      : {}),
    ...(config ? { config: { ...config, files: config.files.map(to) } } : {}),
  };
}

const findingIn = (to: Rooted, finding: Finding): Finding => ({
  ...finding,
  location: locationIn(to, finding.location),
  related: finding.related.map((each) => ({ ...each, location: locationIn(to, each.location) })),
  place: { ...finding.place, path: to(finding.place.path) },
});

/** The checklist of a folder with paths from the root of the repository. */
export function checklistIn(folder: string, checklist: Checklist): Checklist {
  if (folder === '') return checklist;
  const to = rootedIn(folder);
  const at = <Part extends { readonly at: Location }>(part: Part): Part => ({ ...part, at: locationIn(to, part.at) });
  const evidence = (each: ChecklistEvidence): ChecklistEvidence => (each.in === 'file' ? at(each) : each);
  return {
    ...checklist,
    areas: checklist.areas.map((area) => ({
      ...area,
      files: area.files.map((file) => locationIn(to, file)),
      lines: area.lines.map((line) => ({ ...line, evidence: line.evidence.map(evidence) })),
    })),
    contracts: checklist.contracts.map(({ path, breaks, ...rest }) => ({
      ...rest,
      path: to(path),
      ...(breaks ? { breaks: breaks.map(at) } : {}),
    })),
    migrations: checklist.migrations.map((migration) => ({
      ...at(migration),
      dangerous: migration.dangerous.map((each) => locationIn(to, each)),
    })),
    alerts: checklist.alerts.map(at),
    forms: checklist.forms.map(at),
  };
}
