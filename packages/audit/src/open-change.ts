import { investigateChange, type Release, readTexts } from '@shipworthy/engine';
import { type ChangeWords, type RepositorySource, SourceError } from '@shipworthy/model';
import { textsOfSource } from '@shipworthy/policy';
import { changeWords, gitRevision, openSource, releaseBefore, sharedSource } from '@shipworthy/sources';
import { baseMemory } from './base-memory.ts';
import { type AuditRequest, type BaseRequest, sourceOptions } from './request.ts';
import { Stopwatch } from './stopwatch.ts';
import { type WhatIsAsked, whatIsAsked } from './what-is-asked.ts';

/** Both sides of a change, and what the rules found of them: what an audit and a checklist are made of. */
export interface OpenedChange {
  readonly source: RepositorySource;
  readonly base: RepositorySource;
  readonly asked: WhatIsAsked;
  readonly found: Awaited<ReturnType<typeof investigateChange>>;
  /** Texts in which findings are located. */
  readonly textsOf: { readonly head: TextsOf; readonly base: TextsOf };
}

type TextsOf = NonNullable<AuditRequest['textsOf']>;

/**
 * Both sides of a change, with what the configuration of the base asks of it.
 * @throws what `auditPath` throws
 */
export async function openChange(
  request: AuditRequest,
  against: BaseRequest,
  watch = new Stopwatch(),
): Promise<OpenedChange> {
  const { path } = request;
  const opened = against.source ?? openSource(path, { revision: against.base });
  const [source, ofBase] = await Promise.all([
    request.source ?? openSource(path, { ...sourceOptions(request), blobs: true }),
    opened,
  ]);
  const { commit = against.base } = await ofBase.list();
  const said = wordsOf(request, against, commit);
  const base = await sharedSource(ofBase, source);
  watch.lap('list');
  const asked = await whatIsAsked({ ...request, ofDisk: textsOfSource(base) }, base);
  const found = await investigateChange({
    source,
    base,
    revision: against.base,
    words: await said,
    earlier: earlierOf(request, commit, asked),
    release: against.source ? undefined : () => releaseOf(path, commit),
    ...asked.input,
  });
  return {
    source,
    base,
    asked,
    found,
    textsOf: {
      head: request.textsOf ?? ((paths) => readTexts(source, paths)),
      base: against.textsOf ?? ((paths) => readTexts(base, paths)),
    },
  };
}

async function wordsOf(
  { path, revision }: AuditRequest,
  { words, body }: BaseRequest,
  base: string,
): Promise<ChangeWords> {
  return words ?? changeWords(path, { base, head: revision, body });
}

/** A clone that lacks it, or its contents, knows nothing of releases. */
async function releaseOf(path: string, commit: string): Promise<Release | undefined> {
  try {
    const name = await releaseBefore(path, commit);
    return name === undefined ? undefined : { name, source: await gitRevision(path, `refs/tags/${name}`) };
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

/** The code of other packages is in no digest of this build. */
function earlierOf({ reports, packages = [], today }: AuditRequest, commit: string, { input, weighing }: WhatIsAsked) {
  if (!reports || packages.length > 0) return undefined;
  const rules = input.rules.map(({ id }) => id);
  const config = weighing.config.written ?? null;
  return (profile: unknown) => baseMemory(reports, { commit, config, rules, profile, today });
}
