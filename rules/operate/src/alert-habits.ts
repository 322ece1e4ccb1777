import type { AlertFacts, Artifact } from '@shipworthy/model';

type RuleFiles = readonly Artifact<'alert-rules'>[];

/** From this many rule files on, a thing that none of them has is one habit to change and not one gap a file. */
const MANY_FILES = 5;

const ofFiles = new WeakMap<RuleFiles, Map<string, boolean>>();

/**
 * What a gap of an alert has in common with others: its file; or, when not one alert of many files has what is asked
 * for, the repository. `topic` names the question, so that it is answered once for all alerts.
 */
export function sharedCause(
  files: RuleFiles,
  path: string,
  topic: string,
  has: (alert: AlertFacts) => boolean,
): string {
  const known = ofFiles.get(files) ?? new Map<string, boolean>();
  ofFiles.set(files, known);
  let nowhere = known.get(topic);
  if (nowhere === undefined) {
    const judged = files.filter((file) => file.level !== 'scraped');
    nowhere = judged.length >= MANY_FILES && !judged.some((file) => file.facts.alerts.some(has));
    known.set(topic, nowhere);
  }
  return nowhere ? 'repository' : path;
}
