import type { Artifact, Place } from '@shipworthy/rule-kit';

/** Where the program ends and something else begins that can change on its own. */
export type Boundary = 'database' | 'queue' | 'payment provider';

/** What shows a boundary, and where. */
export interface BoundaryFound {
  readonly boundary: Boundary;
  /** The dependency that speaks to it. */
  readonly by: string;
  readonly at: Place;
}

const named = (...names: readonly string[]): ReadonlySet<string> => new Set(names);

/**
 * Drivers and clients by the names of package managers, lower case; of frameworks only those parts that keep data. Data:
 * a library that is missing is one word more.
 */
const DEPENDENCIES: Readonly<Record<Boundary, ReadonlySet<string>>> = {
  database: named(
    ...['pg', 'postgres', 'mysql', 'mysql2', 'mongodb', 'mongoose', 'knex', 'typeorm', 'sequelize', '@prisma/client'],
    ...['drizzle-orm', '@mikro-orm/core', 'mssql', 'oracledb', 'cassandra-driver'],
    ...[
      'psycopg',
      'psycopg2',
      'psycopg2-binary',
      'asyncpg',
      'mysqlclient',
      'pymysql',
      'pymongo',
      'motor',
      'sqlalchemy',
    ],
    ...['flask-sqlalchemy', 'sqlmodel', 'tortoise-orm', 'mysql-connector-python', 'cassandra-driver'],
    ...['activerecord', 'sequel', 'mongoid'],
    ...['postgresql', 'mysql-connector-java', 'mysql-connector-j', 'mariadb-java-client', 'ojdbc11', 'jdbi3-core'],
    ...['spring-boot-starter-data-jpa', 'spring-boot-starter-jdbc', 'spring-boot-starter-data-jdbc', 'hikaricp'],
    ...['spring-boot-starter-data-mongodb', 'spring-boot-starter-data-r2dbc', 'quarkus-jdbc-postgresql'],
    ...['npgsql', 'npgsql.entityframeworkcore.postgresql', 'microsoft.entityframeworkcore.sqlserver', 'mongodb.driver'],
    ...['dapper', 'doctrine/orm', 'doctrine/dbal', 'mongodb/mongodb'],
    ...['sqlx', 'diesel', 'tokio-postgres', 'sea-orm'],
  ),
  queue: named(
    ...[
      'kafkajs',
      'amqplib',
      'bullmq',
      'bull',
      'nats',
      '@aws-sdk/client-sqs',
      '@azure/service-bus',
      '@google-cloud/pubsub',
    ],
    ...['celery', 'pika', 'kombu', 'kafka-python', 'confluent-kafka', 'aiokafka', 'dramatiq', 'nats-py'],
    ...['bunny', 'sidekiq', 'sneakers', 'ruby-kafka'],
    ...['spring-kafka', 'spring-boot-starter-amqp', 'kafka-clients', 'spring-rabbit', 'rapids-and-rivers'],
    ...['masstransit', 'rabbitmq.client', 'confluent.kafka', 'azure.messaging.servicebus'],
    ...['rdkafka', 'lapin', 'async-nats', 'php-amqplib/php-amqplib', 'enqueue/enqueue'],
  ),
  'payment provider': named(
    ...['stripe', 'braintree', '@paypal/checkout-server-sdk', '@adyen/api-library', 'adyen', 'razorpay', 'square'],
    ...[
      '@mollie/api-client',
      'mollie-api-python',
      'stripe-java',
      'stripe.net',
      'stripe/stripe-php',
      'klarna',
      'dj-stripe',
    ],
    ...['mollie/mollie-api-php', 'paddle-sdk', '@lemonsqueezy/lemonsqueezy.js'],
  ),
};

/** The same by parts of the paths of Go modules. */
const OF_GO: Readonly<Record<Boundary, RegExp>> = {
  database:
    /^(?:github\.com\/(?:lib\/pq|jackc\/pgx|go-sql-driver\/mysql|jmoiron\/sqlx|uptrace\/bun|gocql\/gocql|go-gorp\/gorp|letsencrypt\/borp)|gorm\.io\/gorm|go\.mongodb\.org\/mongo-driver|entgo\.io\/ent)/,
  queue:
    /^github\.com\/(?:segmentio\/kafka-go|confluentinc\/confluent-kafka-go|rabbitmq\/amqp091-go|nats-io\/nats\.go|IBM\/sarama|Shopify\/sarama|twmb\/franz-go|streadway\/amqp|hibiken\/asynq)/,
  'payment provider': /^github\.com\/(?:stripe\/stripe-go|plutov\/paypal|braintree-go)/,
};

/** Manifests of what is not the program itself. */
const ASIDE = /(?:^|\/)(?:tests?|e2e|examples?|samples?|docs?|tools?|scripts?|benchmarks?|hack|website)\//i;

/** The first sign of each boundary among the dependencies of the program. */
export function boundariesOf(manifests: readonly Artifact<'dependency-manifest'>[]): readonly BoundaryFound[] {
  const found = new Map<Boundary, BoundaryFound>();
  for (const { path, pathClass, facts } of manifests) {
    if (ASIDE.test(path) || pathClass === 'example') continue;
    for (const dependency of facts.dependencies) {
      const name = dependency.toLowerCase();
      for (const boundary of BOUNDARIES)
        if (
          !found.has(boundary) &&
          (facts.ecosystem === 'go' ? OF_GO[boundary].test(dependency) : DEPENDENCIES[boundary].has(name))
        )
          found.set(boundary, { boundary, by: dependency, at: { path } });
    }
  }
  return [...found.values()];
}

const BOUNDARIES = ['database', 'queue', 'payment provider'] as const;
