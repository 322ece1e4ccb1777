import { isLogql, looksLikeMetricsql, readPromql } from '../formats/promql/index.ts';
import { hasFreeVariable, promqlReadings } from './variables.ts';

/** Longer queries are not parsed. */
export const MAX_QUERY_LENGTH = 20_000;

/** What is wrong with a PromQL query whatever its variables stand for; `undefined` when nothing certainly is. */
export function promqlFault(
  query: string,
): { readonly what: string; readonly from: number; readonly to: number } | undefined {
  if (query.length > MAX_QUERY_LENGTH || query.includes('{{') || isLogql(query, false)) return undefined;
  let fault: ReturnType<typeof readPromql>['fault'];
  for (const reading of promqlReadings(query)) {
    const read = readPromql(reading);
    if (!read.fault) return undefined;
    if (read.unknownFunctions.length > 0) return undefined;
    fault ??= read.fault;
  }
  return fault && !hasFreeVariable(query) && !looksLikeMetricsql(query) ? fault : undefined;
}
