import { type Comparison, say } from './changes-of.ts';
import { isLessSpecific, pairNames } from './media-types.ts';
import type { Operation, Response } from './operations.ts';
import type { Schema } from './schema.ts';
import type { SchemaContext } from './schema-changes.ts';

/** What a changed request body breaks for callers. */
export function bodyChanges(comparison: Comparison, before: Operation, after: Operation): void {
  const was = before.body;
  const is = after.body;
  const tell = (check: string, what: string, place: Parameters<typeof say>[4]) =>
    say(comparison, check, what, after, place);
  if (!was) {
    if (is?.required) tell('request-body-added-required', `${after.name} asks for a body now`, is);
    return;
  }
  if (!is) {
    tell('request-body-removed', `the request body of ${after.name} is gone`, after);
    return;
  }
  if (is.required && !was.required)
    tell('request-body-became-required', `the request body of ${after.name} has become required`, is);
  const { kept, removed } = pairNames([...was.content.keys()], [...is.content.keys()]);
  for (const mediaType of removed)
    tell('request-body-media-type-removed', `${after.name} no longer takes a body of ${mediaType}`, is);
  for (const [one, other] of kept) {
    const older = was.content.get(one);
    const newer = is.content.get(other);
    if (newer?.schema && older && !older.schema)
      tell(
        'request-body-media-type-schema-added',
        `the request body of ${after.name} (${other}) must satisfy a schema, where it could be anything`,
        { at: newer.at, file: is.file },
      );
    compareSchemas(comparison, older, newer, {
      place: 'request-body',
      about: after.name,
      where: `of ${after.name}`,
      whole: 'the request body',
      mediaType: other,
    });
  }
}

const isSuccess = (status: string): boolean => /^2\d\d$/.test(status);

/** What changed responses break for callers. */
export function responseChanges(comparison: Comparison, before: Operation, after: Operation): void {
  for (const [status, was] of before.responses) {
    const is = after.responses.get(status);
    if (is) contentChanges(comparison, status, was, is, after);
    // A range of statuses holds each of them.
    else if (isSuccess(status) && !after.responses.has('2XX'))
      say(
        comparison,
        'response-success-status-removed',
        `${after.name} no longer says that it may answer ${status}`,
        after,
        after,
      );
  }
}

function contentChanges(comparison: Comparison, status: string, was: Response, is: Response, after: Operation): void {
  const where = `of ${after.name} (${status})`;
  const tell = (check: string, what: string, at = is.at) => say(comparison, check, what, after, { at, file: is.file });
  const { kept, removed } = pairNames([...was.content.keys()], [...is.content.keys()]);
  for (const mediaType of removed)
    tell('response-media-type-removed', `the response ${where} is no longer ${mediaType}`);
  for (const [one, other] of kept) {
    const older = was.content.get(one);
    const newer = is.content.get(other);
    if (one !== other && isLessSpecific(one, other))
      tell('response-media-type-name-generalized', `the response ${where} is ${other} where it was ${one}`, newer?.at);
    if (older?.schema && newer && !newer.schema)
      tell(
        'response-body-media-type-schema-removed',
        `the response ${where} has no schema any more (${other})`,
        newer.at,
      );
    compareSchemas(comparison, older, newer, {
      place: 'response-body',
      about: after.name,
      where,
      whole: 'the response',
      mediaType: other,
    });
  }
  headerChanges(comparison, where, was, is, after);
}

function headerChanges(comparison: Comparison, where: string, was: Response, is: Response, after: Operation): void {
  const { file } = is;
  for (const [key, header] of was.headers) {
    const other = is.headers.get(key);
    const whole = `the response header ${header.name}`;
    if (!other) {
      const check = header.required ? 'required-response-header-removed' : 'optional-response-header-removed';
      say(comparison, check, `${whole} ${where} is gone`, after, is);
      continue;
    }
    if (header.required && !other.required)
      say(comparison, 'response-header-became-optional', `${whole} ${where} is no longer sure to be there`, after, {
        at: other.at,
        file,
      });
    compareSchemas(comparison, header, other, {
      place: 'response-header',
      about: after.name,
      where,
      whole,
      mediaType: '',
    });
  }
}

interface Held {
  readonly schema: Schema | undefined;
}

function compareSchemas(
  { comparer, schemas }: Comparison,
  was: Held | undefined,
  is: Held | undefined,
  context: SchemaContext,
): void {
  if (was?.schema && is?.schema) schemas.add(comparer.compareRead(was.schema, is.schema), context);
}
