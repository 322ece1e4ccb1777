import type { Audit, Finding, Reporter } from '@shipworthy/model';
import { countsOf } from '../markdown/findings.ts';
import { anchorsOf } from '../page/anchors.ts';
import { clip } from '../page/clip.ts';
import { worstFirst } from '../page/worst.ts';
import { visible } from '../text/visible.ts';
import { counted } from '../text/wrap.ts';
import { annotation } from './annotation.ts';
import { command } from './command.ts';
import { MAX_ANNOTATIONS, MAX_MESSAGE } from './limits.ts';

/** Workflow commands that GitHub Actions shows as annotations of the lines they are about. */
export const github: Reporter = {
  name: 'github',
  render: (audit) => renderAnnotations(audit, whereOf(audit)),
};

/**
 * The worst errors and the worst warnings; of a change those that it introduces or worsens. Advice (`info`) never
 * annotates. Rules that broke come first: what they would have said is not known.
 * @param where all of it is to be read; completes "All of them: ..."
 */
export function renderAnnotations(audit: Audit, where: string): string {
  const answersFor = audit.findings.filter(({ change }) => change !== 'existing');
  const broken = brokenOf(audit);
  const ofSeverity = (severity: Finding['severity'], room: number) =>
    worstFirst(answersFor.filter((finding) => finding.severity === severity)).slice(0, room);
  const errors = ofSeverity('error', MAX_ANNOTATIONS - (broken === '' ? 0 : 1));
  const warnings = ofSeverity('warning', MAX_ANNOTATIONS);
  const anchors = anchorsOf(audit);
  const shown = new Set([...errors, ...warnings]);
  return [
    broken,
    ...errors.map((finding) => annotation(finding, 'error', anchors)),
    ...warnings.map((finding) => annotation(finding, 'warning', anchors)),
    moreOf(
      answersFor.filter((finding) => finding.severity !== 'info' && !shown.has(finding)),
      where,
    ),
  ].join('');
}

function brokenOf({ outcomes }: Audit): string {
  const broken = outcomes.flatMap(({ rule, result }) =>
    result.outcome === 'error' ? [{ rule, why: result.why }] : [],
  );
  const [first] = broken;
  if (!first) return '';
  const rules = new Set(broken.map(({ rule }) => rule)).size;
  const text = `${counted(rules, 'rule')} broke while running, so that this is no full audit. First: ${first.rule} (${first.why}). Please report it.`;
  return command('error', { title: 'Not fully audited' }, clip(visible(text), MAX_MESSAGE));
}

function moreOf(left: readonly Finding[], where: string): string {
  if (left.length === 0) return '';
  const text = `And ${countsOf(left)} more; GitHub shows ${MAX_ANNOTATIONS} of a kind. All of them: ${where}`;
  return command('notice', { title: 'More findings' }, clip(visible(text), MAX_MESSAGE));
}

const whereOf = ({ change }: Audit): string =>
  change === undefined ? 'shipworthy lint' : `shipworthy lint --base ${change.commit ?? change.base}`;
