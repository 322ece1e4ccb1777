import type { Span, StoreFacts } from '@shipworthy/model';

type What = StoreFacts['what'];

/** Technologies by the name of the image, package or chart that brings them. What nobody has elsewhere is durable. */
const TECHNOLOGIES: Readonly<Record<string, readonly [What, string]>> = {
  postgres: ['database', 'postgresql'],
  postgresql: ['database', 'postgresql'],
  'postgresql-ha': ['database', 'postgresql'],
  postgis: ['database', 'postgresql'],
  pgvector: ['database', 'postgresql'],
  timescaledb: ['database', 'postgresql'],
  'timescaledb-ha': ['database', 'postgresql'],
  spilo: ['database', 'postgresql'],
  mysql: ['database', 'mysql'],
  'mysql-server': ['database', 'mysql'],
  mariadb: ['database', 'mariadb'],
  percona: ['database', 'mysql'],
  mongo: ['database', 'mongodb'],
  mongodb: ['database', 'mongodb'],
  cockroach: ['database', 'cockroachdb'],
  cassandra: ['database', 'cassandra'],
  scylla: ['database', 'scylladb'],
  couchdb: ['database', 'couchdb'],
  clickhouse: ['database', 'clickhouse'],
  'clickhouse-server': ['database', 'clickhouse'],
  influxdb: ['database', 'influxdb'],
  neo4j: ['database', 'neo4j'],
  'mssql-server': ['database', 'sqlserver'],
  mssql: ['database', 'sqlserver'],
  'azure-sql-edge': ['database', 'sqlserver'],
  oracle: ['database', 'oracle'],
  etcd: ['database', 'etcd'],
  minio: ['bucket', 's3'],
  redis: ['cache', 'redis'],
  'redis-stack': ['cache', 'redis'],
  valkey: ['cache', 'valkey'],
  keydb: ['cache', 'redis'],
  dragonfly: ['cache', 'redis'],
  memcached: ['cache', 'memcached'],
  rabbitmq: ['queue', 'rabbitmq'],
  kafka: ['queue', 'kafka'],
  'cp-kafka': ['queue', 'kafka'],
  redpanda: ['queue', 'kafka'],
  nats: ['queue', 'nats'],
  activemq: ['queue', 'activemq'],
  elasticsearch: ['search', 'elasticsearch'],
  opensearch: ['search', 'opensearch'],
  meilisearch: ['search', 'meilisearch'],
  typesense: ['search', 'typesense'],
  solr: ['search', 'solr'],
};

const isDurable = (what: What): boolean => what === 'database' || what === 'bucket' || what === 'volume';

/** The technology that an image, a package or a chart brings; undefined for programs. */
export function technologyOf(reference: string): readonly [What, string] | undefined {
  const name =
    reference
      .toLowerCase()
      .replace(/@.*$/, '')
      .replace(/:[^/]*$/, '')
      .split('/')
      .at(-1) ?? '';
  return Object.hasOwn(TECHNOLOGIES, name) ? TECHNOLOGIES[name] : undefined;
}

/** A store that runs beside the program. `kept`: its data outlives the container. */
export function storeOf(name: string, at: Span, reference: string, kept: boolean): StoreFacts | undefined {
  const found = technologyOf(reference);
  return found && { name, at, what: found[0], technology: found[1], durable: kept && isDurable(found[0]) };
}

/** A managed database, bucket or volume. */
export const managedStore = (name: string, at: Span, what: What, technology?: string, backup?: Span): StoreFacts => ({
  name,
  at,
  what,
  ...(technology === undefined ? {} : { technology }),
  durable: isDurable(what),
  ...(backup ? { backup } : {}),
});
