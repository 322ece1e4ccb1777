import { type Audit, type Met, QUALITIES, SEVERITIES, STAGES } from '@shipworthy/model';
import { groupBy } from './group.ts';
import type { Style } from './style.ts';
import { sideBySide, table } from './table.ts';
import { visible } from './visible.ts';
import { counted, wrap } from './wrap.ts';

/** Met and applicable by stage and by quality; empty when nothing applied. */
export function metLines(audit: Audit, style: Style): string[] {
  const stages = metTable('Stage', STAGES, audit.summary.stages, style);
  const qualities = metTable('Quality', QUALITIES, audit.summary.qualities, style);
  return sideBySide(stages, qualities, style.width);
}

function metTable<N extends string>(
  title: string,
  names: readonly N[],
  mets: Readonly<Partial<Record<N, Met>>>,
  style: Style,
): string[] {
  const rows = names.flatMap((name) => {
    const met = mets[name];
    if (!met || met.applicable === 0) return [];
    const share = `${met.met} of ${met.applicable}`;
    return [[name, met.met === met.applicable ? style.good(share) : share]];
  });
  return rows.length === 0 ? [] : table([[style.dim(title), style.dim('met')], ...rows], ['left', 'right']);
}

/** What the repository was taken for, since that decides which questions apply; a wrong guess should be seen. */
export function profileLines({ profile }: Audit, style: Style): string[] {
  if (profile.unknown) {
    const text = `Taken for: not known (${visible(profile.unknown.because)}). Say what it is in .shipworthy.yaml, for example archetype: library`;
    return wrap(style.dim(text), style.width, '', '');
  }
  const archetypes = profile.archetypes.map(({ name, because }) => `${name} (${visible(because)})`);
  const retired = profile.retired ? `. ${visible(profile.retired.because)}` : '';
  return archetypes.length === 0
    ? []
    : wrap(style.dim(`Taken for: ${archetypes.join('; ')}${retired}`), style.width, '', '');
}

/** The last word: what was found, in what. */
export function verdictLine(audit: Audit, style: Style): string {
  const { findings, outcomes } = audit;
  const unknown = outcomes.filter((outcome) => outcome.result.outcome === 'unknown').length;
  if (findings.length === 0) return cleanLine(audit, unknown, style);
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    return [style.severity(severity, severity === 'info' ? `${count} info` : counted(count, severity))];
  });
  const gaps = findings.reduce((sum, finding) => sum + finding.count, 0);
  const standing = gaps > findings.length ? ` (${gaps} gaps)` : '';
  return `${counts.join(', ')}${standing} in ${scope(audit)}${asides(audit, unknown)}.`;
}

function cleanLine(audit: Audit, unknown: number, style: Style): string {
  if (audit.rules.length === 0) return `No rule was asked: the selection within preset ${audit.preset} is empty.`;
  const applicable = audit.outcomes.filter(({ result }) => result.outcome !== 'not-applicable');
  if (applicable.length === 0) {
    const kinds = audit.artifacts.length === 0 ? 'Nothing operational found' : 'Nothing to ask';
    return `${kinds}: ${counted(audit.rules.length, 'rule')} did not apply to ${found(audit)}.`;
  }
  const broken = applicable.filter(({ result }) => result.outcome === 'error').length;
  const answered = applicable.length - unknown - broken;
  const checked = `${counted(answered, 'question')} answered for ${found(audit)}`;
  if (unknown + broken === 0) return `${style.good('All clear:')} ${checked}${asides(audit, 0)}. Nicely kept.`;
  return `No gaps seen: ${checked}; ${unknown + broken} could not be answered (see above)${asides(audit, 0)}.`;
}

/** `5 artifacts (alert-rules 3, runbook 2) in 120 files`. */
function found(audit: Audit): string {
  const files = counted(audit.files, 'file');
  if (audit.artifacts.length === 0) return `the ${files} here`;
  const kinds = [...groupBy(audit.artifacts, (artifact) => artifact.kind)].map(
    ([kind, artifacts]) => `${kind} ${artifacts.length}`,
  );
  return `${counted(audit.artifacts.length, 'artifact')} (${kinds.join(', ')}) in ${files}`;
}

function scope(audit: Audit): string {
  const asked = new Set(
    audit.outcomes.filter(({ result }) => result.outcome !== 'not-applicable').map((outcome) => outcome.rule),
  );
  return `${counted(audit.files, 'file')}, ${asked.size} of ${counted(audit.rules.length, 'rule')} applied`;
}

const isExempt = ({ result }: Audit['outcomes'][number]): boolean =>
  result.outcome === 'exempt' && result.by !== 'baseline';

/** What else the reader should know is in the numbers. */
function asides(audit: Audit, unknown: number): string {
  const number = (name: string) => audit.outcomes.filter(({ result }) => result.outcome === name).length;
  const accepted = audit.baseline?.accepted ?? 0;
  const parts = [
    [unknown, 'unknown'],
    [accepted, 'accepted by the baseline'],
    [audit.outcomes.filter(isExempt).length, 'exempt'],
    [number('declared'), 'declared elsewhere'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return said.length > 0 ? `; ${said.join(', ')}` : '';
}

/** Nobody reads a baseline for what is gone from it. */
export function staleLines({ baseline }: Audit, style: Style): string[] {
  const stale = baseline?.stale.length ?? 0;
  if (stale === 0) return [];
  const said = `${counted(stale, 'entry', 'entries')} of the baseline no longer needed: shipworthy baseline --prune`;
  return wrap(style.dim(said), style.width, '', '');
}
