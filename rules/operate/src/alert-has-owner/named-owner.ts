import type { AlertFacts, Vocabulary } from '@shipworthy/rule-kit';

/** A part of a label's name that says it holds a team: `team_name`, `owning_team`, `support-group`. */
const OWNER_WORD = /(?:^|[_-])(?:team|owner|squad|crew|support_?group)(?:$|[_-])/;
/** Labels that name a service, whose owner a catalogue knows. */
const SERVICE_LABELS = new Set(['service', 'service_name', 'app', 'application', 'component']);
/** A folder of a team's own: `team-payments/`, `teams/payments/`. */
const TEAM_FOLDER = /(?:^|\/)(team-[a-z0-9][\w-]*|(?:teams|squads)\/[\w-]+)\//;

/** The label that says whose the alert is. A value that only the alert's own template knows counts as one. */
export function ownerLabel(alert: AlertFacts, vocabulary: Vocabulary): string | undefined {
  const named = Object.keys(alert.labels).filter((label) => (alert.labels[label] ?? '').trim() !== '');
  const isOwner = (label: string) => vocabulary.ownerLabels.includes(label) || OWNER_WORD.test(label);
  return (
    named.find((label) => isOwner(label.toLowerCase())) ??
    named.find((label) => SERVICE_LABELS.has(label.toLowerCase()))
  );
}

/** The team whose folder holds the file. */
export const teamFolder = (path: string): string | undefined => TEAM_FOLDER.exec(path)?.[1];
