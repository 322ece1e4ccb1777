import type { Audit, Finding } from '@shipworthy/model';
import { countsOf } from '../markdown/findings.ts';
import { counted } from '../text/wrap.ts';
import type { Weighed } from './failing.ts';
import { MARKS } from './marks.ts';
import { CODE, type SummaryVerdict } from './options.ts';

/** What was found and what it means for the check, as the title of the page; then, in a line, what else there is to know. */
export function headline(audit: Audit, weighed: Weighed, verdict: SummaryVerdict): string {
  const aside = asideOf(audit, weighed, verdict);
  return `## ${titleOf(audit, weighed, verdict)}\n${aside === '' ? '' : `\n${aside}\n`}`;
}

function titleOf(audit: Audit, { failing, warning, advice }: Weighed, { code }: SummaryVerdict): string {
  const { fails, warns, fine, broken } = MARKS;
  const rules = brokenRules(audit);
  if (rules > 0) return `${broken} Not fully audited: ${counted(rules, 'rule')} broke, this check fails`;
  if (code === CODE.notAudited) return `${broken} Not fully audited: this check fails`;
  if (code !== CODE.fine && failing.length > 0) return `${fails} ${standingOf(failing)}: this check fails`;
  if (code === CODE.usage) return `${broken} The configuration has mistakes: this check fails`;
  if (code !== CODE.fine)
    return `${fails} ${counted(unknowns(audit), 'question')} could not be answered: this check fails`;
  if (warning.length > 0) return `${warns} ${standingOf(warning)}: nothing fails`;
  const fixed = audit.fixed?.length ?? 0;
  const nothing = advice.length > 0 ? 'no error or warning' : 'nothing';
  if (audit.change === undefined) return `${fine} ${capital(nothing)} found`;
  return fixed > 0 ? `${fine} ${fixed} fixed, ${nothing} introduced` : `${fine} ${capital(nothing)} introduced`;
}

function asideOf(audit: Audit, { failing, warning, advice, existing }: Weighed, { code }: SummaryVerdict): string {
  const isBroken = brokenRules(audit) > 0;
  const told = isBroken ? [] : code === CODE.fine ? warning : failing;
  const fixed = audit.fixed?.length ?? 0;
  const isTitled = !isBroken && code === CODE.fine && warning.length === 0;
  const said = [
    told === failing ? '' : standingOf(failing),
    told === warning || warning.length === 0
      ? ''
      : `${standingOf(warning)}, which only ${warning.length === 1 ? 'warns' : 'warn'}`,
    advice.length > 0 ? `${counted(advice.length, 'hint')}` : '',
    isTitled || fixed === 0 ? '' : `${fixed} fixed`,
    existing.length > 0 ? `${counted(existing.length, 'finding')} from before` : '',
    audit.change === undefined
      ? `${counted(audit.files, 'file')} read`
      : `${counted(audit.change.files.length, 'file')} changed`,
  ];
  return said.filter((part) => part !== '').join(' · ');
}

/** `1 error introduced, 2 warnings worsened`; of a whole audit `1 error`. */
function standingOf(findings: readonly Finding[]): string {
  const of = (standing: Finding['change']): string => {
    const counts = countsOf(findings.filter(({ change }) => change === standing));
    return counts === '' || standing === undefined ? counts : `${counts} ${standing}`;
  };
  return [of('introduced'), of('worsened'), of(undefined)].filter((part) => part !== '').join(', ');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const brokenRules = ({ outcomes }: Audit): number =>
  new Set(outcomes.flatMap(({ rule, result }) => (result.outcome === 'error' ? rule : []))).size;

const unknowns = ({ outcomes }: Audit): number => outcomes.filter(({ result }) => result.outcome === 'unknown').length;
