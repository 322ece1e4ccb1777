import type { Change } from './change.ts';
import type { ReceiverFacts } from './facts/alert-routing.ts';
import type { AlertFacts } from './facts/alert-rules.ts';
import type { JobFacts } from './facts/ci-pipeline.ts';
import type { WorkloadFacts } from './facts/deployment.ts';
import type { DocumentFacts, SectionFacts } from './facts/document.ts';
import type { OwnerLineFacts } from './facts/ownership.ts';
import type { RunbookEntryFacts } from './facts/runbook.ts';
import type { Artifact, ContractKind, FileFacts, Kind, PageKind } from './kinds.ts';
import type { Place } from './place.ts';
import type { Component } from './profile.ts';
import type { ExemptionFacts, SettledSuppression } from './settings.ts';
import type { ExtractionLevel, PathClass } from './words.ts';

/** What every subject has besides its facts. */
export interface SubjectBase {
  readonly path: string;
  readonly pathClass: PathClass;
  readonly level: ExtractionLevel;
  /** Stable identity for fingerprints; see `subject-id` in the engine. Never holds a line number. */
  readonly subjectId: string;
  /** The symbolic place of a field (`at('labels', 'severity')`), the nearest enclosing one, or the subject itself. */
  at(...field: string[]): Place;
}

/** An element together with the facts of the document that holds it. */
export type Element<F, K extends Kind> = F & SubjectBase & { readonly artifact: Artifact<K> };

type KindSubject<K extends Kind> = SubjectBase & {
  readonly artifact: Artifact<K>;
  readonly facts: Artifact<K>['facts'];
};

/** Kinds that are pages: their sections and links are those of the document in the same file. */
export type PageSubject<K extends Kind> = KindSubject<K> & {
  readonly page: DocumentFacts;
  /** The public kinds the page is. */
  readonly roles: readonly Kind[];
};

/** Kinds that are a page in one form and data in another: `page` is there when the file is a page. */
export type MaybePageSubject<K extends Kind> = KindSubject<K> & {
  readonly page?: DocumentFacts;
  readonly roles: readonly Kind[];
};

/** Kinds that are always pages. */
type PlainPageKind = 'runbook' | 'readme' | 'document';

/** One subject for each document of a kind. */
type KindSubjects = { readonly [K in Exclude<Kind, PageKind>]: KindSubject<K> } & {
  readonly [K in PlainPageKind]: PageSubject<K>;
} & { readonly [K in Exclude<PageKind, PlainPageKind>]: MaybePageSubject<K> };

export interface RunbookEntrySubject extends SubjectBase, RunbookEntryFacts {
  readonly artifact: Artifact<'runbook'>;
  readonly page: DocumentFacts;
  /** The sections that belong to the entry. */
  readonly parts: readonly SectionFacts[];
}

export interface RepositorySubject extends SubjectBase {
  readonly files: number;
  /** Symbolic links at the root, which are not followed. Absent: none. */
  readonly links?: readonly string[];
}

/** The change that is judged: one when there is a base, none without. */
export interface ChangeSubject extends SubjectBase {
  readonly change: Change;
}

export interface FileSubject extends SubjectBase {
  readonly file: FileFacts;
}

/** A part of the repository that is built, released or run by itself; at least the repository. See `Profile.components`. */
export interface ComponentSubject extends SubjectBase {
  readonly component: Component;
}

/** A contract of any form; checking `artifact.kind` narrows its facts. */
export interface ContractSubject extends SubjectBase {
  readonly artifact: { [K in ContractKind]: Artifact<K> }[ContractKind];
}

/** What a rule can be asked about. */
export interface SubjectMap extends KindSubjects {
  alert: Element<AlertFacts, 'alert-rules'>;
  receiver: Element<ReceiverFacts, 'alert-routing'>;
  contract: ContractSubject;
  /** A job of a pipeline that is read in full. */
  job: SubjectBase & { readonly job: JobFacts; readonly artifact: Artifact<'ci-pipeline'> };
  workload: SubjectBase & { readonly workload: WorkloadFacts; readonly artifact: Artifact<'deployment'> };
  component: ComponentSubject;
  'owner-line': Element<OwnerLineFacts, 'ownership'>;
  'runbook-entry': RunbookEntrySubject;
  /** A file that was a candidate for a kind. */
  file: FileSubject;
  repository: RepositorySubject;
  change: ChangeSubject;
  /** An entry of the configuration's `exemptions`, after every other rule was asked. */
  exemption: SubjectBase & ExemptionFacts;
  /** A `shipworthy-disable-next-line`, after every other rule was asked. */
  suppression: SubjectBase & SettledSuppression;
}
export type SubjectName = keyof SubjectMap;
