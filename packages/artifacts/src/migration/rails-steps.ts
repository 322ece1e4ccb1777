import type { MigrationDeed } from '@shipworthy/model';
import { type Call, isSign, isWord, literal, sorted } from '../formats/code/calls.ts';
import type { CodeToken } from '../formats/code/tokens.ts';
import { isSql, stepsInStrings } from './code-sql.ts';
import type { RubyLine } from './ruby-lines.ts';
import type { Step } from './weigh.ts';

export interface RailsSteps {
  readonly steps: readonly Step[];
  /** The first call in `change` of which Rails cannot derive the way back. */
  readonly oneWay?: RubyLine;
}

/** Calls that need no look at what they are given, on a table named first. */
const SIMPLE: Readonly<Record<string, MigrationDeed>> = {
  create_table: 'create-table',
  create_join_table: 'create-table',
  drop_table: 'drop-table',
  drop_join_table: 'drop-table',
  add_timestamps: 'add-column',
  remove_timestamps: 'drop-column',
  remove_columns: 'drop-column',
  remove_index: 'drop-index',
  remove_foreign_key: 'drop-constraint',
  remove_check_constraint: 'drop-constraint',
  remove_unique_constraint: 'drop-constraint',
  remove_exclusion_constraint: 'drop-constraint',
  validate_foreign_key: 'validate-constraint',
  validate_check_constraint: 'validate-constraint',
  validate_constraint: 'validate-constraint',
  validate_not_null_constraint: 'validate-constraint',
};
/** Calls of Rails that change neither rows nor what programs see. */
const SILENT =
  /^(?:safety_assured|reversible|say|say_with_time|puts|def|end|if|unless|else|elsif|return|change_column_comment|change_table_comment|rename_index|disable_ddl_transaction!|change_table|t|dir|direction|suppress_messages|up_only|next|break|begin|rescue|ensure|class|private|rename_constraint|announce)$/;
/** Blocks of `reversible` for one direction. */
const DIRECTION = /^\w+\.(up|down)$/;
const UP_ONLY = 'up_only';

/**
 * The steps of one direction.
 * @param onlyReversible of a `change` read for its way back, only what a block for that direction says counts
 */
export function railsSteps(lines: readonly RubyLine[], direction: 'up' | 'down', onlyReversible = false): RailsSteps {
  const steps: Step[] = [];
  let oneWay: RubyLine | undefined;
  /** Blocks that are open, by the column of the line that opened them. */
  const open: { indent: number; direction?: 'up' | 'down'; table?: string; created?: true }[] = [];
  for (const line of lines) {
    while (open.length > 0 && line.indent <= (open.at(-1)?.indent ?? 0)) open.pop();
    const tokens = withoutWrapper(line.tokens);
    const [first] = tokens;
    if (!first) continue;
    const named = first.kind === 'name' ? first.text : '';
    const block = DIRECTION.exec(named)?.[1] ?? (named === UP_ONLY ? 'up' : undefined);
    const inside = open.find((one) => one.direction !== undefined)?.direction;
    const here = block === 'up' || block === 'down' ? block : inside;
    if (opensBlock(line.tokens)) {
      const table = /^(?:change|create|drop)_(?:join_)?table$/.test(named)
        ? literal(argumentsOf(tokens).positional[0])
        : undefined;
      open.push({
        indent: line.indent,
        ...(block === 'up' || block === 'down' ? { direction: block } : {}),
        ...(table === undefined ? {} : { table }),
        ...(/^(?:create|drop)_/.test(named) ? { created: true as const } : {}),
      });
    }
    if (here !== undefined ? here !== direction : onlyReversible) continue;
    const outer = open.filter(({ indent }) => indent < line.indent).findLast(({ table }) => table !== undefined);
    // What stands in the block of a new table is part of making it; in that of a dropped one, of its way back.
    if (outer?.created) continue;
    // `dir.up { execute "..." }` on one line.
    const rest =
      block === undefined ? tokens : tokens.slice(tokens.findIndex(({ text }) => text === '{' || text === 'do') + 1);
    const found = lineSteps(rest, line, outer?.table);
    steps.push(...found.steps);
    if (found.oneWay && here === undefined) oneWay ??= line;
  }
  return { steps, ...(oneWay ? { oneWay } : {}) };
}

