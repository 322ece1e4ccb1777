import type { AuditedOutcome } from '@shipworthy/model';
import { placeText } from './finding.ts';
import type { Style } from './style.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

const ACCEPTED_BY = { exemption: 'exempt', suppression: 'suppressed', baseline: 'baseline' } as const;

/** What is exempt, suppressed or declared, with who said so and until when: for `--show-exempt`. */
export function acceptedLines(outcomes: readonly AuditedOutcome[], style: Style): string[] {
  const lines = outcomes.flatMap(({ rule, result, evidence }) => {
    if (result.outcome === 'declared') return entry(rule, 'declared elsewhere', [], result.why, style);
    if (result.outcome !== 'exempt') return [];
    const { by, why, owner, expires, gaps = [] } = result;
    const reason = `${ACCEPTED_BY[by ?? 'exemption']}: ${why}${owner ? ` (${owner}, until ${expires})` : ''}`;
    const said = gaps.map(({ message }, index) => {
      const place = evidence[index];
      return `${place ? `${placeText(place, style)}: ` : ''}${visible(message)}`;
    });
    return entry(rule, undefined, said, reason, style);
  });
  return lines.length === 0 ? [] : [style.strong('Exempt or declared'), ...lines, ''];
}

function entry(
  rule: string,
  aside: string | undefined,
  said: readonly string[],
  reason: string,
  style: Style,
): string[] {
  const hanging = '    ';
  return [
    `  ${rule}${aside === undefined ? '' : style.dim(` (${aside})`)}`,
    ...said.flatMap((text) => wrap(text, style.width, hanging, hanging)),
    ...wrap(style.dim(visible(reason)), style.width, hanging, hanging),
  ];
}
