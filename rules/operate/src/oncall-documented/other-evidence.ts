import { namesTopic, type Place } from '@shipworthy/model';
import type { SubjectMap, Vocabulary } from '@shipworthy/rule-kit';

type Artifacts<S extends 'alert-routing' | 'runbook' | 'document'> = readonly SubjectMap[S]['artifact'][];

/** Services that keep a rotation, by the names of their integrations. */
const PAGERS: Readonly<Record<string, string>> = {
  pagerduty: 'PagerDuty',
  opsgenie: 'Opsgenie',
  victorops: 'Splunk On-Call',
  oncall: 'Grafana OnCall',
  incidentio: 'incident.io',
  jira: 'Jira Service Management',
};

/** A receiver that hands alerts to a service which knows who is on call. */
export function pagerIn(
  routing: Artifacts<'alert-routing'>,
): { readonly at: Place; readonly service: string } | undefined {
  for (const { path, facts, pathClass } of routing)
    for (const receiver of pathClass === 'example' ? [] : facts.receivers)
      for (const { type, at } of receiver.integrations) {
        const service =
          PAGERS[
            type
              .replace(/_configs?$/, '')
              .replace(/[^a-z]/gi, '')
              .toLowerCase()
          ];
        if (service) return { at: { path, span: at }, service };
      }
  return undefined;
}

/** A section of a runbook that says whom to call, with words below it. */
export function escalationIn(
  runbooks: Artifacts<'runbook'>,
  documents: Artifacts<'document'>,
  words: Vocabulary,
): Place | undefined {
  const paths = new Set(runbooks.map(({ path }) => path));
  for (const { path, facts } of documents) {
    if (!paths.has(path)) continue;
    const section = facts.sections.find(
      ({ level, heading, words: length, placeholder }) =>
        level > 0 && length > 2 && placeholder === undefined && namesTopic(words, heading, 'escalation path'),
    );
    if (section) return { path, span: section.at };
  }
  return undefined;
}
