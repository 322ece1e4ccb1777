import type { CodeToken } from '../formats/code/tokens.ts';
import { scanSql } from '../formats/sql/scan.ts';
import { sqlSteps } from './sql-steps.ts';
import type { Step } from './weigh.ts';

/** How SQL begins. Strings of code are names and messages as well, so a second word has to follow. */
const SQL =
  /^\s*(?:alter\s+(?:table|type|index|view|sequence|function|role|database|materialized|default)|create\s+\w+|drop\s+\w+|insert\s+(?:ignore\s+)?into|update\s+[\w."`]+\s+(?:\w+\s+)?set|delete\s+from|truncate\s+\w+|set\s+(?:local\s+|session\s+)?\w+\s*(?:=|to)|with\s+\w+\s+as|do\s+\$|select\s+\w|lock\s+table|grant\s+\w+|revoke\s+\w+|comment\s+on|refresh\s+\w+|rename\s+table|vacuum\b|analyze\b|reindex\s)/i;

export const isSql = (text: string): boolean => SQL.test(text) || /^\s*(?:--|\/\*)/.test(text);

/**
 * The steps of SQL in string literals. `tokens` are strings that stand side by side, which Python and C joins: what is
 * between them is blank, so that every offset stays what it is in the file.
 */
export function stepsInStrings(tokens: readonly CodeToken[]): Step[] {
  const first = tokens[0]?.inner?.[0];
  if (first === undefined) return [];
  let text = '';
  for (const { inner, text: part } of tokens) {
    if (!inner) continue;
    text = text.padEnd(inner[0] - first) + part;
  }
  return sqlSteps(scanSql(text).statements).map((step) => ({
    ...step,
    at: [step.at[0] + first, step.at[1] + first],
  }));
}

/** Runs of strings that stand side by side. */
export function stringRuns(tokens: readonly CodeToken[]): CodeToken[][] {
  const runs: CodeToken[][] = [];
  let open = false;
  for (const token of tokens) {
    if (token.kind !== 'string') open = false;
    else if (open) runs.at(-1)?.push(token);
    else {
      runs.push([token]);
      open = true;
    }
  }
  return runs;
}