const opensBlock = (tokens: readonly CodeToken[]): boolean =>
  tokens.some(({ text, kind }) => kind === 'name' && text === 'do') ||
  (tokens.some((token) => isSign(token, '{')) && !tokens.some((token) => isSign(token, '}'))) ||
  /^(?:if|unless|def|begin|case|while|until)$/.test(tokens[0]?.text ?? '');

/** `safety_assured { add_column … }` on one line is what stands inside. */
function withoutWrapper(tokens: readonly CodeToken[]): readonly CodeToken[] {
  if (tokens[0]?.text !== 'safety_assured') return tokens;
  const brace = tokens.findIndex((token) => isSign(token, '{'));
  return brace < 0 ? tokens : tokens.slice(brace + 1);
}

function argumentsOf(tokens: readonly CodeToken[]): Pick<Call, 'positional' | 'named'> {
  const parts: CodeToken[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(isSign(tokens[1], '(') ? 2 : 1)) {
    if (token.kind === 'name' && depth === 0 && /^(?:do|if|unless)$/.test(token.text)) break;
    if (token.kind === 'sign') depth += '([{'.includes(token.text) ? 1 : ')]}'.includes(token.text) ? -1 : 0;
    if (depth < 0) break;
    if (depth === 0 && isSign(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return sorted(parts.filter((part) => part.length > 0));
}

interface LineSteps {
  readonly steps: readonly Step[];
  readonly oneWay: boolean;
}
const NONE: LineSteps = { steps: [], oneWay: false };

function lineSteps(tokens: readonly CodeToken[], line: RubyLine, within: string | undefined): LineSteps {
  const [first] = tokens;
  if (first?.kind !== 'name' || first.text.startsWith(':')) return NONE;
  const onTable = within !== undefined && /^\w+\.(\w+)$/.exec(first.text);
  const name = onTable
    ? `t.${onTable[1]}`
    : first.text.replace(/^(?:connection|ActiveRecord::Base\.connection|self)\./, '');
  const { at } = line;
  const args = argumentsOf(tokens);
  const sql = tokens.filter(({ kind, text }) => kind === 'string' && isSql(text));
  if (/(?:^|\.)(?:execute|exec_query|update|delete|insert)$/.test(name)) {
    const found = sql.flatMap((token) => stepsInStrings([token]));
    return { steps: found.length > 0 ? found : [{ deed: 'run-code', at }], oneWay: true };
  }
  const step = stepOf(name, { name, at, next: 0, ...args }, within);
  if (step) return { steps: step, oneWay: isOneWay(name, args, tokens) };
  if (SILENT.test(name)) return NONE;
  if (/^t\./.test(name))
    return { steps: [{ deed: 'add-column', at, table: within, column: literal(args.positional[0]) }], oneWay: false };
  // A class or an object of the application, or a method of an extension.
  const writes =
    /\b(?:update_all|delete_all|destroy_all|update!?|create!?|save!?|insert_all|find_each|update_column)\b/.test(
      tokens.map(({ text }) => text).join(' '),
    );
  return writes
    ? { steps: [{ deed: 'run-code', at }], oneWay: false }
    : { steps: [{ deed: 'other', at }], oneWay: false };
}

function stepOf(name: string, { at, positional, named }: Call, within: string | undefined): Step[] | undefined {
  const text = (index: number) => literal(positional[index]);
  const onT = name.startsWith('t.');
  const table = onT ? within : text(0);
  const column = text(onT ? 0 : 1);
  const base = { at, table, column };
  const required = isWord(named.get('null'), 'false') && !named.has('default');
  const simple = onT ? undefined : SIMPLE[name];
  if (simple) return [{ deed: simple, at, table }];
  switch (onT ? name.slice(2) : name) {
    case 'add_column':
      return [{ deed: 'add-column', ...base, needsValue: required }];
    case 'add_reference':
    case 'add_belongs_to':
      return [
        { deed: 'add-column', ...base, needsValue: required },
        ...(isWord(named.get('index'), 'false')
          ? []
          : [{ deed: 'create-index' as const, at, table, concurrently: concurrently(named.get('index')) }]),
        ...(named.has('foreign_key') && !isWord(named.get('foreign_key'), 'false')
          ? [
              {
                deed: 'add-constraint' as const,
                at,
                table,
                constraint: 'foreign-key' as const,
                unchecked: unchecked(named.get('foreign_key')),
              },
            ]
          : []),
      ];
    case 'remove_column':
    case 'remove':
    case 'remove_reference':
    case 'remove_belongs_to':
    case 'remove_references':
      return [{ deed: 'drop-column', ...base }];
    case 'rename_column':
    case 'rename':
      return [{ deed: 'rename-column', ...base, to: text(onT ? 1 : 2) }];
    case 'rename_table':
      return [{ deed: 'rename-table', at, table, to: text(1) }];
    case 'change_column':
    case 'change':
      return [{ deed: 'change-type', ...base }];
    case 'change_column_null':
    case 'change_null':
      return [{ deed: isWord(positional[onT ? 1 : 2], 'false') ? 'require-value' : 'allow-empty', ...base }];
    case 'change_column_default':
    case 'change_default': {
      const to = named.get('to') ?? positional[onT ? 1 : 2];
      return [{ deed: isWord(to, 'nil') ? 'drop-default' : 'set-default', ...base }];
    }
    case 'add_index':
    case 'index':
      return [
        {
          deed: 'create-index',
          at,
          table,
          concurrently: literal(named.get('algorithm')) === 'concurrently',
          constraint: isWord(named.get('unique'), 'true') ? 'unique' : undefined,
        },
      ];
    case 'add_foreign_key':
    case 'foreign_key':
      return [
        {
          deed: 'add-constraint',
          at,
          table,
          constraint: 'foreign-key',
          unchecked: isWord(named.get('validate'), 'false'),
        },
      ];
    case 'add_check_constraint':
    case 'check_constraint':
    case 'add_not_null_constraint':
      return [
        { deed: 'add-constraint', at, table, constraint: 'check', unchecked: isWord(named.get('validate'), 'false') },
      ];
    case 'add_unique_constraint':
    case 'add_exclusion_constraint':
      return [{ deed: 'add-constraint', at, table, constraint: 'unique', concurrently: named.has('using_index') }];
    case 'add_enum_value':
      return [{ deed: 'add-enum-value', at }];
    case 'truncate':
      return [{ deed: 'truncate', at, table }];
    default:
      return undefined;
  }
}

const concurrently = (part: readonly CodeToken[] | undefined): boolean =>
  part?.some(({ text }) => text === ':concurrently') ?? false;
const unchecked = (part: readonly CodeToken[] | undefined): boolean => {
  const index = part?.findIndex(({ text }) => text === 'validate') ?? -1;
  return index >= 0 && part?.slice(index).some(({ text }) => text === 'false') === true;
};

/** What Rails refuses to take back when it stands in `change`: its guide to reversible migrations. */
function isOneWay(
  name: string,
  { positional, named }: Pick<Call, 'positional' | 'named'>,
  tokens: readonly CodeToken[],
): boolean {
  switch (name) {
    case 'change_column':
    case 't.change':
      return true;
    case 'remove_column':
      return positional.length < 3 && !named.has('type');
    case 'remove_columns':
      return !named.has('type');
    case 'drop_table':
      return !tokens.some(({ text }) => text === 'do' || text === '{');
    case 'change_column_default':
      return !(named.has('from') && named.has('to'));
    case 't.remove':
      return !named.has('type');
    case 'remove_index':
      return positional.length < 2 && !named.has('column');
    case 'truncate':
      return true;
    default:
      return false;
  }
}
