import { type Finding, SEVERITIES, type Severity } from '@shipworthy/model';

/** How many findings a component has, by severity. */
export interface ComponentTally {
  readonly component: string;
  readonly counts: Readonly<Record<Severity, number>>;
}

/**
 * Findings by the component that holds them, the worst first. Empty where one component has all of them: the total says
 * the same.
 */
export function talliesOf(findings: readonly Finding[]): ComponentTally[] {
  const tallies = new Map<string, Record<Severity, number>>();
  for (const { component, severity } of findings) {
    if (component === undefined) continue;
    const counts = tallies.get(component) ?? { error: 0, warning: 0, info: 0 };
    tallies.set(component, counts);
    counts[severity]++;
  }
  if (tallies.size < 2) return [];
  return [...tallies]
    .map(([component, counts]) => ({ component, counts }))
    .sort((a, b) => {
      for (const severity of SEVERITIES) {
        const difference = b.counts[severity] - a.counts[severity];
        if (difference !== 0) return difference;
      }
      return a.component < b.component ? -1 : 1;
    });
}
