/** Services that a program cannot be tried without, by the drivers that speak to them. */
const DRIVERS: readonly (readonly [string, RegExp])[] = [
  [
    'PostgreSQL',
    /^(?:pg|pg-promise|postgres|psycopg2?(?:-binary)?|psycopg|asyncpg|github\.com\/(?:lib\/pq|jackc\/pgx(?:\/v\d)?)|postgresql|Npgsql(?:\.EntityFrameworkCore\.PostgreSQL)?|tokio-postgres)$/,
  ],
  [
    'MySQL',
    /^(?:mysql2?|mysqlclient|pymysql|aiomysql|github\.com\/go-sql-driver\/mysql|mysql-connector-j(?:ava)?|MySqlConnector)$/i,
  ],
  ['MongoDB', /^(?:mongodb|mongoose|pymongo|motor|mongoid|go\.mongodb\.org\/mongo-driver(?:\/v\d)?|MongoDB\.Driver)$/],
  [
    'Redis',
    /^(?:redis|ioredis|bullmq|bull|sidekiq|resque|github\.com\/(?:redis|go-redis)\/(?:go-redis|redis)(?:\/v\d)?|StackExchange\.Redis|django-redis)$/,
  ],
  [
    'RabbitMQ',
    /^(?:amqplib|pika|aio-pika|bunny|github\.com\/(?:rabbitmq|streadway)\/amqp(?:091-go)?|RabbitMQ\.Client)$/,
  ],
  [
    'Kafka',
    /^(?:kafkajs|kafka-python|confluent-kafka|aiokafka|github\.com\/(?:segmentio\/kafka-go|IBM\/sarama|twmb\/franz-go)|ruby-kafka)$/,
  ],
  ['Elasticsearch', /^(?:@elastic\/elasticsearch|elasticsearch|opensearch-py|@opensearch-project\/opensearch)$/],
];
/** Libraries by which tests or a host program start such services themselves, or that need none. */
const STARTS =
  /testcontainers|^Aspire\.Hosting|^spring-boot-docker-compose$|embedded-?postgres|pg-mem|^ioredis-mock$|^fakeredis$|^github\.com\/(?:ory\/dockertest|fergusstrange\/embedded-postgres)/i;

/** Services that the names of dependencies show to be needed. */
export const servicesNeeded = (dependencies: readonly string[]): string[] =>
  DRIVERS.filter(([, drivers]) => dependencies.some((name) => drivers.test(name))).map(([service]) => service);

export const startsThem = (dependencies: readonly string[]): boolean => dependencies.some((name) => STARTS.test(name));
