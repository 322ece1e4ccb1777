import { beforeAll, expect, test } from '@jest/globals';
import { loadPostgresql } from '../formats/sql/postgresql.ts';
import { scanSql } from '../formats/sql/scan.ts';
import { stepsByPostgresql } from './postgresql-file.ts';
import { sqlSteps } from './sql-steps.ts';
import { type Step, weigh } from './weigh.ts';

/** Of other changes only that there is one: the facts tell them from nothing else. */
const weighed = (steps: readonly Step[]) =>
  weigh(steps).map(({ deed, table, ...rest }) => ({ deed, ...(deed === 'other' ? {} : { table }), ...rest }));

beforeAll(loadPostgresql);

/**
 * The scan reads SQL that does not show its database, and strings in code. PostgreSQL's own parser is its judge: of what
 * both read they must make the same facts.
 */
test.each([
  'CREATE TABLE a (b int NOT NULL DEFAULT 0, CHECK (b > 0)); CREATE TABLE IF NOT EXISTS public."b c" (d text)',
  'CREATE TEMP TABLE a AS SELECT 1; CREATE UNLOGGED TABLE b (c int); CREATE TABLE c PARTITION OF b DEFAULT',
  'DROP TABLE a; DROP TABLE IF EXISTS x.b, c CASCADE; DROP VIEW d; DROP TYPE e; DROP INDEX CONCURRENTLY f; DROP FUNCTION g(int)',
  'ALTER TABLE a ADD b int, ADD COLUMN IF NOT EXISTS c numeric(10, 2) DEFAULT 1.5, DROP COLUMN d, DROP e CASCADE',
  'ALTER TABLE IF EXISTS ONLY x.a RENAME COLUMN b TO c; ALTER TABLE a RENAME b TO c; ALTER TABLE a RENAME TO d',
  'ALTER TABLE a RENAME CONSTRAINT b TO c; ALTER INDEX i RENAME TO j; ALTER VIEW v RENAME TO w; ALTER SEQUENCE s RESTART',
  'ALTER TABLE a ALTER COLUMN b TYPE bigint USING b::bigint, ALTER c SET DATA TYPE text, ALTER d SET NOT NULL, ALTER e DROP NOT NULL',
  "ALTER TABLE a ALTER b SET DEFAULT 'x,y', ALTER COLUMN c DROP DEFAULT, ALTER d SET STATISTICS 100",
  'ALTER TABLE a ADD CONSTRAINT k FOREIGN KEY (b) REFERENCES c (d) ON DELETE CASCADE NOT VALID, VALIDATE CONSTRAINT k, DROP CONSTRAINT IF EXISTS l',
  'ALTER TABLE a ADD PRIMARY KEY (b); ALTER TABLE a ADD UNIQUE (c, d); ALTER TABLE a ADD CHECK (b > 0); ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c',
  'ALTER TABLE a ADD CONSTRAINT k EXCLUDE USING gist (b WITH &&); ALTER TABLE a ADD CONSTRAINT k UNIQUE USING INDEX i',
  'ALTER TABLE a ADD "check" int, ADD "unique" text, ADD key text, ADD index int',
  'ALTER TABLE a ENABLE ROW LEVEL SECURITY; ALTER TABLE a OWNER TO b; ALTER TABLE a ATTACH PARTITION b DEFAULT',
  'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY x.a USING btree (lower(b)) WHERE c IS NULL; CREATE INDEX ON a (b)',
  "ALTER TYPE t ADD VALUE IF NOT EXISTS 'x' BEFORE 'y'; ALTER TYPE t RENAME VALUE 'x' TO 'z'; CREATE TYPE u AS ENUM ('a')",
  'INSERT INTO a (b) SELECT c FROM d ON CONFLICT DO NOTHING; UPDATE ONLY x.a SET b = 1 FROM c; DELETE FROM a USING b WHERE c; TRUNCATE TABLE ONLY a CASCADE',
  'WITH RECURSIVE x (y) AS (SELECT 1), z AS MATERIALIZED (DELETE FROM b RETURNING *) INSERT INTO a SELECT * FROM x',
  "SET lock_timeout = '2s'; SET LOCAL statement_timeout TO 1000; SET search_path TO x; BEGIN; COMMIT; COMMENT ON TABLE a IS 'b; DROP TABLE a'",
  "DO $$ BEGIN DROP TABLE a; END $$; CALL p(1); SELECT f('x')",
  'CREATE FUNCTION f() RETURNS trigger AS $f$ BEGIN DELETE FROM a; RETURN NEW; END; $f$ LANGUAGE plpgsql; CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION f()',
  'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END; DROP TABLE b',
  "GRANT SELECT ON a TO b; CREATE EXTENSION IF NOT EXISTS c; CREATE POLICY p ON a USING (b = 'DROP TABLE x;'); REFRESH MATERIALIZED VIEW v",
  "SELECT E'it\\'s; DROP TABLE a'; /* DROP TABLE b; */ UPDATE a SET b = 'it''s' -- ; DROP TABLE c\n WHERE d",
  'TRUNCATE a, ONLY public.b RESTART IDENTITY CASCADE; RESET lock_timeout; SET CONSTRAINTS ALL DEFERRED',
])('%s', (sql) => {
  const { statements } = scanSql(sql);
  const { steps, refusal } = stepsByPostgresql(sql, [0, sql.length], statements);
  expect(refusal).toBeUndefined();
  expect(weighed(sqlSteps(statements))).toEqual(weighed(steps));
});
