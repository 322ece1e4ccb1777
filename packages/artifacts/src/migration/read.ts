import type { MigrationFacts } from '@shipworthy/model';
import type { RepositoryFile } from '../repository-file.ts';
import { recognizeCode } from './code-file.ts';
import { recognizeLiquibase } from './liquibase-file.ts';
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

/** The facts of a migration. */
export function readMigration(_file: RepositoryFile, recognized: Recognized): MigrationFacts {
  return detectedOnly(recognized);
}

function detectedOnly({
  tool,
  series,
  version,
  variant,
  holds,
  partner,
  back,
  transaction,
}: Recognized): MigrationFacts {
  return {
    tool,
    read: 'detected',
    series,
    ...(version === undefined ? {} : { version }),
    ...(variant === undefined ? {} : { variant }),
    holds,
    ...(partner === undefined ? {} : { partner }),
    up: [],
    back,
    down: [],
    remarks: [],
    ...(transaction === undefined ? {} : { transaction }),
  };
}
