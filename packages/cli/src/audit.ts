import { investigate, readTexts } from '@shipworthy/engine';
import type { Audit } from '@shipworthy/model';
import { profileOf, type Selection, selectRules, settle, UnknownRuleError } from '@shipworthy/policy';
import { openSource } from '@shipworthy/sources';
import { allRules } from './catalogue.ts';
import { Stopwatch } from './stopwatch.ts';
import { unknownRule } from './unknown-rule.ts';

export interface AuditRequest extends Selection {
  readonly path: string;
  readonly version: string;
  readonly untracked?: boolean;
  readonly revision?: string;
  /** Also find the lines of the evidence of what passed. */
  readonly locateEvidence: boolean;
}

/**
 * From a path to an audit: source, engine, policy.
 * @throws UsageError for a rule that does not exist, SourceError for a source that cannot be had.
 */
export async function auditPath(request: AuditRequest, watch = new Stopwatch()): Promise<Audit> {
  const { path, preset, only, stage, untracked, revision, version } = request;
  const rules = knownRules({ preset, ...(only && { only }), ...(stage && { stage }) });
  const source = await openSource(path, {
    ...(untracked === undefined ? {} : { untracked }),
    ...(revision === undefined ? {} : { revision }),
  });
  watch.lap('list');
  const investigation = await investigate({ source, rules, profile: profileOf });
  watch.lap('read and ask');
  const audit = await settle({
    investigation,
    tool: { name: 'shipworthy', version },
    target: source.name,
    preset,
    settings: { only: only ?? [], stage: stage ?? null, untracked: untracked ?? false },
    locateEvidence: request.locateEvidence,
    readTexts: (paths) => readTexts(source, paths),
  });
  watch.lap('settle');
  return audit;
}

function knownRules(selection: Selection): ReturnType<typeof selectRules> {
  try {
    return selectRules(allRules, selection);
  } catch (error) {
    if (error instanceof UnknownRuleError) throw unknownRule(error.wanted);
    throw error;
  }
}
