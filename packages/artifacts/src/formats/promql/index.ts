export { durationSeconds } from './duration.ts';
export { type PromqlReading, readPromql } from './expression.ts';
export { isLogql, looksLikeMetricsql, withoutVariables } from './language.ts';
