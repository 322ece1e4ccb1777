import type {
  AlertFacts,
  Artifact,
  JobFacts,
  OwnerLineFacts,
  ReceiverFacts,
  RunbookEntryFacts,
  WorkloadFacts,
} from '@shipworthy/model';

/**
 * The identity of each subject for fingerprints: a natural id where one exists, the path otherwise. No line numbers and
 * no message text, so that a shifted or moved element stays the same element.
 */
export const subjectIds = {
  /** Group, name and static labels; `occurrence` tells equal ones apart. */
  alert: (alert: AlertFacts): string => {
    const labels = Object.entries(alert.labels)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    return `${alert.group}/${alert.name}{${labels.join(',')}}${alert.occurrence > 0 ? `#${alert.occurrence}` : ''}`;
  },
  receiver: (document: string, receiver: ReceiverFacts): string => `${document}/${receiver.name}`,
  job: (path: string, { id }: JobFacts): string => `${path}/${id}`,
  /** Several documents of one file may hold the same name for different kinds of objects. */
  workload: (path: string, { object, name }: WorkloadFacts, occurrence: number): string =>
    `${path}/${object}/${name}${occurrence > 0 ? `#${occurrence}` : ''}`,
  ownerLine: (path: string, line: OwnerLineFacts, occurrence: number): string =>
    `${path}/${line.section ? `[${line.section}]` : ''}${line.folder ? `${line.folder}/` : ''}${line.pattern}${occurrence > 0 ? `#${occurrence}` : ''}`,
  runbookEntry: (path: string, entry: RunbookEntryFacts): string =>
    entry.slug === '' ? path : `${path}#${entry.slug}`,
  /** Log and number, so that a record that is renamed stays the same; its path where two share a number. */
  decisionRecord: ({ id, path }: Artifact<'decision-record'>, shared: boolean): string => (shared ? path : id),
} as const;
