import { readFileSync, statSync } from 'node:fs';
import { SourceError } from '@shipworthy/model';
import type { Environment } from './environment.ts';
import { type Event, eventOf } from './event.ts';

/** GitHub sends none above 25 MB (https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap). */
const MAX_EVENT_BYTES = 26_000_000;

/**
 * The event that the workflow runs for.
 * @throws SourceError for a file that is missing, no JSON, or not what its event holds
 */
export function readEvent({ eventName, eventPath }: Pick<Environment, 'eventName' | 'eventPath'>): Event {
  if (eventPath === undefined) throw unreadable('GITHUB_EVENT_PATH is not set');
  let text: string;
  try {
    if (statSync(eventPath).size > MAX_EVENT_BYTES) throw unreadable('it is larger than events are');
    text = readFileSync(eventPath, 'utf8');
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw unreadable(cause instanceof Error ? cause.message : 'it cannot be opened', cause);
  }
  let payload: unknown;
  try {
    payload = JSON.parse(text);
  } catch (cause) {
    throw unreadable('it is no JSON', cause);
  }
  return eventOf(eventName, payload);
}

const unreadable = (why: string, cause?: unknown): SourceError =>
  new SourceError(
    `the event of this workflow cannot be read: ${why}`,
    'environment',
    'Run it as a step of a workflow, which writes the event to the file that GITHUB_EVENT_PATH names; inside a container mount that file too.',
    { cause },
  );
