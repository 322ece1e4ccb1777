import { stringify } from 'csv-stringify/sync';
import type { OrgFinding, OrgReport, OrgRepository } from '../org-report.ts';

interface Line {
  readonly repository: OrgRepository;
  readonly finding: OrgFinding;
  readonly stage: string;
  readonly isNew: boolean;
}

/** Header and cell of each column; `undefined` is an empty cell. */
const COLUMNS: readonly (readonly [string, (line: Line) => string | number | undefined])[] = [
  ['repository', ({ repository }) => repository.name],
  ['team', ({ repository }) => repository.team],
  ['rule', ({ finding }) => finding.rule],
  ['stage', ({ stage }) => stage],
  ['severity', ({ finding }) => finding.severity],
  ['message', ({ finding }) => finding.message],
  ['path', ({ finding }) => finding.path],
  ['line', ({ finding }) => finding.line],
  ['absent', ({ finding }) => (finding.absent ? 'yes' : undefined)],
  ['count', ({ finding }) => finding.count],
  ['component', ({ finding }) => finding.component],
  ['new', ({ isNew }) => (isNew ? 'yes' : undefined)],
  ['commit', ({ repository }) => repository.commit],
  ['audited', ({ repository }) => repository.auditedOn],
  ['url', ({ repository }) => repository.url],
  ['fingerprint', ({ finding }) => finding.fingerprint],
];

/**
 * `findings.csv`: a row for each finding of each repository, as RFC 4180 has it. A cell that a spreadsheet would take for a
 * formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) has a `'` before it.
 */
export const renderCsv = (report: OrgReport): string => [...csvInPieces(report)].join('');

/** The same: the header, and the rows of each repository. */
export function* csvInPieces({ repositories, rules, regressions }: OrgReport): Generator<string, void, undefined> {
  const stages = new Map(rules.map(({ id, stage }) => [id, stage]));
  const fresh = new Set(regressions.map(({ repository, finding }) => keyOf(repository, finding)));
  yield rowsOf([COLUMNS.map(([name]) => name)]);
  for (const repository of repositories) {
    const rows = repository.findings.map((finding) => {
      const line = {
        repository,
        finding,
        stage: stages.get(finding.rule) ?? '',
        isNew: fresh.has(keyOf(repository.id, finding)),
      };
      return COLUMNS.map(([, cell]) => cell(line));
    });
    yield rowsOf(rows);
  }
}

const rowsOf = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  stringify([...rows], {
    record_delimiter: 'windows',
    escape_formulas: true,
    // Only the two together end a record, and readers take either for a line's end.
    quoted_match: /[\r\n]/,
  });

const keyOf = (repository: string, { rule, fingerprint }: OrgFinding): string =>
  JSON.stringify([repository, rule, fingerprint]);
