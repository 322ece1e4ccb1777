import { artifactsOf, type ChangeWords, type CommitWords, type RelationContext } from '@shipworthy/model';

/** One line that somebody wrote about a change. */
export interface Statement {
  /** Without markup; at most `MAX_LINE` characters. */
  readonly text: string;
  /** `rollback` of a line `Rollback: revert it`, lower case, words joined by `-`; `text` is then what follows. */
  readonly key?: string;
  /** The heading above it, without markup. */
  readonly heading?: string;
  /** An item of a list of tasks. */
  readonly task?: 'ticked' | 'open';
  readonly where: { readonly line: number } | { readonly commit: CommitWords };
}

/** Longer lines are logs or data. */
const MAX_LINE = 1_000;
/** Longer texts are logs or data. */
const MAX_LINES = 5_000;

const HEADING = /^#{1,6}\s+(.+)$/;
/** A line that is nothing but bold. */
const BOLD_HEADING = /^(?:\*\*([^*]{1,80})\*\*|__([^_]{1,80})__):?$/;
const TASK = /^(?:[-*+]|\d{1,3}[.)])\s+\[([ xX])\]\s+(.+)$/;
const BULLET = /^(?:[-*+]|\d{1,3}[.)])\s+(.+)$/;
/** `Rollback: …`, `**Rollback plan:** …` once markup is gone. */
const KEYED = /^([A-Za-z][A-Za-z -]{1,40}):\s+(\S.*)$/;
/** What stands in a form for "nothing". */
const NOTHING = /^(?:n\/?a|none|no|nope|nothing|tb[ad]|todo|fixme|not applicable|no response|[-–—_.?]+|…)[.!]*$/i;

/** What people wrote about a change, line by line, without what a form of the repository wrote for them. */
export function statementsOf(words: ChangeWords, context: RelationContext): readonly Statement[] {
  const ofForms = promptsOf(context);
  return [
    ...(words.body === undefined ? [] : linesOf(words.body, ofForms)),
    ...words.commits.flatMap((commit) => ofCommit(commit)),
  ];
}

/** What the forms for changes say to their reader. */
function promptsOf({ own, before }: RelationContext): ReadonlySet<string> {
  const forms = [own, ...(before ? [before.own] : [])].flatMap((inventory) =>
    artifactsOf(inventory, 'change-template'),
  );
  return new Set(
    forms.flatMap(({ facts }) => facts.prompts.flatMap(({ form, text }) => (form === 'heading' ? [] : plain(text)))),
  );
}

function linesOf(text: string, ofForms: ReadonlySet<string>): Statement[] {
  const found: Statement[] = [];
  let heading: string | undefined;
  for (const { line, written } of proseLines(text)) {
    const said = HEADING.exec(written)?.[1] ?? boldHeading(written);
    if (said !== undefined) {
      heading = plain(said).replace(/:$/, '');
      continue;
    }
    const statement = statementOf(written, { line });
    if (!statement || (statement.task !== 'ticked' && ofForms.has(plain(written.replace(BULLET, '$1'))))) continue;
    found.push(heading === undefined ? statement : { ...statement, heading });
  }
  return found;
}

function boldHeading(written: string): string | undefined {
  const [, stars, lines] = BOLD_HEADING.exec(written) ?? [];
  return stars ?? lines;
}

/** Lines that a person wrote as prose: no comments, no code, no quotations. 1-based. */
function proseLines(text: string): { line: number; written: string }[] {
  const found: { line: number; written: string }[] = [];
  let fence: string | undefined;
  const uncommented = text.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ''));
  uncommented.split(/\r?\n/, MAX_LINES).forEach((raw, index) => {
    const written = raw.trim();
    const mark = /^(?:`{3,}|~{3,})/.exec(written)?.[0];
    if (mark !== undefined && (fence === undefined || written.startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    else if (fence === undefined && written !== '' && !written.startsWith('>') && written.length <= MAX_LINE)
      found.push({ line: index + 1, written });
  });
  return found;
}

function ofCommit(commit: CommitWords): Statement[] {
  const trailers = commit.trailers.flatMap(({ key, value }): Statement[] =>
    NOTHING.test(value) ? [] : [{ text: value, key, where: { commit } }],
  );
  const keys = new Set(trailers.map(({ key, text }) => `${key}: ${text}`));
  const lines = proseLines(commit.message).flatMap(({ written }) => {
    const statement = statementOf(written, { commit });
    return statement && !keys.has(`${statement.key}: ${statement.text}`) ? statement : [];
  });
  return [...trailers, ...lines];
}

function statementOf(written: string, where: Statement['where']): Statement | undefined {
  const [, box, item] = TASK.exec(written) ?? [];
  const text = plain(item ?? BULLET.exec(written)?.[1] ?? written);
  if (box !== undefined) return { text, task: box === ' ' ? 'open' : 'ticked', where };
  const [, key, value] = KEYED.exec(text) ?? [];
  if (NOTHING.test(value ?? text)) return undefined;
  return key === undefined || value === undefined
    ? { text, where }
    : { text: value, key: key.trim().toLowerCase().replace(/\s+/g, '-'), where };
}

/** Without the marks of emphasis and code, and links as their texts with their targets. */
const plain = (text: string): string =>
  text
    .replace(/\[([^\]]{0,300})\]\(([^)\s]{0,300})\)/g, '$1 $2')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, (marks, at: number, all: string) => inWord(marks, at, all))
    .trim();

/** Marks between two letters are part of a word: `user_id`. */
const inWord = (marks: string, at: number, all: string): string =>
  /\w/.test(all[at - 1] ?? ' ') && /\w/.test(all[at + marks.length] ?? ' ') ? marks : '';
