import type { SqlDialect } from '@shipworthy/model';

/** Words of a path or of a file's name that say which database it is for. */
const BY_PATH: readonly (readonly [RegExp, SqlDialect])[] = [
  [/(?:^|[/._-])(?:postgres\w*|pgsql|psql|pg|supabase)(?:[/._-]|$)|postgres/i, 'postgresql'],
  [/mysql|mariadb/i, 'mysql'],
  [/sqlite|litestream/i, 'sqlite'],
  [/mssql|sql_?server/i, 'sqlserver'],
  [/cassandra|scylla|\.cql$/i, 'cassandra'],
  [/clickhouse|cockroach|oracle|bigquery|spanner|duckdb|snowflake|\bcrdb\b/i, 'other'],
];

/** Syntax that only one of them has. */
const BY_SYNTAX: readonly (readonly [RegExp, SqlDialect])[] = [
  [/\bENGINE\s*=\s*\w*MergeTree|\bENGINE\s*=\s*(?:Distributed|Null|Kafka)\b|\bON CLUSTER\b/i, 'other'],
  [
    /\bENGINE\s*=\s*(?:InnoDB|MyISAM|Aria|RocksDB)\b|\bAUTO_INCREMENT\b|\bint(?:eger)?(?:\(\d+\))? unsigned\b|`\w+`/i,
    'mysql',
  ],
  [/\[dbo\]|\bNVARCHAR\b|^[ \t]*GO[ \t]*\r?$|\bUNIQUEIDENTIFIER\b/im, 'sqlserver'],
  [
    /\$\$|::\w|\b(?:JSONB|TIMESTAMPTZ|BIGSERIAL|SERIAL|BYTEA|TSVECTOR|CITEXT|PLPGSQL|PG_\w+|CONCURRENTLY|NOT VALID)\b|\bCREATE TYPE\b[^;]{0,200}\bAS ENUM\b|\bUSING\s+(?:gin|gist|btree|hash|brin)\b|\bTIMESTAMP\(\d\)|\bALTER COLUMN "?\w+"? (?:TYPE|SET|DROP)\b|\bCREATE EXTENSION\b|\bDOUBLE PRECISION\b/i,
    'postgresql',
  ],
  [/\bAUTOINCREMENT\b|^\s*PRAGMA\b|\bWITHOUT ROWID\b|\bDATETIME NOT NULL\b/im, 'sqlite'],
];

/** In comments stand words of other languages: Prisma quotes names as MySQL does. */
const COMMENT = /--[^\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*$)/g;

/** Which database a text of SQL is for, as far as the path or its own words show it. */
export function dialectOf(path: string, sql: string): SqlDialect | undefined {
  const byPath = BY_PATH.find(([pattern]) => pattern.test(path))?.[1];
  if (byPath) return byPath;
  const code = sql.replace(COMMENT, '');
  return BY_SYNTAX.find(([pattern]) => pattern.test(code))?.[1];
}
