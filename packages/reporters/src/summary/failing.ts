import { type Audit, type Finding, SEVERITIES } from '@shipworthy/model';
import { byStanding } from '../page/standing.ts';
import type { SummaryVerdict } from './options.ts';

/** The findings of an audit by what they mean for whoever waits for the check. */
export interface Weighed {
  readonly failing: readonly Finding[];
  /** Errors and warnings that fail nothing. */
  readonly warning: readonly Finding[];
  readonly advice: readonly Finding[];
  /** There before the change. */
  readonly existing: readonly Finding[];
}

export function weigh({ findings, change }: Audit, { failOn }: SummaryVerdict): Weighed {
  const standing = byStanding(findings);
  const answersFor = change === undefined ? findings : [...standing.introduced, ...standing.worsened];
  const least = failOn === 'never' ? -1 : SEVERITIES.indexOf(failOn);
  const fails = ({ severity }: Finding): boolean => SEVERITIES.indexOf(severity) <= least;
  return {
    failing: answersFor.filter(fails),
    warning: answersFor.filter((finding) => !fails(finding) && finding.severity !== 'info'),
    advice: answersFor.filter(({ severity }) => severity === 'info'),
    existing: change === undefined ? [] : standing.existing,
  };
}
