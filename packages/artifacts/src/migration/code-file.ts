import type { MigrationTool } from '@shipworthy/model';
import type { RepositoryFile } from '../repository-file.ts';
import { isSeriesFolder, leadingNumber, leadingVersion } from './names.ts';
import { CONTENT, PATH_AND_CONTENT, type Recognized } from './recognized.ts';

interface Signature {
  readonly tool: MigrationTool;
  readonly extensions: readonly string[];
  /** What no other file has. */
  readonly content: RegExp;
  /** And what it has besides, where one sign is not enough. */
  readonly also?: RegExp;
  /** The name must begin with a version, or the folder must say so. */
  readonly back: Recognized['back'];
}

const JS = ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'];
const UP_EXPORT =
  /(?:\bexports\.up\b|\bexport\s+(?:async\s+)?(?:function|const)\s+up\b|\bmodule\.exports\s*=|\bexport\s+default\b)/;

/** Migrations written as code, by what their tool makes every one of them say. */
const SIGNATURES: readonly Signature[] = [
  { tool: 'rails', extensions: ['rb'], content: /^\s*class\s+\w+\s*<\s*ActiveRecord::Migration\b/m, back: 'unread' },
  {
    tool: 'alembic',
    extensions: ['py'],
    content: /^down_revision\b\s*(?::[^=\n]*)?=/m,
    also: /^revision\b\s*(?::[^=\n]*)?=/m,
    back: 'unread',
  },
  {
    tool: 'django',
    extensions: ['py'],
    content: /^class\s+Migration\(\s*(?:migrations\.)?Migration\s*\)\s*:/m,
    also: /\bdjango\b|^\s*dependencies\s*=/m,
    back: 'unread',
  },
  { tool: 'other', extensions: ['py'], content: /^class\s+Migration\(\s*[\w.]*Migration\s*\)\s*:/m, back: 'unread' },
  { tool: 'typeorm', extensions: JS, content: /\bimplements\s+MigrationInterface\b/, back: 'unread' },
  {
    tool: 'mikro-orm',
    extensions: JS,
    content: /@mikro-orm\/migrations/,
    also: /\bextends\s+Migration\b/,
    back: 'unread',
  },
  { tool: 'sequelize', extensions: JS, content: /\bqueryInterface\b/, also: UP_EXPORT, back: 'unread' },
  { tool: 'node-pg-migrate', extensions: JS, content: /\bpgm\b/, also: UP_EXPORT, back: 'unread' },
  { tool: 'knex', extensions: JS, content: /\bknex\b/i, also: UP_EXPORT, back: 'unread' },
  { tool: 'kysely', extensions: JS, content: /\bKysely\b/, also: UP_EXPORT, back: 'unread' },
  { tool: 'other', extensions: JS, content: UP_EXPORT, also: /\bdown\b/, back: 'unread' },
  {
    tool: 'fluent-migrator',
    extensions: ['cs'],
    content: /\[\s*(?:\w+)?Migration\s*\(/,
    also: /:\s*\w*Migration\b/,
    back: 'unread',
  },
  { tool: 'ef-core', extensions: ['cs'], content: /:\s*Migration\b/, also: /\bMigrationBuilder\b/, back: 'unread' },
  { tool: 'ecto', extensions: ['exs'], content: /^\s*use\s+Ecto\.Migration\b/m, back: 'unread' },
  { tool: 'laravel', extensions: ['php'], content: /Illuminate\\Database\\Migrations\\Migration\b/, back: 'unread' },
  {
    tool: 'doctrine',
    extensions: ['php'],
    content: /Doctrine\\(?:DBAL\\)?Migrations\\AbstractMigration\b/,
    back: 'unread',
  },
  {
    tool: 'phinx',
    extensions: ['php'],
    content: /(?:Phinx|Migrations)\\(?:Migration\\)?(?:AbstractMigration|BaseMigration)\b/,
    back: 'unread',
  },
  { tool: 'yii', extensions: ['php'], content: /\byii\\(?:db|mongodb)\\Migration\b/, back: 'unread' },
  { tool: 'laravel', extensions: ['php'], content: /\bextends\s+Migration\b/, also: /\bSchema::/, back: 'unread' },
  { tool: 'sea-orm', extensions: ['rs'], content: /\bMigrationTrait\s+for\s+\w+/, back: 'unread' },
  { tool: 'goose', extensions: ['go'], content: /\bgoose\.Add(?:Named)?Migration/, back: 'unread' },
  {
    tool: 'other',
    extensions: ['go'],
    content: /^func\s*\(\s*\w+\s+\*?\w{0,40}migration\w{0,60}\s*\)\s*Up\s*\(/im,
    back: 'unread',
  },
  { tool: 'flyway', extensions: ['java', 'kt'], content: /\bBaseJavaMigration\b/, back: 'by-design' },
];

const BY_EXTENSION = new Map<string, Signature[]>();
for (const signature of SIGNATURES)
  for (const extension of signature.extensions)
    BY_EXTENSION.set(extension, [...(BY_EXTENSION.get(extension) ?? []), signature]);

export const CODE_EXTENSIONS: readonly string[] = [...BY_EXTENSION.keys()];

/** `Migration20240930122627`, `Version20200101000000`, `m130524_201442_init`: the version behind a word. */
const WORD_VERSION = /^(?:migration|version|m|v)_?(\d[\d_]*)/i;

export const codeVersion = (name: string): string | undefined =>
  WORD_VERSION.exec(name)?.[1]?.replace(/_$/, '') ?? leadingVersion(name);

/** As the tool compares it, where that is not the number at the start of the name. */
function versionFor(tool: MigrationTool, baseName: string, text: string): string | undefined {
  if (tool === 'rails' || tool === 'ecto' || tool === 'goose') return leadingNumber(baseName);
  if (tool === 'django') return baseName.replace(/\.py$/, '');
  return tool === 'alembic' ? REVISION.exec(text)?.[1] : undefined;
}
const REVISION = /^revision\b\s*(?::[^=\n]*)?=\s*["']([^"'\n]+)/m;

const NAMED_STEP = /^migration_\d/i;

/** What a file of code is as a migration; undefined when it is none. */
export function recognizeCode({ path, folder, baseName, text }: RepositoryFile): Recognized | undefined {
  const extension = baseName.slice(baseName.lastIndexOf('.') + 1).toLowerCase();
  if (/\.(?:designer|d|test|spec)\.\w+$/i.test(baseName) || /ModelSnapshot\.cs$/.test(baseName)) return undefined;
  if (/(?:^|\/)(?:stubs?|mocks?|codemods?|config\/migrations)\//i.test(path)) return undefined;
  // A package of Go may hold the steps beside the rest of what it stores.
  const inSeries = isSeriesFolder(folder) || (extension === 'go' && NAMED_STEP.test(baseName));
  const version = codeVersion(baseName);
  // Scripts export `up`, and classes are called Migration, for many reasons.
  const placed = inSeries && version !== undefined;
  if (JS.includes(extension) && !placed) return undefined;
  const found = BY_EXTENSION.get(extension)?.find(
    ({ content, also }) => content.test(text) && (also === undefined || also.test(text)),
  );
  if (!found || (found.tool === 'other' && !placed)) return undefined;
  return {
    tool: found.tool,
    series: folder,
    version: versionFor(found.tool, baseName, text) ?? version,
    holds: 'both',
    back: found.back,
    why: [`says what every migration of ${found.tool} says`],
    confidence: inSeries ? PATH_AND_CONTENT : CONTENT,
  };
}
