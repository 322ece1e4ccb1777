import type { Cause, OrgReport } from './org-report.ts';
import { counted } from './words.ts';

/** Why something came or went that nobody caused or mended. */
export const OTHER_CAUSES = ['rules', 'scope', 'time', 'exemption', 'unseen'] as const satisfies readonly Cause[];

export const CAUSES: Readonly<Record<Exclude<Cause, 'change'>, string>> = {
  rules: 'because rules, policy or the tool changed',
  scope: 'because other things are asked of what a repository has become',
  time: 'because only the date did',
  exemption: 'because of an exemption',
  unseen: 'because it cannot be told any more',
};

/** What moved without anybody's doing, in one sentence. */
export function othersInWords({ opened, gone }: OrgReport['others']): string | undefined {
  const parts = OTHER_CAUSES.flatMap((cause) => {
    const [came, went] = [opened, gone].map((list) => list.filter((transition) => transition.cause === cause).length);
    const said = [came ? `${came} came` : '', went ? `${went} went` : ''].filter(Boolean).join(' and ');
    return said === '' ? [] : [`${said} ${CAUSES[cause]}`];
  });
  if (parts.length === 0) return undefined;
  const all = counted(opened.length + gone.length, 'more finding');
  return `${all} came or went that nobody caused or mended: ${parts.join('; ')}.`;
}
