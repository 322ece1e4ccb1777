import type { AlertFacts, Artifact, Change } from '@shipworthy/rule-kit';
import type { LostGuard } from './guards.ts';

interface Sides<T> {
  readonly before: readonly T[];
  readonly after: readonly T[];
}

/** An alert that looks at this share of another's metrics watches the same. */
const SAME_METRICS = 0.5;

/** Alerts that no file of the head has by name, and that none which the change adds stands in for. */
export function lostAlerts(change: Change, { before, after }: Sides<Artifact<'alert-rules'>>): readonly LostGuard[] {
  const names = new Set(alertsOf(after).map(({ name }) => name));
  const known = new Set(alertsOf(before).map(({ name }) => name));
  const added = alertsOf(after).filter(({ name }) => !known.has(name));
  return before.filter(isJudged).flatMap((file) => {
    const path = pathNow(file.path, change);
    const there = after.some((other) => other.path === path);
    if (!there && !isGone(path, change)) return [];
    return file.facts.alerts
      .filter(
        (alert) =>
          !names.has(alert.name) &&
          !alert.templated.includes('name') &&
          !added.some((other) => watchesSame(alert, other)),
      )
      .map(({ name }): LostGuard => ({ kind: 'alert', name, at: { path, absent: true } }));
  });
}

/** Objectives that no document of the head has by name. */
export function lostObjectives(change: Change, { before, after }: Sides<Artifact<'slo'>>): readonly LostGuard[] {
  const names = new Set(after.flatMap(({ facts }) => facts.objectives.map(({ name }) => name)));
  return before
    .filter((file) => isJudged(file) && file.facts.form !== 'page')
    .flatMap((file) => {
      const path = pathNow(file.path, change);
      const there = after.find((other) => other.path === path);
      if (there ? there.facts.objectives.length >= file.facts.objectives.length : !isGone(path, change)) return [];
      return file.facts.objectives
        .filter(({ name }) => !names.has(name))
        .map(({ name }): LostGuard => ({ kind: 'objective', name, at: { path, absent: true } }));
    });
}

/** Runbooks that are gone without successor, while what they are for is not. */
export function lostRunbooks(
  change: Change,
  { before, after }: Sides<Artifact<'runbook'>>,
  alerts: Sides<Artifact<'alert-rules'>>,
): readonly LostGuard[] {
  const entries = new Set(after.flatMap(namesOf));
  const gone = new Set(alertsOf(alerts.before).map(({ name }) => lettersOf(name)));
  for (const { name } of alertsOf(alerts.after)) gone.delete(lettersOf(name));
  return before.filter(isJudged).flatMap((page): readonly LostGuard[] => {
    const names = namesOf(page);
    if (!isGone(page.path, change)) return [];
    if (names.some((name) => entries.has(name)) || (names.length > 0 && names.every((name) => gone.has(name))))
      return [];
    return [{ kind: 'runbook', name: stemOf(page.path), at: { path: page.path, absent: true } }];
  });
}

const isJudged = ({ level, pathClass }: Pick<Artifact, 'level' | 'pathClass'>): boolean =>
  level !== 'scraped' && pathClass === 'authored';

const alertsOf = (files: readonly Artifact<'alert-rules'>[]): readonly AlertFacts[] =>
  files.flatMap(({ facts }) => facts.alerts);

const pathNow = (path: string, { files }: Change): string => files.find(({ from }) => from === path)?.path ?? path;
/** What is there and not read has lost nothing that can be seen. */
const isGone = (path: string, { files }: Change): boolean =>
  files.some((file) => file.path === path && file.state === 'removed');

function watchesSame(old: AlertFacts, other: AlertFacts): boolean {
  const metrics = old.expression?.metrics ?? [];
  const others = new Set(other.expression?.metrics ?? []);
  if (metrics.length === 0) return old.group === other.group;
  return metrics.filter((metric) => others.has(metric)).length / metrics.length >= SAME_METRICS;
}

const namesOf = ({ facts, path }: Artifact<'runbook'>): readonly string[] => [
  ...new Set([stemOf(path), ...facts.entries.flatMap(({ name, aliases }) => [name, ...aliases])].map(lettersOf)),
];
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const stemOf = (path: string): string => {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return /^(?:index|readme|runbook|playbook)$/i.test(name) ? (path.split('/').at(-2) ?? name) : name;
};
