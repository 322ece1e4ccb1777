import { realpathSync } from 'node:fs';
import type { HistoryFacts } from '@shipworthy/model';
import { runGit } from './git-process.ts';
import { gitPosition } from './git-repository.ts';

/** More commits in a year than this are read no further: the answers are known by then. */
const MAX_COMMITS = 20_000;
/** Fewer commits in the year are a visit (catalogue of the rubric: three or more). */
const MIN_COMMITS = 3;
const BOT =
  /\[bot\]|^(?:dependabot|renovate|github-actions|greenkeeper|snyk|mergify|allcontributors|weblate|pre-commit)|(?:^|[-_ ])(?:bot|ci|automation)$/i;
const DAY = 24 * 3600 * 1000;

/**
 * What the history of the repository of a folder tells of the year before `today` (`2026-12-31`). Never throws for the
 * repository's sake: what cannot be seen is `shallow` or `none`, with the reason.
 * @param commit the id of the commit whose history it is
 */
export async function historyOf(path: string, today: string, commit = 'HEAD'): Promise<HistoryFacts> {
  let position: Awaited<ReturnType<typeof gitPosition>>;
  let folder: string;
  try {
    folder = realpathSync(path);
    position = await gitPosition(folder);
  } catch (error) {
    return { state: 'none', why: error instanceof Error ? error.message : 'git cannot read it' };
  }
  if (!position) return { state: 'none', why: 'it is no git repository' };
  if (position.head === undefined) return { state: 'none', why: 'it has no commit' };
  if (position.shallow)
    return { state: 'shallow', why: 'the clone is shallow (in a workflow, fetch-depth: 0 gets the rest)' };
  const end = Date.parse(`${today}T23:59:59Z`);
  const since = new Date(end - 365 * DAY).toISOString();
  const year = await ask(folder, [
    'log',
    '--use-mailmap',
    '--no-show-signature',
    '--no-merges',
    `--max-count=${MAX_COMMITS}`,
    `--since=${since}`,
    '--format=%aN%x00%aE%x00%as',
    commit,
  ]);
  const first = await ask(folder, ['log', '--max-parents=0', '--no-show-signature', '--format=%as', commit]);
  const tags = await ask(folder, ['for-each-ref', '--format=%(creatordate:short)', 'refs/tags']);
  if (year === undefined || first === undefined || tags === undefined)
    return { state: 'none', why: 'git cannot read its history' };
  const people = peopleOf(year);
  const oldest = Math.min(...first.map((date) => Date.parse(date)));
  return {
    state: 'full',
    authors: people.authors,
    activeMonths: people.months,
    tags: tags.filter((date) => Date.parse(date) >= end - 365 * DAY).length,
    ageInDays: Number.isFinite(oldest) ? Math.max(0, Math.floor((end - oldest) / DAY)) : 0,
  };
}

async function ask(folder: string, args: readonly string[]): Promise<string[] | undefined> {
  const answer = await runGit(folder, args);
  return answer.ok ? answer.stdout.toString('utf8').split('\n').filter(Boolean) : undefined;
}

/** Commits by person: those who share a name or an address are one. */
function peopleOf(commits: readonly string[]): { authors: string[]; months: number } {
  const names = new Map<string, { name: string; commits: number }>();
  const months = new Set<string>();
  for (const line of commits) {
    const [name = '', address = '', date = ''] = line.split('\0');
    if (BOT.test(name) || BOT.test(address.split('@')[0] ?? '')) continue;
    months.add(date.slice(0, 7));
    const keys = [`name ${name.toLowerCase()}`, `address ${address.toLowerCase()}`];
    const person = keys.map((key) => names.get(key)).find((known) => known !== undefined) ?? { name, commits: 0 };
    person.commits++;
    for (const key of keys) names.set(key, person);
  }
  const known = [...new Set(names.values())].filter((person) => person.commits >= MIN_COMMITS);
  return { authors: known.map((person) => person.name).sort(), months: months.size };
}
