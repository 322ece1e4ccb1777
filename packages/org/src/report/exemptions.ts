import type { RepositoryRecord } from '../store/record.ts';
import type { DueExemption, OrgReport } from './org-report.ts';
import { byName, counted, number } from './words.ts';

/** Days before its last one in which an exemption is told of: a month is enough to mend or to ask again. */
const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** Exemptions that have expired by a day or soon do, the earliest first. */
export function dueExemptions(records: Iterable<RepositoryRecord>, asOf: string): DueExemption[] {
  const due: (DueExemption & { readonly name: string })[] = [];
  for (const { id, name, state, exemptions = [] } of records) {
    if (state === 'excluded') continue;
    for (const exemption of exemptions) {
      const days = (Date.parse(exemption.expires) - Date.parse(asOf)) / DAY_MS;
      if (days <= SOON_DAYS)
        due.push({ repository: id, name, ...exemption, ...(days < 0 ? { expired: true as const } : {}) });
    }
  }
  return due
    .sort((a, b) => byName(a.expires, b.expires) || byName(a.name, b.name) || byName(a.rule, b.rule))
    .map(({ name: _, ...exemption }) => exemption);
}

/** `2 have expired, 3 end within 30 days` */
export function dueInWords(due: readonly DueExemption[]): string {
  const over = due.filter(({ expired }) => expired).length;
  const soon = due.length - over;
  const parts = [
    over > 0 ? `${number(over)} ${over === 1 ? 'has' : 'have'} expired` : '',
    soon > 0 ? `${number(soon)} ${soon === 1 ? 'ends' : 'end'} within ${SOON_DAYS} days` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** `5 settings of 3 repositories do not count under the policy`; undefined where all count. */
export function refusedInWords({ repositories }: Pick<OrgReport, 'repositories'>): string | undefined {
  const having = repositories.filter(({ refused = [] }) => refused.length > 0);
  const all = having.reduce((sum, { refused = [] }) => sum + refused.length, 0);
  if (all === 0) return undefined;
  const verb = all === 1 ? 'does' : 'do';
  return `${counted(all, 'setting')} of ${counted(having.length, 'repository', 'repositories')} ${verb} not count under the policy`;
}
