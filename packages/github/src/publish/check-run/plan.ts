import { createHash } from 'node:crypto';
import { MAX_OUTPUT_BYTES, type NewCheckRun } from '@shipworthy/github-client';
import { clip } from '@shipworthy/reporters/page/clip';
import { visible } from '@shipworthy/reporters/visible';
import type { CheckResult } from '../../check-result.ts';
import { runAnnotation } from './annotations.ts';

/**
 * Annotations of a check run. GitHub would take more, fifty a request; nobody reads more beside the lines, and every request
 * counts against the budget that all jobs of the repository share.
 */
export const MAX_ANNOTATIONS = 250;

/** Characters of a line that people see in a list of checks. */
const MAX_TITLE = 255;

/**
 * Not the name of a job: what is required before merging is the job. GitHub puts a run that was made with the token of a
 * workflow into the suite of any workflow of the commit, so that whoever requires it waits for the wrong one.
 */
const NAME = 'shipworthy findings';

/** The check run of a result, made completed. Its id is that of its content, so that a run that says it already is found. */
export function planCheckRun(result: CheckResult): NewCheckRun {
  const { subject, conclusion } = result;
  const all = result.annotations.flatMap((each) => runAnnotation(each) ?? []);
  const annotations = all.slice(0, MAX_ANNOTATIONS);
  const beside = besideLines(annotations.length, result.annotations.length);
  const summary = result.summary({ size: MAX_OUTPUT_BYTES - Buffer.byteLength(beside), of: 'bytes' }) + beside;
  const title = clip(visible(result.title), MAX_TITLE);
  return {
    name: subject.path === '' ? NAME : `${NAME} (${visible(subject.path)})`,
    headSha: subject.head,
    conclusion,
    ...(subject.run === undefined ? {} : { detailsUrl: subject.run }),
    externalId: `shipworthy:v1:${digest([conclusion, title, summary, annotations])}`,
    title,
    summary,
    annotations,
  };
}

function besideLines(shown: number, all: number): string {
  const rest = all - shown;
  if (rest === 0) return '';
  const [have, are] = rest === 1 ? ['1 has', 'it is'] : [`${rest} have`, 'they are'];
  return `\n${shown} of ${all} findings stand beside their lines, the worst first. ${have} no line to stand at, or no room there: ${are} only in this text.\n`;
}

const digest = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');
