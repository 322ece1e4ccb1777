import { type AuditRequest, auditOfChange, auditPath, checklistOf, configuration, openChange } from '@shipworthy/audit';
import { UsageError } from '@shipworthy/audit/usage-error';
import type { Audit, ChangeWords, Checklist, RepositorySource } from '@shipworthy/model';
import { ConfigError, type ConfigFault, textsOfSource } from '@shipworthy/policy';

export interface Audited {
  readonly audit: Audit;
  readonly checklist?: Checklist;
  /** In the configuration that the change brings: none of them holds for the change itself. */
  readonly mistakes: readonly ConfigFault[];
}

/** What is compared: files of commits, and what was said of the change. */
export interface BaseSide {
  readonly commit: string;
  readonly source: RepositorySource;
  readonly words: ChangeWords;
}

type Request = Omit<AuditRequest, 'source' | 'ofDisk' | 'config'> & { readonly note: (sentence: string) => void };

/**
 * The audit of a commit, or of the change between two. The configuration of a change is that of its base, so that no
 * change exempts itself. Where that cannot be followed and the change mends it, the change is judged without any: else
 * nothing could ever mend it.
 * @throws what `auditPath` throws
 */
export async function auditedCommits(request: Request, head: RepositorySource, base?: BaseSide): Promise<Audited> {
  const source = Promise.resolve(head);
  if (!base) return { audit: await auditPath({ ...request, source }), mistakes: [] };
  const mistakes = await mistakesOf(request, head);
  try {
    return { ...(await auditedChange({ ...request, source }, base)), mistakes };
  } catch (error) {
    if (!(error instanceof ConfigError) || mistakes.length > 0) throw error;
    request.note(
      `The configuration of the base has mistakes, which this change mends; the change was judged without a configuration. First: ${error.faults[0]?.what ?? 'not known'}.`,
    );
    return { ...(await auditedChange({ ...request, source, config: false }, base)), mistakes };
  }
}

async function auditedChange(
  request: AuditRequest,
  { commit, source, words }: BaseSide,
): Promise<Omit<Audited, 'mistakes'>> {
  const opened = await openChange(request, { base: commit, source, words });
  return { audit: await auditOfChange(opened), checklist: await checklistOf(opened) };
}

/** A configuration that is broken in silence would fail every change after this one. */
async function mistakesOf({ path, rules, today }: Request, head: RepositorySource): Promise<readonly ConfigFault[]> {
  try {
    await configuration({ path, source: head, rules, today, ofDisk: textsOfSource(head) });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    if (error instanceof UsageError) return [];
    throw error;
  }
}
