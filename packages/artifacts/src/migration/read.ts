import type { RepositoryFile } from '../repository-file.ts';
import { readAlembic } from './alembic.ts';
import { baseFacts } from './base-facts.ts';
import { recognizeCode } from './code-file.ts';
import { readDjango } from './django.ts';
import { recognizeLiquibase } from './liquibase-file.ts';
import { readRails } from './rails.ts';
import { type ReadMigration, readSql } from './read-sql.ts';
import type { Recognized } from './recognized.ts';
import { recognizeSql } from './sql-file.ts';

/** What a file is as a migration; asked twice of each, answered once. */
export const recognize = (file: RepositoryFile): Recognized | undefined => file.once(recognized);

function recognized(file: RepositoryFile): Recognized | undefined {
  const extension = file.baseName.slice(file.baseName.lastIndexOf('.') + 1).toLowerCase();
  if (extension === 'sql' || extension === 'cql') return recognizeSql(file);
  if (extension === 'xml' || extension === 'yaml' || extension === 'yml') return recognizeLiquibase(file);
  return recognizeCode(file);
}

export const isMigration = (file: RepositoryFile): boolean => recognize(file) !== undefined;

/** The facts of a migration, and what in it could not be read. */
export function readMigration(file: RepositoryFile, recognized: Recognized): ReadMigration {
  const isSql = /\.(?:sql|cql)$/i.test(file.baseName);
  if (isSql && recognized.tool !== 'liquibase') return readSql(file, recognized);
  const read = READERS.get(recognized.tool);
  return { facts: isSql || !read ? baseFacts(file.text, recognized) : read(file, recognized), problems: [] };
}

const READERS = new Map([
  ['alembic', readAlembic],
  ['django', readDjango],
  ['rails', readRails],
]);
