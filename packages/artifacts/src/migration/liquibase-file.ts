import type { RepositoryFile } from '../repository-file.ts';
import { PATH_AND_CONTENT, type Recognized } from './recognized.ts';

/** A log of changes as Liquibase reads it; one that only includes others holds no change. */
const XML = /<databaseChangeLog\b/;
const XML_CHANGE = /<changeSet\b/;
const YAML = /^["']?databaseChangeLog["']?\s*:/m;
const YAML_CHANGE = /^\s*-?\s*["']?changeSet["']?\s*:/m;

export function recognizeLiquibase({ folder, text }: RepositoryFile): Recognized | undefined {
  const holds = (XML.test(text) && XML_CHANGE.test(text)) || (YAML.test(text) && YAML_CHANGE.test(text));
  if (!holds) return undefined;
  return {
    tool: 'liquibase',
    series: folder,
    holds: 'both',
    back: 'unread',
    why: ['is a databaseChangeLog with changes'],
    confidence: PATH_AND_CONTENT,
  };
}
