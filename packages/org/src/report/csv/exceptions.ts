import { stringify } from 'csv-stringify/sync';
import type { DueExemption, OrgReport, OrgRepository } from '../org-report.ts';

/**
 * `exceptions.csv`: a row for each setting of a repository that does not count under the policy (`refused`), and for each
 * exemption that has `expired` or `ends soon`. Written as `findings.csv` is.
 */
export function renderExceptionsCsv({ repositories, exemptions }: OrgReport): string {
  const byId = new Map(repositories.map((repository) => [repository.id, repository]));
  const refused = repositories.flatMap((repository) =>
    (repository.refused ?? []).map((clause) => row(repository, { what: 'refused', text: clause })),
  );
  const due = exemptions.map(({ repository, reason, expired, ...rest }) =>
    row(byId.get(repository), { ...rest, what: expired ? 'expired' : 'ends soon', text: reason }),
  );
  return stringify([COLUMNS, ...due, ...refused], {
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  });
}

const COLUMNS = ['repository', 'team', 'what', 'rule', 'paths', 'until', 'owner', 'text'];

interface Exception extends Partial<Pick<DueExemption, 'rule' | 'paths' | 'expires' | 'owner'>> {
  readonly what: 'refused' | 'expired' | 'ends soon';
  readonly text: string;
}

const row = (
  repository: OrgRepository | undefined,
  { what, rule, paths, expires, owner, text }: Exception,
): (string | undefined)[] => [repository?.name, repository?.team, what, rule, paths?.join(' '), expires, owner, text];
