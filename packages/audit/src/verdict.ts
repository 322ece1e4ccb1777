import type { Audit, Severity } from '@shipworthy/model';
import { EXIT, type ExitCode } from './exit-codes.ts';

/** From which severity on findings fail. */
export type FailOn = 'error' | 'warning' | 'never';

const FAILING: Readonly<Record<FailOn, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  never: [],
};

/**
 * A rule that broke is worse than a gap: what it would have said is not known. A change answers for what it introduces or
 * worsens.
 */
export function verdict(
  { outcomes, findings }: Pick<Audit, 'outcomes' | 'findings'>,
  { failOn, strictUnknown }: { readonly failOn: FailOn; readonly strictUnknown: boolean },
): ExitCode {
  if (outcomes.some(({ result }) => result.outcome === 'error')) return EXIT.notAudited;
  if (findings.some(({ severity, change }) => change !== 'existing' && FAILING[failOn].includes(severity)))
    return EXIT.findings;
  if (strictUnknown && outcomes.some(({ result }) => result.outcome === 'unknown')) return EXIT.findings;
  return EXIT.ok;
}
