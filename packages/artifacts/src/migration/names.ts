/** Folders that hold a series by their very name: `migrations`, `db/migrate`, `Migrator/DbScripts`, `versioned/v1.2`. */
const SERIES_SEGMENT =
  /migrat|^(?:versioned|versions|db[-_]?scripts|alembic|drizzle|evolutions|changesets?|schema[-_]?changes|db[-_]?updates?|deltas|upgrades?|revisions)$/i;
/** Folders whose files themselves are the series, so that a name without a number may be one of it. */
const PLAIN_SERIES = /^(?:migrations?|db[-_]migrations?)$/i;
/** `v1.2`, `R2016_08_22`, `20240101120000_add_users`: one folder for each step. */
const VERSION_FOLDER = /^(?:[vr]_?)?(\d[\d._-]*\d|\d)(?:[-_.].*)?$/i;
/** `001_a`, `2024-01-31_00_a`, `v1.2__a`, `db.changelog-1.9`. */
const LEADING_VERSION = /^(?:[a-z]{1,2}[-_]?)?(\d+(?:[-_.]\d+)*)(?=[^\d]|$)/i;
/** Stand-ins for a change, and the whole schema at once. */
const NOT_A_STEP =
  /^(?:_?template|example|sample|schema|structure|init|initdb|seeds?|dump|full|all|baseline|latest|current|rollback|drop_?all|test.*|grants?|verify|check.*|debug.*|diagnos.*|readme)(?:[-_.]|$)/i;

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a folder's path says that a series lies in it. */
export const isSeriesFolder = (folder: string): boolean => folder.split('/').some((part) => SERIES_SEGMENT.test(part));
export const isPlainSeries = (folder: string): boolean => PLAIN_SERIES.test(nameOf(folder));

/** The number of a folder that holds one step. */
export const versionOfFolder = (folder: string): string | undefined => VERSION_FOLDER.exec(nameOf(folder))?.[1];
/** All numbers at the start of a name, as written. */
export const leadingVersion = (name: string): string | undefined => LEADING_VERSION.exec(name)?.[1];
/** The digits at the start of a name, without leading zeros: how most tools compare. */
export const leadingNumber = (name: string): string | undefined => {
  const digits = /^\d+/.exec(name)?.[0];
  return digits === undefined ? undefined : digits.replace(/^0+(?=\d)/, '');
};
export const isStep = (name: string): boolean => !NOT_A_STEP.test(name);
