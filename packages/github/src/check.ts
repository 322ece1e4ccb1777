import type { RepositorySource } from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import { auditedCommits, type BaseSide } from './audited.ts';
import type { CheckResult, CheckSubject } from './check-result.ts';
import { openCheckout } from './checkout.ts';
import { type Compared, comparedBy } from './compared.ts';
import type { Environment } from './environment.ts';
import type { Event } from './event.ts';
import { faultOf } from './fault.ts';
import { expectFolder, folderOf } from './folder-of.ts';
import type { Inputs } from './inputs.ts';
import { noAudit, resultOf } from './results.ts';
import { type Shelves, sideOf } from './sides.ts';
import { wordsOf } from './words.ts';

/** What the check is made with, besides what the workflow says. */
export interface Maker {
  /** All rules there are. */
  readonly rules: readonly Rule[];
  readonly version: string;
  /** `2026-12-31` */
  readonly today: string;
  /** The page of a rule as Markdown. */
  readonly page: (rule: string) => string | undefined;
}

/** Where commits come from. */
export type Reach = Omit<Shelves, 'checkout' | 'note'>;

type Asked = Exclude<Event, { readonly kind: 'deleted' }>;

interface Call {
  readonly event: Asked;
  readonly inputs: Inputs;
  readonly environment: Environment;
  readonly maker: Maker;
  readonly reach: Reach;
}

/** The check of what an event is about. Never throws: what could not be audited is a result as well, and a red one. */
export async function check(call: Call): Promise<CheckResult> {
  const { event, inputs, environment, maker } = call;
  const notes: string[] = [];
  const note = (sentence: string) => {
    if (!notes.includes(sentence)) notes.push(sentence);
  };
  let compared: Compared | undefined;
  const subject = (): CheckSubject => subjectOf(event, environment, inputs.path, compared);
  try {
    if (event.kind === 'pull-request' && event.targeted) note(NO_TARGET);
    const shelves = await shelvesOf(call, note);
    compared = await comparedBy(event, { ...shelves, sha: environment.sha, base: inputs.base });
    const sides = await sidesOf(event, compared, inputs.path, shelves);
    const { audit, checklist, mistakes } = await auditedCommits(
      {
        path: environment.workspace ?? `${environment.owner}/${environment.repo}`,
        rules: maker.rules,
        version: maker.version,
        today: maker.today,
        preset: inputs.preset,
        locateEvidence: true,
        note,
      },
      sides.head,
      sides.base,
    );
    return resultOf(
      { audit, checklist },
      {
        subject: subject(),
        failOn: inputs.failOn,
        strictUnknown: inputs.strictUnknown,
        mistakes,
        notes,
        repository: `${environment.serverUrl}/${environment.owner}/${environment.repo}`,
        page: maker.page,
      },
    );
  } catch (error) {
    return noAudit(faultOf(error), { subject: subject(), notes, version: maker.version });
  }
}

const NO_TARGET =
  'The workflow runs on pull_request_target, with rights that this check has no use for: run it on pull_request instead, which works for forks as well.';

async function shelvesOf({ environment, reach }: Call, note: Shelves['note']): Promise<Shelves> {
  if (environment.workspace === undefined) return { ...reach, checkout: undefined, note };
  const opened = await openCheckout(environment.workspace);
  if (!('missing' in opened)) return { ...reach, checkout: opened, note };
  if (reach.remote)
    note(
      `There is no checkout that git reads (${opened.missing}), so that files were read over GitHub's API; \`actions/checkout\` before this step is quicker.`,
    );
  return { ...reach, checkout: undefined, note };
}

interface Sides {
  readonly head: RepositorySource;
  readonly base?: BaseSide;
}

async function sidesOf(event: Asked, { head, base }: Compared, folder: string, shelves: Shelves): Promise<Sides> {
  const ofHead = await sideOf('the head', head, shelves);
  if (base === undefined) {
    const only = folderOf(ofHead, folder);
    await expectFolder(folder, [only]);
    return { head: only };
  }
  const ofBase = await sideOf('the base', base, shelves);
  const words = await wordsOf(event, { head, base }, shelves);
  const [after, before] = [folderOf(ofHead, folder), folderOf(ofBase, folder)];
  await expectFolder(folder, [after, before]);
  return { head: after, base: { commit: base, source: before, words } };
}

/** Where people look for the check: at the newest commit of a pull request, not at the merge that was tried. */
function subjectOf(
  event: Asked,
  { owner, repo, sha, ref, run }: Environment,
  path: string,
  compared: Compared | undefined,
): CheckSubject {
  const place = { owner, repo, path, ...(run === undefined ? {} : { run }) };
  if (event.kind === 'pull-request')
    return { ...place, head: event.head, ref: `refs/pull/${event.number}/head`, pullRequest: event.number };
  const head = event.kind === 'whole' ? (compared?.head ?? event.head ?? sha) : event.head;
  return { ...place, head, ref };
}
