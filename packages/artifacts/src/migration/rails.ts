import type { MigrationFacts } from '@shipworthy/model';
import { type CodeToken, scanCode } from '../formats/code/tokens.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { baseFacts } from './base-facts.ts';
import { railsSteps } from './rails-steps.ts';
import type { Recognized } from './recognized.ts';
import { remarksOf } from './remarks.ts';
import { blockOf, type RubyLine, rubyLines } from './ruby-lines.ts';
import { weigh } from './weigh.ts';

/** Words that only PostgreSQL's adapter of Rails takes. */
const POSTGRESQL =
  /\bjsonb\b|\bcitext\b|\benable_extension\b|:concurrently|\bcreate_enum\b|:uuid|\btsvector\b|postgres|\binet\b/i;

/** The facts of a migration of Rails, by a scan of its lines. Methods of the application that it calls are not followed. */
export function readRails({ text, path }: RepositoryFile, recognized: Recognized): MigrationFacts {
  const { tokens, comments } = scanCode(text, 'ruby');
  const lines = rubyLines(text, tokens);
  const method = (name: string): { head: RubyLine; body: readonly RubyLine[] } | undefined => {
    const index = lines.findIndex(
      ({ tokens: [first, second] }) => first?.text === 'def' && second?.text.replace(/^self\./, '') === name,
    );
    const head = lines[index];
    return head ? { head, body: blockOf(lines, index) } : undefined;
  };
  const change = method('change');
  const up = change ?? method('up');
  const down = method('down');
  const forth = railsSteps(up?.body ?? [], 'up');
  const back = railsSteps(down?.body ?? change?.body ?? [], 'down', change !== undefined);
  const transaction = !/^\s*disable_ddl_transaction!/m.test(text);
  const permits = tokens.filter(({ text: word }) => word === 'safety_assured');
  const refusal = (down?.body ?? []).flatMap(({ tokens: words }) => words).find(isRefusal);
  return {
    ...baseFacts(text, recognized),
    read: up ? 'operations' : 'detected',
    up: weigh(forth.steps, transaction),
    back: down
      ? refusal
        ? 'refused'
        : down.body.length === 0
          ? 'empty'
          : 'written'
      : change
        ? forth.oneWay
          ? 'absent'
          : 'automatic'
        : 'absent',
    ...(down ? { backAt: down.head.at } : change && forth.oneWay ? { backAt: forth.oneWay.at } : {}),
    down: weigh(back.steps),
    remarks: [
      ...permits.map(({ at }) => ({ what: 'permits' as const, text: 'safety_assured', at })),
      ...remarksOf(comments),
    ],
    transaction,
    ...(POSTGRESQL.test(text) || /postgres/i.test(path) ? { dialect: 'postgresql' as const } : {}),
    ...(up ? {} : { unseen: 'it has neither change nor up' }),
  };
}

const isRefusal = ({ text }: CodeToken): boolean => text === 'raise' || /IrreversibleMigration$/.test(text);
