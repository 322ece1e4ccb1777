import { type Gap, type Outcome, type Place, SEVERITIES } from '@shipworthy/model';

const NO_ANSWER = 'it gave no answer: answers are made by pass, gap, gaps, skip and unknown, and nothing is waited for';

/**
 * The answer of a rule, which may be JavaScript that no compiler checked.
 * @throws Error for what is no answer (a promise above all, which would be taken for silence), and for answers without a
 * reason or with places that are none, which nobody could print.
 */
export function answered(result: Outcome | undefined): Outcome {
  switch (result?.outcome) {
    case 'pass':
      for (const place of result.evidence) checkPlace(place);
      return result;
    case 'gap':
      for (const gap of result.gaps) checkGap(gap);
      return result;
    case 'unknown':
      if (result.at) checkPlace(result.at);
      return withReason(result);
    case 'not-applicable':
    case 'declared':
    case 'exempt':
    case 'error':
      return withReason(result);
    default:
      throw new Error(NO_ANSWER);
  }
}

function withReason<O extends { readonly outcome: string; readonly why: string }>(result: O): O {
  if (typeof result.why !== 'string') throw new Error(`it answered ${result.outcome} and did not say why`);
  return result;
}

function checkGap({ at, severity, related }: Gap): void {
  checkPlace(at);
  for (const place of related) checkPlace(place.at);
  if (severity !== undefined && !SEVERITIES.includes(severity)) throw new Error(`there is no severity '${severity}'`);
}

function checkPlace(place: Place | undefined): void {
  const { path, span } = place ?? {};
  const whole =
    typeof path === 'string' && (span === undefined || (Array.isArray(span) && span.every(Number.isInteger)));
  if (!whole) throw new Error('it answered with a place that is none: a place is { path } or { path, span }');
}
