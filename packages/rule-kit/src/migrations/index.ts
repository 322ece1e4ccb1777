export { databaseOf, migrationLinter } from './database-drivers.ts';
export * from './judgement.ts';
export * from './recipes.ts';
