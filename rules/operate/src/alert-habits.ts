import type { AlertFacts, Artifact, Profile, Vocabulary } from '@shipworthy/model';

type RuleFiles = readonly Artifact<'alert-rules'>[];

/** From this many rule files on, a thing that none of them has is one habit to change and not one gap a file. */
const MANY_FILES = 10;

const ofFiles = new WeakMap<RuleFiles, Map<string, boolean>>();

/** Answers once for all alerts. */
function once(files: RuleFiles, topic: string, answer: () => boolean): boolean {
  const known = ofFiles.get(files) ?? new Map<string, boolean>();
  ofFiles.set(files, known);
  const found = known.get(topic) ?? answer();
  known.set(topic, found);
  return found;
}

const originals = new WeakMap<RuleFiles, ReadonlyMap<string, string>>();

/**
 * The first of the files that hold the same alerts as this one: a snapshot for each ring or cluster, an overlay beside its base. What
 * is missing in one is missing in all, and is mended in one place.
 */
export function originalOf(files: RuleFiles, path: string): string {
  const known = originals.get(files) ?? firstOfCopies(files);
  originals.set(files, known);
  return known.get(path) ?? path;
}

function firstOfCopies(files: RuleFiles): ReadonlyMap<string, string> {
  const byContent = new Map<string, string[]>();
  for (const { path, facts } of files) {
    // Where it stands differs from copy to copy only by what stands around it.
    const content = JSON.stringify(facts.alerts.map(({ spans: _, blanks: __, expression: ___, ...said }) => said));
    if (facts.alerts.length > 0) byContent.set(content, [...(byContent.get(content) ?? []), path]);
  }
  return new Map([...byContent.values()].flatMap(([first = '', ...others]) => others.map((path) => [path, first])));
}

/** Has the file copies, or is it one? */
export const isCopied = (files: RuleFiles, path: string): boolean =>
  originalOf(files, path) !== path || [...(originals.get(files)?.values() ?? [])].includes(path);

/** The cause of gaps that are one habit of the whole repository. */
export const REPOSITORY = 'repository';

/**
 * What a gap of an alert has in common with others: its file; or the repository, when not one alert of many files has
 * what is asked for, or the alerts are gathered for others and come from many hands. `topic` names the question, so that
 * it is answered once for all alerts.
 */
export function sharedCause(
  files: RuleFiles,
  repository: Profile,
  path: string,
  topic: string,
  has: (alert: AlertFacts) => boolean,
): string {
  const isHabit = once(files, topic, () => {
    const judged = files.filter((file) => file.level !== 'scraped');
    const isCollection = repository.archetypes.some(({ name }) => name === 'collection');
    return judged.length >= MANY_FILES && (isCollection || !judged.some((file) => file.facts.alerts.some(has)));
  });
  return isHabit ? REPOSITORY : originalOf(files, path);
}

/** The cause of gaps that alerts of many files have, whatever the others do: the repository; else their file. */
export function spreadCause(
  files: RuleFiles,
  path: string,
  topic: string,
  lacks: (alert: AlertFacts) => boolean,
): string {
  const isSpread = once(
    files,
    `${topic} is spread`,
    () => files.filter((file) => file.level !== 'scraped' && file.facts.alerts.some(lacks)).length >= MANY_FILES,
  );
  return isSpread ? REPOSITORY : path;
}

/** Teams whose names stand on this share of a repository's alerts run what they watch. */
const OWN_SHARE = 0.5;

/** Are the alerts a collection for others to take? One whose alerts name teams is how those teams keep their own. */
export function isForOthers(files: RuleFiles, repository: Profile, words: Vocabulary): boolean {
  if (!repository.archetypes.some(({ name }) => name === 'collection')) return false;
  return once(files, 'is for others', () => {
    const alerts = files.filter((file) => file.level !== 'scraped').flatMap((file) => file.facts.alerts);
    const named = alerts.filter(({ labels }) => words.ownerLabels.some((label) => labels[label] !== undefined));
    return alerts.length === 0 || named.length / alerts.length < OWN_SHARE;
  });
}

/** Pages that belong to alerts which others wrote: who installs these did not write the pages. */
const OF_OTHERS = /runbooks\.prometheus-operator\.dev|mixin/i;
/** Alerts that come with a product link its manual; that is no page of whoever runs it. */
const MANUAL = /^doc/i;
/** One alert with a page may have come with it. */
const SOME = 2;

/** Does the repository link alerts to pages that are not those of a mixin? Then leaving one out is a gap of its own making. */
export function linksOwnRunbooks(files: RuleFiles, words: Vocabulary): boolean {
  return once(files, 'links runbooks of its own', () => {
    const linked = files
      .filter((file) => file.level !== 'scraped' && file.pathClass === 'authored')
      .flatMap((file) => file.facts.alerts)
      .filter(({ annotations, templated }) =>
        Object.entries(annotations).some(
          ([name, text]) =>
            words.runbookAnnotations.includes(name.toLowerCase()) &&
            !MANUAL.test(name) &&
            !templated.some((field) => field === '' || `annotations.${name}`.startsWith(field)) &&
            !/\s/.test(text.trim()) &&
            !OF_OTHERS.test(text),
        ),
      );
    return linked.length >= SOME;
  });
}

/** What a mixin is entered by: whoever takes it in sets the links to their own pages. */
const MIXIN = /(?:^|\/)mixin\.libsonnet$/;

/** Is the repository a mixin, of which no alert has what is asked for? */
export function isBareMixin(
  files: RuleFiles,
  { archetypes }: Profile,
  topic: string,
  has: (alert: AlertFacts) => boolean,
): boolean {
  const isMixin = archetypes.some(({ name, at }) => name === 'collection' && at !== undefined && MIXIN.test(at.path));
  return isMixin && once(files, `${topic} is nowhere`, () => !files.some(({ facts }) => facts.alerts.some(has)));
}

/** In so many rule files a thing is done on purpose; one file may have come from elsewhere as it is. */
const PRACTICE_FILES = 3;

/** Do all alerts of one sort, in several files, have a thing, so that leaving it out elsewhere is a choice? */
export function isPractice(
  files: RuleFiles,
  topic: string,
  isOfSort: (alert: AlertFacts) => boolean,
  has: (alert: AlertFacts) => boolean,
): boolean {
  return once(files, `${topic} is practice`, () => {
    const asked = files
      .filter((file) => file.level !== 'scraped')
      .map((file) => file.facts.alerts.filter(isOfSort))
      .filter((alerts) => alerts.length > 0);
    return asked.length >= PRACTICE_FILES && asked.every((alerts) => alerts.every(has));
  });
}

/** What others install: they route its alerts, and have procedures of their own. */
const SHIPPED: ReadonlySet<string> = new Set(['shipped-component', 'library', 'command']);

/** Alerts that were installed with what they watch look like one's own: something has to say that these are. */
export function isKeptByTeam(
  { labels }: Pick<AlertFacts, 'labels'>,
  files: RuleFiles,
  repository: Profile,
  words: Vocabulary,
): boolean {
  if (repository.stated) return true;
  const { archetypes } = repository;
  const isShipped = archetypes.length > 0 && archetypes.every(({ name }) => SHIPPED.has(name));
  return (
    (!isShipped && linksOwnRunbooks(files, words)) || words.ownerLabels.some((label) => labels[label] !== undefined)
  );
}
