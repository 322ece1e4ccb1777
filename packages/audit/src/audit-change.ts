import { askSettled } from '@shipworthy/engine';
import type { Audit } from '@shipworthy/model';
import { settleChange } from '@shipworthy/policy';
import { type OpenedChange, openChange } from './open-change.ts';
import type { AuditRequest, BaseRequest } from './request.ts';
import { Stopwatch } from './stopwatch.ts';

/**
 * From a path and a revision to the audit of the change between them: the configuration, and what it accepts, is that of
 * the base.
 * @throws what `auditPath` throws
 */
export async function auditChange(
  request: AuditRequest,
  against: BaseRequest,
  watch = new Stopwatch(),
): Promise<Audit> {
  const opened = await openChange(request, against, watch);
  watch.lap('read and ask');
  const audit = await auditOfChange(opened);
  watch.lap('settle');
  return audit;
}

/** The audit of a change that is open. */
export async function auditOfChange({ source, asked, found, textsOf }: OpenedChange): Promise<Audit> {
  const { head, base: before, change, moves } = found;
  return settleChange({
    ...asked.settling,
    head,
    base: before,
    change,
    renamed: (identity) => moves.renamed(identity),
    target: source.name,
    readTexts: textsOf.head,
    readBaseTexts: textsOf.base,
    weighing: {
      ...asked.weighing,
      askSettled: (subjects) => askSettled(head, asked.input.rules, subjects, asked.input.conduct),
    },
  });
}
