import type { RepositoryFile } from '../repository-file.ts';
import {
  folderOf,
  isPlainSeries,
  isSeriesFolder,
  isStep,
  leadingNumber,
  leadingVersion,
  nameOf,
  versionOfFolder,
} from './names.ts';
import { CONTENT, PATH_AND_CONTENT, type Recognized } from './recognized.ts';
import { isLiquibaseSql, sectionsOf } from './sql-sections.ts';

/** Flyway's `V1_2__name.sql`, `U1_2__name.sql` and `R__name.sql`. */
const FLYWAY = /^(?:([VU])(\d+(?:[._]\d+)*)|R)__.*\.sql$/;
/** `1_name.up.sql`, `1_name.mysql.down.sql`, `1_name.postgres.autocommit.up.sql`. */
const PAIR = /^(\d+)[^.]*((?:\.\w+)*?)\.(up|down)\.sql$/i;
/** A statement that changes a schema or rows, at the start of a line. */
const CHANGES =
  /^[ \t]*(?:create|alter|drop|insert|update|delete|truncate|rename|grant|revoke|set|do|select|merge|with|exec|if|comment|use|refresh|begin|call|copy|vacuum|reindex|analyze|pragma|declare|go|replace)\b/im;
/** The way back by its name, whatever the tool. */
const DOWN = /[-_.](?:down|undo|rollback|revert)\.sql$/i;
/** A model of dbt, which builds tables out of others. Source: dbt's documentation, "ref", "source" and "config". */
const DBT_MODEL = /\{\{-?\s*(?:ref|source|config)\s*\(/;
/** Stubs that programs generate migrations from in their tests. */
const STUB = /(?:^|\/)(?:stubs?|mocks?)\//i;

/** What SQL (or CQL) is as a migration; undefined when it is none. */
export function recognizeSql(file: RepositoryFile): Recognized | undefined {
  const { path, folder, baseName } = file;
  if (STUB.test(path)) return undefined;
  return (
    sectioned(file) ??
    paired(path, folder, baseName) ??
    flyway(folder, baseName) ??
    stepFolder(file) ??
    plain(file) ??
    declared(file)
  );
}

function sectioned({ folder, baseName, text }: RepositoryFile): Recognized | undefined {
  const sections = sectionsOf(text);
  const named = leadingVersion(baseName) !== undefined || isSeriesFolder(folder);
  if (sections) {
    const { tool, up, down, transaction } = sections;
    return {
      tool,
      series: folder,
      version: tool === 'sql-migrate' ? baseName : leadingNumber(baseName),
      holds: 'both',
      parts: { up: [up], down: down ? [down] : [] },
      back: down ? 'written' : 'absent',
      ...(transaction === undefined ? {} : { transaction }),
      why: [`has the marks of ${tool}`],
      confidence: named ? PATH_AND_CONTENT : CONTENT,
    };
  }
  if (!isLiquibaseSql(text)) return undefined;
  return {
    tool: 'liquibase',
    series: folder,
    holds: 'both',
    back: 'unread',
    why: ['begins as formatted SQL of Liquibase'],
    confidence: PATH_AND_CONTENT,
  };
}

function paired(path: string, folder: string, baseName: string): Recognized | undefined {
  const pair = PAIR.exec(baseName);
  if (!pair) return undefined;
  const [, number = '', variant = '', direction = ''] = pair;
  const up = direction.toLowerCase() === 'up';
  return {
    tool: 'golang-migrate',
    series: folder,
    version: number.replace(/^0+(?=\d)/, ''),
    ...(variant === '' ? {} : { variant: variant.slice(1).toLowerCase() }),
    holds: up ? 'up' : 'down',
    partner: path.replace(/\.(?:up|down)\.sql$/i, up ? '.down.sql' : '.up.sql'),
    back: up ? 'absent' : 'written',
    why: [`is named ${baseName}: one of a pair of up and down`],
    confidence: PATH_AND_CONTENT,
  };
}

function flyway(folder: string, baseName: string): Recognized | undefined {
  const named = FLYWAY.exec(baseName);
  if (!named) return undefined;
  const [, kind, number] = named;
  return {
    tool: 'flyway',
    series: folder,
    // Trailing zeros and leading zeros of a part do not count: `1.0` is `1`.
    ...(number === undefined
      ? {}
      : {
          version: number
            .replaceAll('_', '.')
            .replace(/\b0+(?=\d)/g, '')
            .replace(/(?:\.0)+$/, ''),
        }),
    holds: kind === 'U' ? 'down' : 'up',
    ...(kind === 'V' ? { partner: `${folder === '' ? '' : `${folder}/`}${baseName.replace('V', 'U')}` } : {}),
    back: kind === 'V' ? 'by-design' : kind === 'U' ? 'written' : 'by-design',
    why: [`is named ${baseName}, as Flyway reads it`],
    confidence: PATH_AND_CONTENT,
  };
}

/** One folder for each step: Prisma, Diesel, and folders `v1.2` of several files. */
function stepFolder({ folder, baseName, text }: RepositoryFile): Recognized | undefined {
  const number = versionOfFolder(folder);
  if (number === undefined) return undefined;
  const series = folderOf(folder);
  const step = nameOf(folder);
  const why = [`is named ${baseName} in ${step}, a folder for one step`];
  const known = { series, why, confidence: PATH_AND_CONTENT };
  if (baseName === 'migration.sql') return { ...known, tool: 'prisma', version: step, holds: 'up', back: 'by-design' };
  if (baseName === 'up.sql' || baseName === 'down.sql') {
    const up = baseName === 'up.sql';
    return {
      ...known,
      tool: 'diesel',
      version: number.replaceAll('-', ''),
      holds: up ? 'up' : 'down',
      partner: `${folder}/${up ? 'down' : 'up'}.sql`,
      back: up ? 'absent' : 'written',
    };
  }
  if (!isSeriesFolder(series) || !CHANGES.test(text)) return undefined;
  return { ...known, tool: 'sql', version: number, holds: 'up', back: 'unread' };
}

function plain({ folder, baseName, text }: RepositoryFile): Recognized | undefined {
  const version = leadingVersion(baseName);
  if (!isStep(baseName) || !CHANGES.test(text) || DBT_MODEL.test(text)) return undefined;
  const numbered = version !== undefined && isSeriesFolder(folder);
  if (!numbered && !isPlainSeries(folder)) return undefined;
  const supabase = /(?:^|\/)supabase\/migrations$/.test(folder) && /^\d{14}_/.test(baseName);
  const drizzle = /(?:^|\/)drizzle(?:\/|$)/.test(folder) && /^\d{4}_/.test(baseName);
  const tool = supabase ? 'supabase' : drizzle ? 'drizzle' : 'sql';
  const down = DOWN.test(baseName);
  return {
    tool,
    series: folder,
    version: supabase || drizzle ? leadingNumber(baseName) : version,
    holds: down ? 'down' : 'up',
    back: down ? 'written' : tool === 'sql' ? 'unread' : 'by-design',
    why: [numbered ? `begins with the number ${version} in ${folder}` : `lies in ${folder}`],
    confidence: PATH_AND_CONTENT,
  };
}

/** Where the configuration says that a file is a migration, neither its name nor its folder has to. */
function declared({ declared, folder, baseName }: RepositoryFile): Recognized | undefined {
  if (!declared.includes('migration')) return undefined;
  const version = leadingVersion(baseName);
  return { tool: 'sql', series: folder, version, holds: 'up', back: 'unread', why: [], confidence: PATH_AND_CONTENT };
}
