import type { Note } from '@shipworthy/github-client';
import { prose } from '@shipworthy/reporters/markdown/escape';
import { renderSarif } from '@shipworthy/reporters/sarif';
import type { CheckResult } from './check-result.ts';
import type { Environment } from './environment.ts';
import type { Inputs } from './inputs.ts';
import type { Log } from './log.ts';
import { addSummary } from './runner-files.ts';

interface Means {
  readonly inputs: Inputs;
  readonly environment: Environment;
  readonly version: string;
  readonly page: (rule: string) => string | undefined;
  readonly log: Log;
  /** File of the step's summary. */
  readonly summary: string | undefined;
}

const NO_TOKEN =
  'Nothing was shown beside this job: the input token is empty, and check-run, comment and upload-sarif need one.';

/**
 * Shows the result on GitHub beside the job, where the workflow asks for it. It was told already: what fails here is a
 * warning, and changes nothing of it. Never throws.
 */
export async function show(result: CheckResult, means: Means): Promise<void> {
  const { inputs, log, summary } = means;
  if (!inputs.checkRun && !inputs.comment && !inputs.uploadSarif) return;
  const notes = inputs.token === undefined ? [NO_TOKEN] : await published(result, inputs.token, means);
  for (const note of notes) log.annotate('warning', note, { title: 'shipworthy' });
  if (notes.length > 0) addSummary(summary, () => notes.map((note) => `> ⚠️ ${prose(note)}\n`).join('>\n'));
}

/** What did not work. */
async function published(
  result: CheckResult,
  token: string,
  { inputs, environment, version, page, log }: Means,
): Promise<readonly string[]> {
  const note: Note = (sentence) => log.line(sentence);
  try {
    const [{ connect }, { publish, sarifCategory }] = await Promise.all([
      import('@shipworthy/github-client'),
      import('./publish/index.ts'),
    ]);
    const { audit, subject } = result;
    const repository = `${environment.serverUrl}/${environment.owner}/${environment.repo}`;
    const sarif =
      inputs.uploadSarif && audit
        ? renderSarif(audit, { page, repository, category: sarifCategory(subject.path) })
        : undefined;
    const done = await publish(
      result,
      { checkRun: inputs.checkRun, comment: inputs.comment, ...(sarif === undefined ? {} : { sarif }), as: 'app' },
      connect({ apiUrl: environment.apiUrl, token, version, note }),
    );
    for (const { what, url } of done) if (url !== undefined) log.line(`shipworthy: ${what} ${url}`);
    return done.flatMap(({ note: said }) => said ?? []);
  } catch (error) {
    return [`Not all was shown beside this job: ${error instanceof Error ? error.message : String(error)}`];
  }
}
