import type { MigrationFacts } from '../facts/migration.ts';
import type { ObligationName } from '../obligation.ts';
import type { Place } from '../place.ts';

/** What a change touches, and what it brings along for it. */
export interface ChangeObligations {
  /** Parts that it touches; those that the configuration names first. */
  readonly areas: readonly TouchedArea[];
  /** Why nothing is asked of it, whatever it touches; one clause. */
  readonly exempt?: string;
  /** Migrations that it adds. */
  readonly migrations: readonly TouchedMigration[];
  /** Alerts that it adds; `runbook`: the page that is named for it, or the link to one that is kept elsewhere. */
  readonly alerts: readonly { readonly name: string; readonly at: Place; readonly runbook?: Place }[];
  /** Forms and pages of the repository that a checklist belongs to, likeliest first. */
  readonly forms: readonly ChangeForm[];
}

export interface TouchedArea {
  /** `auth`, or a name that the configuration gives. */
  readonly name: string;
  /** The configuration names it; else it was recognised. */
  readonly configured: boolean;
  /** The configuration says what it must bring: each of its obligations is demanded. */
  readonly demanded: boolean;
  /** Files of it in which the change does something; pages, tests and comments are none. */
  readonly files: readonly TouchedFile[];
  readonly obligations: readonly ObligationState[];
  /** What would show that somebody thought of the day on which it misbehaves; see `FORETHOUGHT`. */
  readonly forethought: readonly ObligationState[];
}

export interface TouchedFile {
  /** Of a file that is gone `absent`; else its first line, or what shows that it belongs to the area. */
  readonly at: Place;
  /** Program code, whose behaviour tests could show. */
  readonly code: boolean;
}

/** Where it is met: in a file of the change, or in words that were said of it. */
export type ObligationEvidence =
  | { readonly in: 'file'; readonly at: Place; readonly what: string }
  | {
      readonly in: 'body';
      /** 1-based line of the text of the pull request. */
      readonly line: number;
      readonly words: string;
    }
  | {
      readonly in: 'commit';
      /** Full id. */
      readonly commit: string;
      readonly words: string;
    };

export type ObligationState = { readonly name: ObligationName } & (
  | { readonly state: 'met'; readonly evidence: readonly [ObligationEvidence, ...ObligationEvidence[]] }
  | { readonly state: 'open' }
  | { readonly state: 'unknown'; readonly why: string }
);

export interface TouchedMigration {
  readonly at: Place;
  readonly back: MigrationFacts['back'] | 'not-needed';
  /** Operations that lose what is stored, or that the release before cannot work with. */
  readonly dangerous: readonly Place[];
  /** What it does was not read. */
  readonly unread: boolean;
}

export interface ChangeForm {
  readonly what: 'change-template' | 'release-checklist';
  readonly at: Place;
  /** The heading below which a checklist or the way back is asked for, where there is one. */
  readonly heading?: string;
}
