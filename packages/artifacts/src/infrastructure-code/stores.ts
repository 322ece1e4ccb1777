import type { StoreFacts } from '@shipworthy/model';

type Managed = readonly [what: StoreFacts['what'], technology: string];

/** Resources that keep what nobody has elsewhere, by the type that Terraform's providers give them. */
const TERRAFORM: readonly (readonly [RegExp, Managed])[] = [
  [/^aws_(?:db_instance|rds_cluster)$/, ['database', 'rds']],
  [/^aws_dynamodb_table$/, ['database', 'dynamodb']],
  [/^aws_docdb_cluster$/, ['database', 'documentdb']],
  [/^aws_redshift_cluster$/, ['database', 'redshift']],
  [/^aws_s3_bucket$/, ['bucket', 's3']],
  [/^aws_efs_file_system$/, ['volume', 'efs']],
  [/^aws_(?:opensearch|elasticsearch)_domain$/, ['search', 'opensearch']],
  [/^aws_elasticache_/, ['cache', 'redis']],
  [/^aws_sqs_queue$/, ['queue', 'sqs']],
  [/^google_sql_database_instance$/, ['database', 'cloud-sql']],
  [/^google_(?:spanner|bigtable)_instance$/, ['database', 'spanner']],
  [/^google_firestore_database$/, ['database', 'firestore']],
  [/^google_alloydb_cluster$/, ['database', 'alloydb']],
  [/^google_storage_bucket$/, ['bucket', 'gcs']],
  [/^google_redis_instance$/, ['cache', 'redis']],
  [/^azurerm_(?:postgresql|mysql|mariadb)_(?:flexible_)?server$/, ['database', 'azure-database']],
  [/^azurerm_mssql_database$/, ['database', 'sqlserver']],
  [/^azurerm_cosmosdb_account$/, ['database', 'cosmosdb']],
  [/^azurerm_storage_account$/, ['bucket', 'azure-storage']],
  [/^azurerm_redis_cache$/, ['cache', 'redis']],
  [/^digitalocean_database_cluster$/, ['database', 'digitalocean']],
  [/^(?:mongodbatlas_(?:advanced_)?cluster)$/, ['database', 'mongodb']],
];

const CLOUDFORMATION: Readonly<Record<string, Managed>> = {
  'AWS::RDS::DBInstance': ['database', 'rds'],
  'AWS::RDS::DBCluster': ['database', 'rds'],
  'AWS::DynamoDB::Table': ['database', 'dynamodb'],
  'AWS::Serverless::SimpleTable': ['database', 'dynamodb'],
  'AWS::S3::Bucket': ['bucket', 's3'],
  'AWS::EFS::FileSystem': ['volume', 'efs'],
  'AWS::ElastiCache::ReplicationGroup': ['cache', 'redis'],
  'AWS::SQS::Queue': ['queue', 'sqs'],
};

export const terraformStore = (type: string): Managed | undefined =>
  TERRAFORM.find(([pattern]) => pattern.test(type))?.[1];

export const cloudFormationStore = (type: string): Managed | undefined =>
  Object.hasOwn(CLOUDFORMATION, type) ? CLOUDFORMATION[type] : undefined;

/** Bicep: `Microsoft.Sql/servers`. */
export function azureStore(type: string): Managed | undefined {
  if (/^Microsoft\.DBfor\w+\/(?:flexibleServers|servers)$/i.test(type)) return ['database', 'azure-database'];
  if (/^Microsoft\.Sql\/servers\/databases$/i.test(type)) return ['database', 'sqlserver'];
  if (/^Microsoft\.DocumentDB\/databaseAccounts$/i.test(type)) return ['database', 'cosmosdb'];
  return /^Microsoft\.Storage\/storageAccounts$/i.test(type) ? ['bucket', 'azure-storage'] : undefined;
}
