import type { OrgReport } from '../org-report.ts';

/** `report.json`, as `schema/org-report.schema.json` describes it: the report itself, on one line. */
export const renderReportJson = (report: OrgReport): string => [...reportJsonInPieces(report)].join('');

/** The same piece by piece: of thousands of repositories the whole is more than memory should hold. */
export function* reportJsonInPieces(report: OrgReport): Generator<string, void, undefined> {
  let opening = '{';
  for (const [name, value] of Object.entries(report)) {
    if (value === undefined) continue;
    yield `${opening}${JSON.stringify(name)}:`;
    opening = ',';
    if (Array.isArray(value)) yield* listInPieces(value);
    else yield JSON.stringify(value);
  }
  yield '}\n';
}

function* listInPieces(list: readonly unknown[]): Generator<string, void, undefined> {
  yield '[';
  for (const [index, item] of list.entries()) yield (index === 0 ? '' : ',') + JSON.stringify(item);
  yield ']';
}
