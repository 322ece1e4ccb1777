import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import { type FailOn, verdict } from '@shipworthy/audit/verdict';
import type { Audit, Checklist } from '@shipworthy/model';
import type { ConfigFault } from '@shipworthy/policy';
import { renderComment, renderNoAudit, renderSummary, type SummaryOptions } from '@shipworthy/reporters/summary';
import { annotationsOf } from './annotations.ts';
import type { CheckAnnotation, CheckResult, CheckSubject } from './check-result.ts';
import { type Fault, mistakeText, sentenceOf } from './fault.ts';
import { auditIn, checklistIn } from './rerooted.ts';

/** What a result is made of besides the audit. */
export interface Asked {
  readonly subject: CheckSubject;
  readonly failOn: FailOn;
  readonly strictUnknown: boolean;
  /** Folder in the configurations of which the mistakes are. */
  readonly mistakes: readonly ConfigFault[];
  readonly notes: readonly string[];
  /** Web address of the repository. */
  readonly repository: string;
  /** The page of a rule as Markdown. */
  readonly page: (rule: string) => string | undefined;
}

/** The result of an audit; its paths are those below the folder that was audited. */
export function resultOf(inFolder: { audit: Audit; checklist?: Checklist | undefined }, asked: Asked): CheckResult {
  const { subject, repository, page, failOn, mistakes } = asked;
  const audit = auditIn(subject.path, inFolder.audit);
  const checklist = inFolder.checklist && checklistIn(subject.path, inFolder.checklist);
  const code = codeOf(audit, asked);
  const notes = [...asked.notes, ...mistakes.slice(0, 1).map(() => brokenConfiguration(mistakes))];
  const options: SummaryOptions = {
    page,
    repository,
    verdict: { code, failOn },
    ...(checklist ? { checklist } : {}),
    command: commandOf(audit, subject),
    notes,
  };
  return {
    subject,
    audit,
    ...(checklist ? { checklist } : {}),
    code,
    conclusion: conclusionOf(code),
    title: titleOf(renderSummary(audit, options)),
    summary: (limit) => renderSummary(audit, { ...options, limit }),
    comment: (limit) =>
      renderComment(audit, { ...options, limit, ...(subject.run === undefined ? {} : { run: subject.run }) }),
    annotations: [...mistakes.map((mistake) => annotationOfMistake(mistake, subject.path)), ...annotationsOf(audit)],
    notes,
  };
}

/** The result where there is no audit. */
export function noAudit(
  fault: Fault,
  {
    subject,
    notes,
    version,
  }: { readonly subject: CheckSubject; readonly notes: readonly string[]; readonly version: string },
): CheckResult {
  const { code, advice, mistakes } = fault;
  const why = sentenceOf(fault);
  const text = renderNoAudit({ why, advice, usage: code === EXIT.usage, notes, version });
  return {
    subject,
    code,
    conclusion: conclusionOf(code),
    title: titleOf(text),
    summary: () => text,
    comment: () => text,
    annotations:
      mistakes.length > 0
        ? mistakes.map((mistake) => annotationOfMistake(mistake, subject.path))
        : [{ level: 'error', title: NOT_AUDITED, message: `${why} ${advice}` }],
    notes,
  };
}

/** Title of what is said of the configuration. */
export const CONFIGURATION = 'Configuration';
/** Title of the annotation that stands for all there could have been. */
export const NOT_AUDITED = 'Not audited';

/** Mistakes that the change brings into the configuration fail what it would fail from then on. */
function codeOf(audit: Audit, { mistakes, ...asked }: Asked): ExitCode {
  const code = verdict(audit, asked);
  return code === EXIT.notAudited || mistakes.length === 0 ? code : EXIT.usage;
}

const conclusionOf = (code: ExitCode): CheckResult['conclusion'] => (code === EXIT.ok ? 'success' : 'failure');

/** The page says it in its heading. */
const titleOf = (page: string): string => (page.split('\n', 1)[0] ?? '').replace(/^#+ /, '');

function brokenConfiguration(mistakes: readonly ConfigFault[]): string {
  const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
  return `This change brings ${count} into the configuration, which would fail every change after it. ${mistakes.slice(0, 3).map(mistakeText).join(' ')}`;
}

export const annotationOfMistake = (
  { path, line, column, what, advice }: ConfigFault,
  folder: string,
): CheckAnnotation => ({
  level: 'error',
  title: CONFIGURATION,
  message: `${what}. ${advice}`,
  path: folder === '' ? path : `${folder}/${path}`,
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
});

function commandOf({ change, preset }: Audit, { path }: CheckSubject): string {
  const folder = path === '' ? '' : ` ${/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`}`;
  const base = change === undefined ? '' : ` --base ${change.commit ?? change.base}`;
  return `shipworthy lint${folder}${base}${preset === 'recommended' ? '' : ` --preset ${preset}`}`;
}
