import type { ContractComparison, ContractText } from '@shipworthy/model';
import { parseJson } from '../../formats/json/read-json.ts';
import { Report } from './checks.ts';
import { compareSchemas, Effort, TooMuchToCompare } from './narrowing.ts';
import { SchemaDocument } from './schema-document.ts';

/** Nodes of a schema that is compared; larger ones are tables made by machines. */
const MAX_NODES = 300_000;

/** What of the documents that were valid by the older schema the newer one refuses. */
export function compareJsonSchema(before: ContractText, after: ContractText): ContractComparison {
  const older = read(before, 'older');
  if (typeof older === 'string') return { state: 'unknown', why: older };
  const newer = read(after, 'newer');
  if (typeof newer === 'string') return { state: 'unknown', why: newer };
  const report = new Report();
  try {
    compareSchemas(
      older.conjunction([older.root]),
      newer.conjunction([newer.root]),
      { path: '', at: newer.root.entries[0]?.keySpan },
      { effort: new Effort(), report, seen: new Set() },
    );
  } catch (error) {
    if (!(error instanceof TooMuchToCompare)) throw error;
    return { state: 'unknown', why: 'its schemas hold each other in more ways than are compared' };
  }
  return { state: 'compared', changes: report.changes };
}

function read({ text }: ContractText, side: 'older' | 'newer'): SchemaDocument | string {
  const { root, problem } = parseJson(text);
  if (problem) return `the ${side} version cannot be read: ${problem.what}`;
  if (root?.kind !== 'map') return `the ${side} version is no schema`;
  if (root.size > MAX_NODES) return `the ${side} version has more than ${MAX_NODES} values`;
  return new SchemaDocument(root);
}
