import type { MigrationFacts, Span } from '@shipworthy/model';
import { argumentsFrom, type Call, callAt, isSign, isWord, literal } from '../formats/code/calls.ts';
import { type CodeToken, scanCode } from '../formats/code/tokens.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { baseFacts } from './base-facts.ts';
import { stepsInStrings, stringRuns } from './code-sql.ts';
import type { Recognized } from './recognized.ts';
import { remarksOf } from './remarks.ts';
import { type Step, weigh } from './weigh.ts';

/** The facts of a migration of Django, by a scan of its lists. Operations of other packages are `other`. */
export function readDjango({ text }: RepositoryFile, recognized: Recognized): MigrationFacts {
  const { tokens, comments } = scanCode(text, 'python');
  const operations = list(tokens, 'operations');
  const dependencies = list(tokens, 'dependencies');
  const replaces = list(tokens, 'replaces');
  const calls = (operations ?? []).flatMap((part) => databaseCalls(part));
  const transaction = !/^\s*atomic\s*=\s*False\b/m.test(text);
  const forth = calls.flatMap(stepsOf);
  const closed = calls.find(isOneWay);
  return {
    ...baseFacts(text, recognized),
    read: operations ? 'operations' : 'detected',
    ...(dependencies ? { parents: dependencies.flatMap(parentOf) } : {}),
    ...(replaces ? { replaces: replaces.flatMap(parentOf).map(({ version }) => version) } : {}),
    up: weigh(forth, transaction),
    back: closed ? 'absent' : 'automatic',
    ...(closed ? { backAt: closed.at } : {}),
    down: [],
    remarks: remarksOf(comments),
    transaction,
    ...(/django\.contrib\.postgres|postgres/i.test(text) ? { dialect: 'postgresql' as const } : {}),
    ...(operations ? {} : { unseen: 'its list of operations is computed' }),
  };
}

/** The items of `name = [ … ]`, or of the list `base` where it says `name = base`. */
function list(tokens: readonly CodeToken[], name: string): readonly (readonly CodeToken[])[] | undefined {
  const value = assignedTo(tokens, name);
  const at = value && value.kind === 'name' ? assignedTo(tokens, value.text) : value;
  if (!at || !(isSign(at, '[') || isSign(at, '('))) return undefined;
  return argumentsFrom(tokens, tokens.indexOf(at) + 1).parts;
}

function assignedTo(tokens: readonly CodeToken[], name: string): CodeToken | undefined {
  const index = tokens.findIndex(({ text }, at) => text === name && isSign(tokens[at + 1], '='));
  return index < 0 ? undefined : tokens[index + 2];
}

/** `("app", "0001_initial")`. */
function parentOf(part: readonly CodeToken[]): { version: string; at: Span }[] {
  const strings = part.filter(({ kind }) => kind === 'string');
  const [app, name] = strings;
  if (!isSign(part[0], '(') || !app || !name || strings.length !== 2) return [];
  return [{ version: `${app.text}.${name.text}`, at: [app.at[0], name.at[1]] }];
}

/** The operation, or those that SeparateDatabaseAndState keeps for the database. */
function databaseCalls(part: readonly CodeToken[]): readonly Call[] {
  const call = callAt(part, 0);
  if (!call) return [];
  if (!call.name.endsWith('SeparateDatabaseAndState')) return [call];
  const inner = call.named.get('database_operations') ?? call.positional[0] ?? [];
  return isSign(inner[0], '[') ? argumentsFrom(inner, 1).parts.flatMap((item) => callAt(item, 0) ?? []) : [];
}

const operationOf = ({ name }: Call): string => name.slice(name.lastIndexOf('.') + 1);

/** Django can derive the way back of all but code and SQL that bring none. */
function isOneWay(call: Call): boolean {
  const name = operationOf(call);
  if (name === 'RunPython') return call.positional.length < 2 && !call.named.has('reverse_code');
  if (name === 'RunSQL') return call.positional.length < 2 && !call.named.has('reverse_sql');
  return false;
}

function stepsOf(call: Call): Step[] {
  const { at, named, positional } = call;
  const text = (index: number, key: string) => literal(named.get(key)) ?? literal(positional[index]);
  const model = text(0, 'model_name');
  const field = { at, table: model, column: text(1, 'name') };
  switch (operationOf(call)) {
    case 'CreateModel':
      return [{ deed: 'create-table', at, table: text(0, 'name') }];
    case 'DeleteModel':
      return [{ deed: 'drop-table', at, table: text(0, 'name') }];
    case 'RenameModel':
      return [{ deed: 'rename-table', at, table: text(0, 'old_name'), to: text(1, 'new_name') }];
    case 'AddField':
      return [{ deed: 'add-column', ...field, needsValue: needsValue(named.get('field') ?? positional[2]) }];
    case 'RemoveField':
      return [{ deed: 'drop-column', ...field }];
    case 'RenameField':
      return [{ deed: 'rename-column', at, table: model, column: text(1, 'old_name'), to: text(2, 'new_name') }];
    case 'AlterField':
      return [{ deed: 'change-type', ...field }];
    case 'AddIndex':
      return [{ deed: 'create-index', at, table: model }];
    case 'AddIndexConcurrently':
      return [{ deed: 'create-index', at, table: model, concurrently: true }];
    case 'AddConstraint':
      return [
        {
          deed: 'add-constraint',
          at,
          table: model,
          constraint: constraintOf(named.get('constraint') ?? positional[1]),
        },
      ];
    case 'AddConstraintNotValid':
      return [{ deed: 'add-constraint', at, table: model, constraint: 'check', unchecked: true }];
    case 'ValidateConstraint':
      return [{ deed: 'validate-constraint', at, table: model }];
    case 'RemoveIndex':
    case 'RemoveIndexConcurrently':
      return [{ deed: 'drop-index', at, table: model }];
    case 'RemoveConstraint':
      return [{ deed: 'drop-constraint', at, table: model }];
    case 'AlterUniqueTogether':
      return [{ deed: 'add-constraint', at, table: text(0, 'name'), constraint: 'unique' }];
    case 'RunSQL': {
      const steps = stringRuns(named.get('sql') ?? positional[0] ?? []).flatMap(stepsInStrings);
      return steps.length > 0 ? steps : [{ deed: 'run-code', at }];
    }
    case 'RunPython':
      return [{ deed: 'run-code', at }];
    // Only Django's own picture of the model changes.
    case 'AlterModelOptions':
    case 'AlterModelManagers':
    case 'AlterModelTableComment':
      return [];
    default:
      return [{ deed: 'other', at }];
  }
}

/** Fields that are no column of the table, or that the database fills. */
const NO_COLUMN =
  /(?:ManyToManyField|GenericForeignKey|GenericRelation|TaggableManager|AutoField|GeneratedField|NullBooleanField)$/;

/** Django takes its default away again once the column is made: a program that does not know the field cannot insert. */
function needsValue(field: readonly CodeToken[] | undefined): boolean {
  const call = field && callAt(field, 0);
  if (
    !call ||
    NO_COLUMN.test(call.name) ||
    !/^models\.\w+Field$|^models\.(?:ForeignKey|OneToOneField)$/.test(call.name)
  )
    return false;
  return !isWord(call.named.get('null'), 'True') && !call.named.has('db_default');
}

function constraintOf(tokens: readonly CodeToken[] | undefined): Step['constraint'] {
  const name = tokens?.[0]?.text ?? '';
  return /Check/.test(name) ? 'check' : /Unique|Exclusion/.test(name) ? 'unique' : undefined;
}
