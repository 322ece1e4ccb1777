import type { ChangeWords, CommitWords, Trailer } from '@shipworthy/model';
import { auditedFolder } from './audited-folder.ts';
import { runGit } from './git-process.ts';
import { gitPosition } from './git-repository.ts';

/** A change of more commits is a history; its newest are read. */
const MAX_COMMITS = 500;
const FIELD = '\0';
/** Between keys and values, and between trailers: separators of ASCII that nobody types. */
const [KEY_END, TRAILER_END] = ['\x1f', '\x1e'];
const FORMAT = `--format=%H%x00%an <%ae>%x00%B%x00%(trailers:only=true,unfold=true,key_value_separator=%x1f,separator=%x1e)%x00`;

export interface WordsRange {
  /** The commit of the base. */
  readonly base: string;
  /** The revision of the head; absent: what HEAD names, on which files on disk and staged ones stand. */
  readonly head?: string | undefined;
  /** The text of the pull request. */
  readonly body?: string | undefined;
}

/**
 * What was written about the commits that the head has and the base has not. Never throws for the repository's sake: what
 * cannot be seen is said.
 */
export async function changeWords(path: string, { base, head = 'HEAD', body }: WordsRange): Promise<ChangeWords> {
  const said = body === undefined ? {} : { body };
  const root = auditedFolder(path);
  const range = [`^${base}`, `${head}^{commit}`];
  const log = ['log', '--no-show-signature', `--max-count=${MAX_COMMITS}`, FORMAT, '--end-of-options', ...range];
  const [position, { ok, stdout }] = await Promise.all([gitPosition(root), runGit(root, log)]);
  if (!position) return { ...said, commits: [], unknown: 'it is no git repository' };
  if (!ok) return { ...said, commits: [], unknown: 'git cannot read its commits' };
  const commits = commitsOf(stdout.toString('utf8'));
  return position.shallow
    ? { ...said, commits, unknown: 'the clone is shallow: commits of the change may be missing' }
    : { ...said, commits };
}

function commitsOf(output: string): CommitWords[] {
  const fields = output.split(FIELD);
  const commits: CommitWords[] = [];
  for (let at = 0; at + 4 < fields.length; at += 4) {
    const [id = '', author = '', message = '', trailers = ''] = fields.slice(at, at + 4);
    commits.push({ id: id.trim(), author, message: message.trim(), trailers: trailersOf(trailers) });
  }
  return commits;
}

function trailersOf(text: string): Trailer[] {
  return text.split(TRAILER_END).flatMap((line) => {
    const [key = '', value] = line.split(KEY_END);
    return value === undefined ? [] : [{ key: key.trim().toLowerCase(), value: value.trim() }];
  });
}
