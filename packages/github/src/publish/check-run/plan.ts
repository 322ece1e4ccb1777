import { createHash } from 'node:crypto';
import { clip } from '@shipworthy/reporters/clip';
import { visible } from '@shipworthy/reporters/visible';
import type { CheckResult } from '../../check-result.ts';
import { ANNOTATIONS_PER_REQUEST, MAX_ANNOTATIONS, MAX_SUMMARY, MAX_TITLE } from '../limits.ts';
import { type RunAnnotation, runAnnotation } from './annotations.ts';

/** A check run as it will be: made completed, then only added to. */
export interface CheckRunPlan {
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: CheckResult['conclusion'];
  readonly detailsUrl?: string;
  /** The same for the same content, so that a run that says it already is found. */
  readonly externalId: string;
  readonly title: string;
  readonly summary: string;
  /** What goes with the first request. */
  readonly annotations: readonly RunAnnotation[];
  /** What goes with each request after it. */
  readonly more: readonly (readonly RunAnnotation[])[];
}

/**
 * Not the name of a job: what is required before merging is the job. GitHub puts a run that was made with the token of a
 * workflow into the suite of any workflow of the commit, so that requiring it would wait for the wrong one.
 */
const NAME = 'shipworthy findings';

/** Nothing is sent, nothing read. */
export function planCheckRun(result: CheckResult): CheckRunPlan {
  const { subject, conclusion } = result;
  const all = result.annotations.flatMap((each) => runAnnotation(each) ?? []);
  const kept = all.slice(0, MAX_ANNOTATIONS);
  const aside = besideLines(kept.length, result.annotations.length);
  const summary = result.summary({ size: MAX_SUMMARY - aside.length, of: 'characters' }) + aside;
  const title = clip(visible(result.title), MAX_TITLE);
  const [annotations = [], ...more] = batches(kept);
  return {
    name: subject.path === '' ? NAME : `${NAME} (${visible(subject.path)})`,
    headSha: subject.head,
    conclusion,
    ...(subject.run === undefined ? {} : { detailsUrl: subject.run }),
    externalId: `shipworthy:v1:${digest([conclusion, title, summary, kept])}`,
    title,
    summary,
    annotations,
    more,
  };
}

/** Annotations of a plan. */
export const annotationsIn = ({ annotations, more }: Pick<CheckRunPlan, 'annotations' | 'more'>): number =>
  more.reduce((sum, each) => sum + each.length, annotations.length);

function batches(all: readonly RunAnnotation[]): RunAnnotation[][] {
  return Array.from({ length: Math.ceil(all.length / ANNOTATIONS_PER_REQUEST) }, (_, at) =>
    all.slice(at * ANNOTATIONS_PER_REQUEST, (at + 1) * ANNOTATIONS_PER_REQUEST),
  );
}

function besideLines(shown: number, all: number): string {
  if (shown === all) return '';
  const rest = all - shown;
  return `\n${shown} of ${all} findings stand beside their lines, the worst first. ${rest === 1 ? 'One has' : `${rest} have`} no line to stand at, or no room there: ${rest === 1 ? 'it is' : 'they are'} only in this text.\n`;
}

const digest = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');
