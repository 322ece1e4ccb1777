/** What a change can bring in that others will have to live with. */
export interface Choice {
  /** As people write it. */
  readonly name: string;
  readonly what: 'datastore' | 'broker' | 'framework' | 'protocol' | 'service';
}

/**
 * The packages by which a choice shows, of every ecosystem, in lower case with a space between. `x*` begins with x; `?x` comes with
 * other things as well, so that it shows the choice only where it was made before. What
 * runs as a program of its own goes by its name in the facts of deployments as well.
 */
export const CHOICES: readonly (readonly [name: string, what: Choice['what'], packages: string])[] = [
  [
    'PostgreSQL',
    'datastore',
    'pg postgres pg-promise psycopg psycopg2 psycopg2-binary psycopg3 asyncpg postgresql npgsql* postgrex github.com/lib/pq github.com/jackc/pgx* gorm.io/driver/postgres tokio-postgres pg8000 r2dbc-postgresql',
  ],
  [
    'MySQL',
    'datastore',
    'mysql mysql2 mysqlclient pymysql trilogy mariadb mariadb-java-client mysql-connector-* myxql github.com/go-sql-driver/mysql gorm.io/driver/mysql aiomysql',
  ],
  [
    'MongoDB',
    'datastore',
    'mongodb mongoose pymongo motor mongoid mongo go.mongodb.org/mongo-driver* mongodb-driver-* spring-boot-starter-data-mongodb* mongodb.driver beanie mongoengine',
  ],
  [
    'Redis',
    'datastore',
    'redis ioredis aioredis redis-rb jedis lettuce-core github.com/redis/go-redis* github.com/go-redis/redis* github.com/gomodule/redigo* stackexchange.redis spring-boot-starter-data-redis* django-redis predis/predis hiredis fred @upstash/redis iovalkey valkey*',
  ],
  [
    'Cassandra',
    'datastore',
    'cassandra-driver scylla-driver github.com/gocql/gocql java-driver-core spring-boot-starter-data-cassandra* scylla',
  ],
  [
    'DynamoDB',
    'datastore',
    '@aws-sdk/client-dynamodb @aws-sdk/lib-dynamodb pynamodb dynamoose dynamodb github.com/aws/aws-sdk-go-v2/service/dynamodb aws-sdk-dynamodb awssdk.dynamodbv2 dynamoid dynamodb-enhanced',
  ],
  [
    'Elasticsearch',
    'datastore',
    '@elastic/elasticsearch elasticsearch elasticsearch-dsl github.com/elastic/go-elasticsearch* github.com/olivere/elastic* elasticsearch-java spring-boot-starter-data-elasticsearch elastic.clients.elasticsearch nest',
  ],
  [
    'OpenSearch',
    'datastore',
    '@opensearch-project/opensearch opensearch-py opensearch-ruby github.com/opensearch-project/opensearch-go* opensearch-java opensearch-rest-client',
  ],
  [
    'ClickHouse',
    'datastore',
    '@clickhouse/client clickhouse-driver clickhouse-connect clickhouse github.com/clickhouse/clickhouse-go* clickhouse-jdbc',
  ],
  [
    'InfluxDB',
    'datastore',
    '@influxdata/influxdb-client influxdb influxdb-client github.com/influxdata/influxdb-client-go* influxdb-client-java',
  ],
  [
    'Neo4j',
    'datastore',
    'neo4j-driver neo4j github.com/neo4j/neo4j-go-driver* neo4j-java-driver spring-boot-starter-data-neo4j',
  ],
  [
    'SQL Server',
    'datastore',
    'mssql tedious pymssql github.com/microsoft/go-mssqldb github.com/denisenkom/go-mssqldb mssql-jdbc microsoft.entityframeworkcore.sqlserver',
  ],
  ['CouchDB', 'datastore', 'nano couchdb pouchdb'],
  [
    'Memcached',
    'datastore',
    'memcached memjs pymemcache python-memcached dalli github.com/bradfitz/gomemcache spymemcached pylibmc',
  ],
  ['etcd', 'datastore', 'etcd3 go.etcd.io/etcd/client/v3 jetcd-core'],
  ['Meilisearch', 'datastore', 'meilisearch meilisearch-rails github.com/meilisearch/meilisearch-go meilisearch-sdk'],
  ['Typesense', 'datastore', 'typesense github.com/typesense/typesense-go*'],
  ['Qdrant', 'datastore', 'qdrant-client @qdrant/js-client-rest github.com/qdrant/go-client'],
  ['Pinecone', 'datastore', '@pinecone-database/pinecone pinecone pinecone-client'],
  ['Weaviate', 'datastore', 'weaviate-client weaviate-ts-client github.com/weaviate/weaviate-go-client*'],
  ['Milvus', 'datastore', 'pymilvus @zilliz/milvus2-sdk-node'],
  [
    'Kafka',
    'broker',
    'kafkajs node-rdkafka kafka-python confluent-kafka @confluentinc/kafka-javascript aiokafka ruby-kafka rdkafka karafka github.com/segmentio/kafka-go github.com/ibm/sarama github.com/shopify/sarama github.com/confluentinc/confluent-kafka-go* github.com/twmb/franz-go kafka-clients spring-kafka confluent.kafka rskafka',
  ],
  [
    'RabbitMQ',
    'broker',
    'amqplib amqp-connection-manager pika aio-pika bunny github.com/rabbitmq/amqp091-go github.com/streadway/amqp amqp-client spring-boot-starter-amqp rabbitmq.client lapin php-amqplib/php-amqplib',
  ],
  ['NATS', 'broker', 'nats nats-py github.com/nats-io/nats.go async-nats jnats nats.net'],
  ['Pulsar', 'broker', 'pulsar-client github.com/apache/pulsar-client-go spring-pulsar'],
  [
    'SQS',
    'broker',
    '@aws-sdk/client-sqs sqs-consumer shoryuken aws-sdk-sqs github.com/aws/aws-sdk-go-v2/service/sqs awssdk.sqs',
  ],
  ['Google Pub/Sub', 'broker', '@google-cloud/pubsub google-cloud-pubsub cloud.google.com/go/pubsub*'],
  [
    'Azure Service Bus',
    'broker',
    '@azure/service-bus azure-servicebus azure.messaging.servicebus azure-messaging-servicebus',
  ],
  ['MQTT', 'broker', 'mqtt paho-mqtt github.com/eclipse/paho.mqtt.golang rumqttc mqttnet'],
  ['ActiveMQ', 'broker', 'activemq-client spring-boot-starter-activemq spring-boot-starter-artemis'],
  ['Celery', 'broker', 'celery'],
  ['Sidekiq', 'broker', 'sidekiq'],
  ['BullMQ', 'broker', 'bullmq bull'],
  ['Temporal', 'broker', '@temporalio/client @temporalio/worker temporalio go.temporal.io/sdk temporal-sdk'],
  ['Express', 'framework', 'express'],
  ['Fastify', 'framework', 'fastify'],
  ['NestJS', 'framework', '@nestjs/core'],
  ['Koa', 'framework', 'koa'],
  ['Hono', 'framework', 'hono'],
  ['Django', 'framework', 'django'],
  ['Flask', 'framework', 'flask'],
  ['FastAPI', 'framework', 'fastapi'],
  ['Rails', 'framework', 'rails'],
  ['Sinatra', 'framework', 'sinatra'],
  ['Spring Boot', 'framework', 'spring-boot-starter spring-boot-starter-web spring-boot-starter-webflux'],
  ['Quarkus', 'framework', 'quarkus-arc quarkus-rest quarkus-resteasy*'],
  ['Micronaut', 'framework', 'micronaut-http-server-netty micronaut-runtime'],
  ['Ktor', 'framework', 'ktor-server-core ktor-server-netty ktor-server-core-jvm'],
  ['Laravel', 'framework', 'laravel/framework'],
  ['Symfony', 'framework', 'symfony/framework-bundle'],
  ['Gin', 'framework', 'github.com/gin-gonic/gin'],
  ['Echo', 'framework', 'github.com/labstack/echo*'],
  ['Fiber', 'framework', 'github.com/gofiber/fiber*'],
  ['Actix Web', 'framework', 'actix-web'],
  ['Axum', 'framework', 'axum'],
  ['Rocket', 'framework', 'rocket'],
  ['React', 'framework', 'react'],
  ['Vue', 'framework', 'vue'],
  ['Angular', 'framework', '@angular/core'],
  ['Svelte', 'framework', 'svelte @sveltejs/kit'],
  ['Solid', 'framework', 'solid-js'],
  ['Next.js', 'framework', 'next'],
  ['Nuxt', 'framework', 'nuxt'],
  ['Remix', 'framework', '@remix-run/react @remix-run/node'],
  ['Astro', 'framework', 'astro'],
  ['Electron', 'framework', 'electron'],
  ['React Native', 'framework', 'react-native'],
  [
    'gRPC',
    'protocol',
    '@grpc/proto-loader nice-grpc grpcio-tools grpcio-reflection tonic grpc-netty* grpc-spring* grpc.aspnetcore @connectrpc/connect connectrpc.com/connect ?@grpc/grpc-js ?grpcio ?grpc ?google.golang.org/grpc ?grpc-stub',
  ],
  [
    'GraphQL',
    'protocol',
    '@apollo/server apollo-server* graphene strawberry-graphql ariadne github.com/99designs/gqlgen graphql-java async-graphql hotchocolate.aspnetcore spring-boot-starter-graphql graphql-yoga @apollo/client urql ?graphql',
  ],
  ['tRPC', 'protocol', '@trpc/server'],
  ['Socket.IO', 'protocol', 'socket.io python-socketio flask-socketio'],
  ['SOAP', 'protocol', 'zeep soap savon spring-boot-starter-web-services'],
  [
    'Auth0',
    'service',
    'auth0 @auth0/nextjs-auth0 auth0-python express-openid-connect @auth0/auth0-react github.com/auth0/go-auth0',
  ],
  ['Clerk', 'service', '@clerk/nextjs @clerk/backend @clerk/express @clerk/clerk-react'],
  ['Firebase', 'service', 'firebase firebase-admin firebase.google.com/go*'],
  ['Supabase', 'service', '@supabase/supabase-js supabase @supabase/ssr'],
  ['Stripe', 'service', 'stripe github.com/stripe/stripe-go* stripe-java stripe.net stripe/stripe-php'],
  ['Twilio', 'service', 'twilio github.com/twilio/twilio-go twilio-ruby'],
  ['Algolia', 'service', 'algoliasearch algoliasearch-rails github.com/algolia/algoliasearch-client-go*'],
  [
    'OpenAI',
    'service',
    'openai github.com/sashabaranov/go-openai github.com/openai/openai-go* ruby-openai @ai-sdk/openai',
  ],
  ['Anthropic', 'service', '@anthropic-ai/sdk anthropic github.com/anthropics/anthropic-sdk-go'],
  [
    'LaunchDarkly',
    'service',
    'launchdarkly-node-server-sdk @launchdarkly/node-server-sdk launchdarkly-server-sdk github.com/launchdarkly/go-server-sdk* launchdarkly-react-client-sdk',
  ],
];

/** Technologies as the facts of deployments call them, where that is not the name of the choice in lower case. */
export const STORES: Readonly<Record<string, string>> = {
  mariadb: 'MySQL',
  cockroachdb: 'CockroachDB',
  scylladb: 'Cassandra',
  sqlserver: 'SQL Server',
  valkey: 'Redis',
  solr: 'Solr',
  oracle: 'Oracle',
  rds: 'RDS',
  documentdb: 'DocumentDB',
  redshift: 'Redshift',
  'cloud-sql': 'Cloud SQL',
  spanner: 'Spanner',
  firestore: 'Firestore',
  alloydb: 'AlloyDB',
  cosmosdb: 'Cosmos DB',
};
/** What a managed database may be: it is no other choice where one of these was there. */
export const MANAGED: Readonly<Record<string, readonly string[]>> = {
  RDS: ['PostgreSQL', 'MySQL', 'SQL Server', 'Oracle'],
  'Cloud SQL': ['PostgreSQL', 'MySQL', 'SQL Server'],
  AlloyDB: ['PostgreSQL'],
  CockroachDB: ['PostgreSQL'],
  DocumentDB: ['MongoDB'],
  OpenSearch: ['Elasticsearch'],
};
