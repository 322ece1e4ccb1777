import type { Place } from '@shipworthy/model';
import type { SubjectMap } from '@shipworthy/rule-kit';

type Artifacts<S extends 'slo' | 'alert-rules'> = readonly SubjectMap[S]['artifact'][];

/** An objective on latency is a budget. */
export function latencyObjective(objectives: Artifacts<'slo'>): Place | undefined {
  for (const { path, facts } of objectives) {
    const found = facts.objectives.find(({ latency }) => latency);
    if (found) return { path, ...(found.spans[''] && { span: found.spans[''] }) };
  }
  return undefined;
}

const LATENCY = /latenc|duration_(?:milli)?seconds|response_?time|request_time/i;

/** An alert that compares a latency with a number states a limit, even if nobody wrote it down elsewhere. */
export function latencyAlert(files: Artifacts<'alert-rules'>): Place | undefined {
  for (const { path, facts } of files)
    for (const { expression, spans } of facts.alerts) {
      if (!expression || expression.thresholds.length === 0) continue;
      if (
        !expression.functions.includes('histogram_quantile') &&
        !expression.metrics.some((metric) => LATENCY.test(metric))
      )
        continue;
      return { path, ...(spans.expr && { span: spans.expr }) };
    }
  return undefined;
}
