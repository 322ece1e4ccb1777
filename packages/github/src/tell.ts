import { EXIT } from '@shipworthy/audit/exit-codes';
import type { Audit } from '@shipworthy/model';
import { renderAnnotations } from '@shipworthy/reporters/github';
import { json } from '@shipworthy/reporters/json';
import { sarif } from '@shipworthy/reporters/sarif';
import { renderText } from '@shipworthy/reporters/text';
import type { CheckResult } from './check-result.ts';
import type { Log } from './log.ts';
import { CONFIGURATION, NOT_AUDITED } from './results.ts';
import { addSummary, setOutputs, writeReports } from './runner-files.ts';

/** Where a step of a job tells something without any right. */
export interface Places {
  readonly log: Log;
  /** Files that the runner reads after the step; old servers have none. */
  readonly summary: string | undefined;
  readonly outputs: string | undefined;
  /** Folder for the reports. */
  readonly temp: string;
}

interface Options {
  readonly repository: string;
  readonly page: (rule: string) => string | undefined;
}

/** Columns of the log in a browser. */
const LOG_WIDTH = 110;
/** Mistakes of a configuration that stand beside their lines: the runner takes ten. */
const MISTAKES_SHOWN = 5;

/** Tells the result by what every job may do: annotations, the step's summary, files and outputs for later steps. */
export function tell(result: CheckResult, places: Places, options: Options): void {
  const { log, summary } = places;
  const { audit, annotations, title, notes } = result;
  const where = summary === undefined ? 'the log of this step' : 'the summary of this job';
  const own = annotations.filter(({ title: of }) => of === CONFIGURATION || of === NOT_AUDITED);
  for (const each of own.slice(0, MISTAKES_SHOWN))
    log.annotate('error', each.message, { file: each.path, line: each.line, col: each.column, title: each.title });
  if (audit) log.commands(renderAnnotations(audit, where));
  for (const each of notes) log.annotate('notice', each, { title: 'shipworthy' });
  if (audit) log.quoted('Report', textOf(audit));
  tellSummary(result, places);
  setOutputs(places.outputs, outputsOf(result, audit ? reportsOf(audit, places, options) : new Map()));
  log.line(`shipworthy: ${title}`);
}

const textOf = (audit: Audit): string => renderText(audit, { color: 0, width: LOG_WIDTH, hyperlinks: false });

function tellSummary(result: CheckResult, { log, summary }: Places): void {
  if (summary === undefined) return;
  if (!addSummary(summary, (size) => result.summary({ size, of: 'bytes' })))
    log.annotate('warning', 'The summary of this step is full, so that the report stands in its log only.', {
      title: 'shipworthy',
    });
}

const REPORT = 'report.json';
const SARIF = 'shipworthy.sarif';

/** A disk that is full takes nothing away from what was said already. */
function reportsOf(audit: Audit, { temp, log }: Places, options: Options): ReadonlyMap<string, string> {
  try {
    return writeReports(temp, { [REPORT]: json.render(audit, options), [SARIF]: sarif.render(audit, options) });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log.annotate('warning', `The reports for later steps could not be written: ${why}`, { title: 'shipworthy' });
    return new Map();
  }
}

/** What later steps can ask for; documented in action.yml. */
function outputsOf({ audit, code }: CheckResult, files: ReadonlyMap<string, string>): Record<string, string> {
  const answersFor = (severity: 'error' | 'warning'): string =>
    String(
      (audit?.findings ?? []).filter((finding) => finding.severity === severity && finding.change !== 'existing')
        .length,
    );
  return {
    result: resultName(code),
    ...(audit ? { 'introduced-errors': answersFor('error'), 'introduced-warnings': answersFor('warning') } : {}),
    ...(files.has(REPORT) ? { report: files.get(REPORT) ?? '' } : {}),
    ...(files.has(SARIF) ? { sarif: files.get(SARIF) ?? '' } : {}),
  };
}

/** @param code exit code */
export function resultName(code: CheckResult['code']): 'passed' | 'failed' | 'not-audited' {
  if (code === EXIT.ok) return 'passed';
  return code === EXIT.findings ? 'failed' : 'not-audited';
}
