import { type Artifact, type Change, type Place, type SaidLine, saidLines } from '@shipworthy/rule-kit';

/** Words by which people plan a step that can hurt: what came before, how to go back, how long it takes. */
const PLAN =
  /^\s*(?:roll-?back|migration(?:[- ]plan)?|way[- ]back|plan)\s*:\s*\S|\broll(?:ed|ing|s)?[- ]?back\b|\brevert|\bdowngrade\b|\bno longer\b|\b(?:un|never |not )used\b|\bobsolete\b|\bdeprecated?\b|\blegacy\b|\bsafe(?:ly)? to\b|\b(?:previous|next|last|earlier|later|prior|follow-?up) (?:release|deploy|version|pr\b|pull request|migration|change)|\b(?:after|once|before) .{0,40}\b(?:deploy|release)|\b(?:expand|contract)(?:ion|ing)?[ -](?:phase|step)|\bzero[- ]downtime\b|\bdowntime\b|\bmaintenance window\b|\bback-?fill|\bbackwards?[- ]compatib|\b(?:breaking|two|multi)[- ]?(?:step|phase)|\bsmall table\b|\bfew rows\b|\bempty table\b|\bno (?:rows|data)\b|\block(?:s|ing|ed)?\b|\bconcurrently\b|\bADR[- ]?\d+|\b(?:future|follow-?up|separate|another|subsequent|previous|later) (?:prs?|pull requests?|commits?|changes?|deploys?|releases?|migrations?)\b|\ball null\b|\bis (?:currently )?empty\b|\b(?:part|phase|step) (?:\d|one|two|three)\b/i;

/** Words that say that nobody has run it, or that it is mended knowingly. */
const EDIT =
  /\b(?:not|never|hasn't|haven't|un)[ -]?(?:yet )?(?:been )?(?:released|deployed|run|ran|applied|shipped|merged)\b|\bidempoten|\bsquash(?:ed|es|ing)? (?:the |all )?migrations?\b|\b(?:fix|repair|correct|amend|edit|change|rewrite|update|oppdater|improve|speed|split|reorder|rename|renumber|simplif|modif|revert|adjust|tweak|clean|mov|remov|disabl|comment)\w*\b.{0,60}\b(?:migrations?|flyway|liquibase|change-?sets?)\b|\b(?:migrations?|flyway|liquibase|change-?sets?)\b.{0,60}\b(?:fail|fix|broke|error|idempoten|crash|edit|chang|re-?order|re-?number|slow|time)/i;

/** A change that is a repair, in its own words. */
const REPAIR = /\b(?:fix|fiks|repair|correct|hotfix|feil|fehler|korrig|corrig|répar|corrección)\w*/i;

const first = (change: Change, pattern: RegExp): SaidLine | undefined =>
  saidLines(change.words).find(({ text }) => pattern.test(text));

/** Where somebody wrote how the change of a schema is carried out. */
export const planSaid = (change: Change): SaidLine | undefined => first(change, PLAN);

/** Where somebody wrote that a migration is edited, and why that is no harm. */
export const editSaid = (change: Change): SaidLine | undefined => first(change, EDIT);

/** The commit that takes an edit back: the file is again what databases ran. */
export const editTakenBack = ({ words }: Change): SaidLine | undefined =>
  saidLines(words).find(({ text, subject }) => subject && /^(?:revert|undo|take back|restore)\b/i.test(text));

/**
 * Whether whoever edits a migration shows to know what that means: the change does nothing but mend migrations, or it gathers those of
 * a series in fewer files.
 * @param before migrations of the base, @param after of the head
 */
export function isKnowingly(
  change: Change,
  series: string,
  before: readonly Artifact<'migration'>[],
  after: readonly Artifact<'migration'>[],
): boolean {
  const now = new Set(after.map(({ path }) => path));
  const then = new Set(before.map(({ path }) => path));
  const moved = new Set(change.files.map(({ from }) => from));
  if (before.some(({ path, facts }) => facts.series === series && !now.has(path) && !moved.has(path))) return true;
  const alone = change.files.every(({ path }) => now.has(path) || then.has(path));
  return alone && first(change, REPAIR) !== undefined;
}

/** A page of the change that tells people how it is carried out. */
export function planPage(change: Change, pages: readonly { readonly path: string }[]): Place | undefined {
  const touched = new Set(change.files.flatMap(({ path, state }) => (state === 'removed' ? [] : path)));
  const page = pages.find(({ path }) => touched.has(path));
  return page && { path: page.path };
}

const CODE = /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|kts|scala|cs|php|exs?|vue|svelte|swift|erb|graphqls?)$/i;
/** Written by the tool that runs migrations, or read by it alone. */
const OF_SCHEMA =
  /(?:^|\/)(?:schema\.rb|structure\.sql|[^/]*ModelSnapshot\.cs|[^/]*\.Designer\.cs|seeds?\.\w+|database\.types\.ts)$/i;
const TEST =
  /(?:^|\/)(?:tests?|specs?|__tests__|e2e|cypress|factories|fixtures?)\/|(?:^|[._/-])(?:test|spec)s?[._-]|(?:Tests?|Spec|IT)\.\w+$|(?:^|\/)conftest\.py$/;

/** Where programs say what the tables look like. */
const OF_MODELS = /(?:^|[/_.-])(?:models?|entit(?:y|ies)|domain|dao|repositor(?:y|ies)|schema)(?:[/_.-]|$)/i;

/** Code of the program that the change alters beside its migrations: what bears the name of a table first, then models. */
export function codeBeside(
  change: Change,
  migrations: ReadonlySet<string>,
  tables: readonly string[],
): string | undefined {
  const found = change.files.flatMap(({ path, pathClass, state, edited, comments }) =>
    pathClass === 'authored' &&
    !comments &&
    (state === 'modified' || state === 'removed' || edited === true) &&
    CODE.test(path) &&
    !OF_SCHEMA.test(path) &&
    !TEST.test(path) &&
    !migrations.has(path)
      ? path
      : [],
  );
  const names = tables.map(lettersOf).map((name) => name.replace(/(?:ies|s)$/, ''));
  const bearsName = (path: string) => names.some((name) => name !== '' && lettersOf(path).includes(name));
  return found.find(bearsName) ?? found.find((path) => OF_MODELS.test(path)) ?? found[0];
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
