import type { DiskReports } from '@shipworthy/cache';
import type { ChangeWords, FactsCache, Preset, RepositorySource } from '@shipworthy/model';
import type { Config, Selection } from '@shipworthy/policy';
import type { ReadConfigText } from '@shipworthy/policy/config-text';
import type { Rule } from '@shipworthy/rule-kit';
import type { OpenSourceOptions } from '@shipworthy/sources';

/** Which files of the folder are audited. */
export interface SourceRequest {
  readonly untracked?: boolean | undefined;
  readonly revision?: string | undefined;
  readonly staged?: boolean | undefined;
}

/** What a change is compared with. */
export interface BaseRequest {
  /** A revision. */
  readonly base: string;
  /** The text of the pull request. */
  readonly body?: string | undefined;
  /** The base itself, where it is no revision of the folder. */
  readonly source?: RepositorySource | undefined;
  /** The texts in which findings of the base are located, where the source has them no more. */
  readonly textsOf?: AuditRequest['textsOf'] | undefined;
  /** What was said of the change, where git cannot be asked. */
  readonly words?: ChangeWords | undefined;
}

export interface AuditRequest extends Omit<Selection, 'preset' | 'config'>, SourceRequest {
  /** Folder of the repository. */
  readonly path: string;
  /** All rules there are. */
  readonly rules: readonly Rule[];
  readonly version: string;
  /** Wins over the configuration. */
  readonly preset?: Preset | undefined;
  /** `--config FILE`, or false for `--no-config`. */
  readonly config?: string | false | undefined;
  /** What a configuration becomes under the policy of an organisation. */
  readonly house?: ((config: Config) => Config) | undefined;
  /** `2026-12-31` */
  readonly today: string;
  /** What is audited, where it is being opened already or is no folder. */
  readonly source?: Promise<RepositorySource>;
  /** Reads configuration files of the folder that are not listed; without it they are read from the disk. */
  readonly ofDisk?: ReadConfigText | undefined;
  /** Facts of earlier runs. */
  readonly cache?: FactsCache;
  /** Facts by the blob ids that the source names: what they know is not read. */
  readonly blobs?: FactsCache;
  /** The texts in which findings are located, where the source has them no more. */
  readonly textsOf?: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Reports of earlier runs, among which the outcomes of a base are kept. */
  readonly reports?: DiskReports | undefined;
  /** Packages that are loaded, by name. */
  readonly packages?: readonly string[];
  /** Takes one sentence for people about what the audit leaves out. */
  readonly note?: (sentence: string) => void;
  /** Also find the lines of the evidence of what passed. */
  readonly locateEvidence: boolean;
}

export const sourceOptions = ({ untracked, revision, staged }: SourceRequest): OpenSourceOptions => ({
  ...(untracked === undefined ? {} : { untracked }),
  ...(revision === undefined ? {} : { revision }),
  ...(staged === undefined ? {} : { staged }),
});
