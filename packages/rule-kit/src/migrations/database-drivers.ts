import type { Artifact, SqlDialect } from '@shipworthy/model';

/** Packages by which a program talks to a database, of every ecosystem. */
const DRIVERS: readonly (readonly [RegExp, SqlDialect])[] = [
  [
    /^(?:pg|pg-promise|postgres|psycopg(?:2|2-binary|\[.*|3)?|asyncpg|postgresql|npgsql(?:\..*)?|postgrex|github\.com\/(?:lib\/pq|jackc\/pgx(?:\/v\d+)?)|gorm\.io\/driver\/postgres|tokio-postgres|pg8000|flyway-database-postgresql)$/i,
    'postgresql',
  ],
  [
    /^(?:mysql2?|mysqlclient|pymysql|trilogy|mariadb(?:-java-client)?|mysql-connector-(?:j|java|python)|myxql|github\.com\/go-sql-driver\/mysql|gorm\.io\/driver\/mysql|pomelo\.entityframeworkcore\.mysql)$/i,
    'mysql',
  ],
];

/** The database by the packages that the nearest manifest above the file needs; undefined where it names none, or several. */
export function databaseByDrivers(
  manifests: readonly Artifact<'dependency-manifest'>[],
  path: string,
): SqlDialect | undefined {
  const above = manifests
    .map((manifest) => ({ folder: manifest.path.slice(0, manifest.path.lastIndexOf('/') + 1), manifest }))
    .filter(({ folder }) => path.startsWith(folder))
    .sort((a, b) => b.folder.length - a.folder.length);
  for (const { folder } of above) {
    const names = above
      .filter((other) => other.folder === folder)
      .flatMap(({ manifest }) => manifest.facts.dependencies);
    const found = new Set(
      DRIVERS.flatMap(([pattern, dialect]) => (names.some((name) => pattern.test(name)) ? dialect : [])),
    );
    if (found.size > 1) return undefined;
    const [only] = found;
    if (only) return only;
  }
  return undefined;
}

/**
 * The database of a series: by what its files show, and else by the drivers of the program. Undefined where the two
 * contradict each other: one file of many that names PostgreSQL may do so for a copy of the program that runs elsewhere.
 */
export function databaseOf(
  shown: SqlDialect | undefined,
  manifests: readonly Artifact<'dependency-manifest'>[],
  path: string,
): SqlDialect | undefined {
  const driven = databaseByDrivers(manifests, path);
  if (shown === undefined || driven === undefined) return shown ?? driven;
  return shown === driven ? shown : undefined;
}

/** Linters of migrations that a program needs at work, so that they refuse before a release does. */
const LINTERS =
  /^(?:strong_migrations|online_migrations|safe-pg-migrations|django-migration-linter|django-pg-zero-downtime-migrations|django-safemigrate)$/i;

/** The manifest that brings a linter of migrations, and its name. */
export function migrationLinter(
  manifests: readonly Artifact<'dependency-manifest'>[],
): { path: string; name: string } | undefined {
  for (const { path, facts } of manifests) {
    const name = [...facts.dependencies, ...(facts.development ?? [])].find((dependency) => LINTERS.test(dependency));
    if (name !== undefined) return { path, name };
  }
  return undefined;
}
