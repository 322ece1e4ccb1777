import type { Artifact } from '@shipworthy/model';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { CODE_EXTENSIONS } from './code-file.ts';
import { preparePostgresql } from './postgresql-file.ts';
import { isMigration, readMigration, recognize } from './read.ts';

const CODE = new RegExp(`\\.(?:${CODE_EXTENSIONS.join('|')})$`, 'i');
/** Code is read for the number in its name alone, and most code has none. Revisions of Alembic bear theirs anywhere. */
const NUMBERED = /^(?:(?:migration|version|v|m)_?)?\d|\d.*\.py$/i;
/** Liquibase's logs of changes, which lie among XML and YAML of everything. */
const CHANGE_LOG = /(?:change-?logs?|change-?sets?|migrat|^v?\d).*\.(?:xml|ya?ml)$/i;

function parseMigration(file: RepositoryFile): Parsed<'migration'> {
  const recognized = recognize(file);
  if (!recognized) return { artifacts: [], problems: [] };
  const { facts, problems } = readMigration(file, recognized);
  const artifact: Artifact<'migration'> = {
    kind: 'migration',
    path: file.path,
    pathClass: file.pathClass,
    level: facts.read === 'operations' && facts.unseen !== undefined ? 'tolerant' : 'parsed',
    confidence: recognized.confidence,
    why: recognized.why,
    id: file.path,
    title: file.baseName,
    facts,
  };
  return { artifacts: [artifact], problems };
}

const isSqlFile = ({ baseName }: RepositoryFile): boolean => /\.sql$/i.test(baseName);

/** Schema changes of a versioned series, in SQL or code. */
export const migrationKind: KindModule<'migration'> = {
  kind: 'migration',
  factsVersion: 10,
  paths: {
    extensions: ['sql', 'cql'],
    test: (name) => (CODE.test(name) && NUMBERED.test(name)) || CHANGE_LOG.test(name),
    suggested: (path) => /migrat/i.test(path),
  },
  notIn: NEVER_OURS,
  sniff: isMigration,
  load: async () => parseMigration,
  prepare: (file) => (isSqlFile(file) ? preparePostgresql(file) : undefined),
  elements: ({ facts: { up, down } }) => [
    ...up.map(({ deed, table, at }) =>
      listed('migration-operation', table === undefined ? deed : `${deed} ${table}`, at),
    ),
    ...down.map(({ deed, table, at }) =>
      listed('migration-operation', `back: ${table === undefined ? deed : `${deed} ${table}`}`, at),
    ),
  ],
};
