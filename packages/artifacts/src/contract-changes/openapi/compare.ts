import type { ContractComparison, ContractText } from '@shipworthy/model';
import type { Comparison } from './changes-of.ts';
import { childOf, Description, entriesOf } from './description.ts';
import { openApi3Payloads } from './openapi3.ts';
import { operationChanges, operationRemoved } from './operation-changes.ts';
import { pathsOf } from './operations.ts';
import { pairPaths } from './path-pairs.ts';
import { Report } from './report.ts';
import { SchemaChanges } from './schema-changes.ts';
import { MAX_PAIRS, SchemaComparer } from './schema-diff.ts';
import { SchemaReader } from './schema-reader.ts';
import { swagger2Payloads } from './swagger2.ts';

/** References named in an answer. */
const MAX_NAMED = 3;

/**
 * What the newer description of an HTTP interface breaks for those who call the older: Swagger 2.0 and OpenAPI 3, on either
 * side. Never throws for what the texts hold.
 * @param today `2026-05-01`: whether an announced end has come. Without it, that it was announced is enough.
 */
export function compareOpenApi(before: ContractText, after: ContractText, today?: string): ContractComparison {
  const was = sideOf(before);
  const is = sideOf(after);
  if (typeof was === 'string') return { state: 'unknown', why: `the older ${was}` };
  if (typeof is === 'string') return { state: 'unknown', why: is };
  const report = new Report(after.path);
  const comparer = new SchemaComparer(was.reader, is.reader);
  const schemas = new SchemaChanges(report);
  const comparison: Comparison = { report, comparer, schemas, today };
  const { kept, removed } = pairPaths(was, is);
  const paths = childOf(is.description.root, 'paths') ?? is.description.root;
  for (const gone of removed) operationRemoved(comparison, gone, paths);
  for (const pair of kept) operationChanges(comparison, pair);
  webhooksRemoved(comparison, was.description, is.description);
  if (comparer.exceeded)
    return { state: 'unknown', why: `${after.path} holds more than ${MAX_PAIRS} pairs of schemas to compare` };
  schemas.finish(comparer.differing());
  const changes = report.changes();
  const unseen = [...comparer.unseen, ...pathsUnseenNow(was.paths, is.paths)];
  if (unseen.length > 0 && changes.length === 0)
    return {
      state: 'unknown',
      why: `${after.path} refers to what is not to be seen here: ${unseen.slice(0, MAX_NAMED).join(', ')}`,
    };
  return { state: 'compared', changes };
}

function sideOf(text: ContractText) {
  const description = Description.read(text);
  if (typeof description === 'string') return description;
  const reader = new SchemaReader(description);
  const payloads = description.form === 'swagger' ? swagger2Payloads : openApi3Payloads;
  return { description, reader, paths: pathsOf(description, reader, payloads(description, reader)) };
}

/** References to paths that only one of the sides has. */
function pathsUnseenNow(before: ReturnType<typeof pathsOf>, after: ReturnType<typeof pathsOf>): readonly string[] {
  const unseen = (paths: ReturnType<typeof pathsOf>) => new Set(paths.flatMap((item) => item.unseen ?? []));
  const [was, is] = [unseen(before), unseen(after)];
  return [...was, ...is].filter((target) => was.has(target) !== is.has(target));
}

function webhooksRemoved({ report }: Comparison, before: Description, after: Description): void {
  const left = new Set(entriesOf(after.root, 'webhooks').map(([name]) => name));
  const place = childOf(after.root, 'webhooks') ?? after.root;
  for (const [name] of entriesOf(before.root, 'webhooks'))
    if (!left.has(name))
      report.add({
        check: 'webhook-removed',
        what: () => `the webhook ${name} is gone`,
        about: `webhook ${name}`,
        at: place.at,
        file: place.file,
      });
}
