import type { AlertFacts, Artifact } from '@shipworthy/model';
import { RepositoryFile } from '../../repository-file.ts';
import { parseAlertRules } from '../parse.ts';

/** A file as it was found; `alerts.yaml` unless another path is said. */
export const file = (text: string, path = 'alerts.yaml') => new RepositoryFile(path, 'authored', text);
export const artifactsIn = (text: string, path?: string) => parseAlertRules(file(text, path)).artifacts;

/** The one there is. */
export function only<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined || items.length !== 1) throw new Error(`${items.length} instead of one`);
  return first;
}
export const artifact = (text: string, path?: string): Artifact<'alert-rules'> => only(artifactsIn(text, path));
export const alert = (text: string, path?: string): AlertFacts => only(artifact(text, path).facts.alerts);

/** A file of Prometheus with one group. */
export const group = (rules: string) => `groups:\n- name: g\n  rules:\n${rules}`;
export const RULE = group(`  - alert: Down
    expr: |
      up{job="x"}
        == 0
    for: 5m
    labels: {severity: page}
    annotations:
      summary: "{{ $labels.job }} is down"
      runbook_url: docs/down.md # here
`);
