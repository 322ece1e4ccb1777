import { askSettled, investigate, readTexts } from '@shipworthy/engine';
import type { Audit } from '@shipworthy/model';
import { settle } from '@shipworthy/policy';
import { openSource } from '@shipworthy/sources';
import { type AuditRequest, sourceOptions } from './request.ts';
import { Stopwatch } from './stopwatch.ts';
import { whatIsAsked } from './what-is-asked.ts';

/**
 * From a path to an audit: source, configuration, engine, policy.
 * @throws UsageError for a rule that does not exist, SourceError for a source that cannot be had, ConfigError for a
 * configuration with mistakes.
 */
export async function auditPath(request: AuditRequest, watch = new Stopwatch()): Promise<Audit> {
  const source = await (request.source ?? openSource(request.path, sourceOptions(request)));
  watch.lap('list');
  const asked = await whatIsAsked(request, source);
  const investigation = await investigate({ source, ...asked.input });
  watch.lap('read and ask');
  const audit = await settle({
    ...asked.settling,
    investigation,
    target: source.name,
    readTexts: request.textsOf ?? ((paths) => readTexts(source, paths)),
    weighing: {
      ...asked.weighing,
      askSettled: (subjects) => askSettled(investigation, asked.input.rules, subjects, asked.input.conduct),
    },
  });
  watch.lap('settle');
  return audit;
}
