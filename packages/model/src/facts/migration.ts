import type { Span } from '../place.ts';

/** Tools that keep a versioned series of schema changes. Those of which operations are not read are detected only. */
export const MIGRATION_TOOLS = [
  'rails',
  'alembic',
  'django',
  'prisma',
  'flyway',
  'golang-migrate',
  'goose',
  'dbmate',
  'sql-migrate',
  'tern',
  'play-evolutions',
  'liquibase',
  'drizzle',
  'knex',
  'sequelize',
  'typeorm',
  'mikro-orm',
  'node-pg-migrate',
  'kysely',
  'atlas',
  'ef-core',
  'fluent-migrator',
  'ecto',
  'diesel',
  'sqlx',
  'sea-orm',
  'supabase',
  'laravel',
  'doctrine',
  'phinx',
  'yii',
  /** SQL whose tool the file does not show. */
  'sql',
  /** Code whose tool is not known. */
  'other',
] as const;
export type MigrationTool = (typeof MIGRATION_TOOLS)[number];

export type SqlDialect = 'postgresql' | 'mysql' | 'sqlite' | 'sqlserver' | 'cassandra' | 'other';

/** One file of a versioned series of schema changes. */
export interface MigrationFacts {
  readonly tool: MigrationTool;
  /** `operations`: `up` and `down` are what it does. `detected`: only that it is one. */
  readonly read: 'operations' | 'detected';
  /** The folder that holds what the tool orders together. */
  readonly series: string;
  /** The first line with something on it: where what concerns the whole file is shown. */
  readonly head: Span;
  /** As the tool compares it: `V1_37`'s `1.37`, a timestamp, a revision, Django's name. Absent: the file shows none. */
  readonly version?: string;
  /** Where the file says its version, if it says it. */
  readonly versionAt?: Span;
  /** What lets several files share a version: the dialect in `1_a.mysql.up.sql`. */
  readonly variant?: string;
  /** Revisions it follows, where the file says so (Alembic, Django: `app.0012_name`). Empty list: it says it is the first. */
  readonly parents?: readonly { readonly version: string; readonly at: Span }[];
  /** Labels of branches that are meant to be (Alembic). */
  readonly branches?: readonly string[];
  /** Versions that it stands for (Django's squashed migrations). */
  readonly replaces?: readonly string[];
  /** The direction the file holds; the other half may lie in the file named in `partner`. */
  readonly holds: 'both' | 'up' | 'down';
  readonly partner?: string;
  readonly up: readonly MigrationOperation[];
  /**
   * The way back. `written`: there are operations. `empty`: there is a place for it with nothing in it. `refused`: it says
   * that there is none (raises, IrreversibleMigration). `automatic`: the tool derives it from `up`. `absent`: the tool has
   * a place for it and none is there. `by-design`: the tool knows none. `unread`: not known.
   */
  readonly back: 'written' | 'empty' | 'refused' | 'automatic' | 'absent' | 'by-design' | 'unread';
  readonly backAt?: Span;
  readonly down: readonly MigrationOperation[];
  /** Remarks that plan or permit something: `safety_assured`, `-- squawk-ignore`, a comment that says how to go back. */
  readonly remarks: readonly MigrationRemark[];
  /** Wrapped in a transaction; absent: not known. */
  readonly transaction?: boolean;
  /** Absent: the file does not show it. */
  readonly dialect?: SqlDialect;
  /** Why part of it could not be read; one clause. */
  readonly unseen?: string;
}

export interface MigrationRemark {
  readonly what: 'permits' | 'way-back' | 'plan';
  readonly text: string;
  readonly at: Span;
}

export type MigrationDeed =
  | 'create-table'
  | 'drop-table'
  | 'rename-table'
  | 'add-column'
  | 'drop-column'
  | 'rename-column'
  | 'change-type'
  | 'require-value'
  | 'allow-empty'
  | 'set-default'
  | 'drop-default'
  | 'add-constraint'
  | 'validate-constraint'
  | 'drop-constraint'
  | 'create-index'
  | 'drop-index'
  | 'add-enum-value'
  | 'insert'
  | 'update'
  | 'delete'
  | 'truncate'
  | 'set-timeout'
  | 'run-code'
  | 'other';

/** One thing a migration does in one direction. */
export interface MigrationOperation {
  readonly deed: MigrationDeed;
  readonly at: Span;
  /** Without its schema, as written; absent where it is not a plain name. */
  readonly table?: string;
  readonly column?: string;
  /** Loses what is stored: a drop of something the same file did not make, a narrowing, a delete or truncate without bounds. */
  readonly destroys: boolean;
  /** A program of the release before goes on working: `unknown` where it depends on what is not seen. */
  readonly compatible: 'yes' | 'no' | 'unknown';
  /** On a table that the same file creates, nothing reads or waits yet. */
  readonly onNewTable: boolean;
  /** Holds writers up on PostgreSQL while it works, and why: `builds the index without CONCURRENTLY`. */
  readonly locks?: string;
}
