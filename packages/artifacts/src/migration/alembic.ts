import type { MigrationFacts, Span } from '@shipworthy/model';
import { argumentsFrom } from '../formats/code/calls.ts';
import { type CodeToken, scanCode } from '../formats/code/tokens.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { alembicSteps } from './alembic-steps.ts';
import { baseFacts } from './base-facts.ts';
import { isEmptyBody, namedStrings, pythonFunctions } from './python.ts';
import type { Recognized } from './recognized.ts';
import { remarksOf } from './remarks.ts';
import { weigh } from './weigh.ts';

/** The facts of a revision of Alembic, by a scan of its two functions. Functions that they call are not followed. */
export function readAlembic({ text, path }: RepositoryFile, recognized: Recognized): MigrationFacts {
  const { tokens, comments } = scanCode(text, 'python');
  const functions = pythonFunctions(text, tokens);
  const strings = namedStrings(tokens);
  const up = functions.get('upgrade');
  const down = functions.get('downgrade');
  const revision = assigned(tokens, 'revision');
  const parents = assigned(tokens, 'down_revision');
  const branches = assigned(tokens, 'branch_labels');
  const docstring = tokens[0]?.kind === 'string' ? tokens[0] : undefined;
  const transaction = !text.includes('autocommit_block');
  const forth = alembicSteps(up?.body ?? [], strings);
  const back = alembicSteps(down?.body ?? [], strings);
  const version = revision?.[0]?.text ?? recognized.version;
  return {
    ...baseFacts(text, recognized),
    read: up ? 'operations' : 'detected',
    ...(version === undefined ? {} : { version }),
    ...(revision?.[0] ? { versionAt: revision[0].at } : {}),
    ...(parents ? { parents: parents.map((token) => ({ version: token.text, at: token.at })) } : {}),
    ...(branches && branches.length > 0 ? { branches: branches.map((token) => token.text) } : {}),
    up: weigh(forth, transaction),
    back: !down
      ? 'absent'
      : isEmptyBody(down.body)
        ? 'empty'
        : refuses(down.body) && back.every(({ deed }) => deed === 'run-code')
          ? 'refused'
          : 'written',
    ...(down ? { backAt: down.at } : {}),
    down: weigh(back),
    remarks: remarksOf([...(docstring ? sentences(docstring) : []), ...comments]),
    transaction,
    ...(/postgres/i.test(text) || /postgres/i.test(path) ? { dialect: 'postgresql' as const } : {}),
    ...(up ? {} : { unseen: 'it has no function upgrade() at its margin' }),
  };
}

/**
 * The strings assigned to a name at the margin: one, a list or a tuple of them. Empty for `None`; undefined when there is
 * no such assignment or it is computed.
 */
function assigned(tokens: readonly CodeToken[], name: string): readonly CodeToken[] | undefined {
  const index = tokens.findIndex(
    (token, at) => token.text === name && token.kind === 'name' && /^[=:]$/.test(tokens[at + 1]?.text ?? ''),
  );
  if (index < 0) return undefined;
  let next = index + 1;
  // A type may stand before the value: `down_revision: Union[str, None] = None`.
  while (next < tokens.length && tokens[next]?.text !== '=') next += 1;
  const first = tokens[next + 1];
  if (first?.kind === 'string') return [first];
  if (first?.text === 'None') return [];
  if (first?.text !== '(' && first?.text !== '[') return undefined;
  const items = argumentsFrom(tokens, next + 2).parts.map((part) => part[0]);
  return items.every((item) => item?.kind === 'string') ? items.flatMap((item) => item ?? []) : undefined;
}

const refuses = (body: readonly CodeToken[]): boolean =>
  body.some(({ text, kind }) => kind === 'name' && text === 'raise');

/** The lines of a docstring, without those that Alembic wrote. */
function sentences(token: CodeToken): { text: string; at: Span }[] {
  const text = token.text
    .split('\n')
    .filter((line) => !/^\s*(?:revision id|revises|create date)\s*:/i.test(line))
    .join('\n')
    .trim();
  return text === '' || text === 'empty message' ? [] : [{ text, at: token.at }];
}
