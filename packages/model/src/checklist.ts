import type { Location } from './audit.ts';
import type { ContractChange } from './contract-change.ts';
import type { MigrationFacts } from './facts/migration.ts';
import type { ObligationName } from './obligation.ts';

/** The release checklist of one change: what it touches, what it brings along, and what is still to be answered. */
export interface Checklist {
  readonly tool: { readonly name: string; readonly version: string };
  /** For people: the revision that was given as base. */
  readonly base: string;
  /** The commit of the base. */
  readonly since?: string;
  /** The commit of the head, where it is one. */
  readonly commit?: string;
  /** Files that differ. */
  readonly files: number;
  /** Why nothing is asked of it; one clause. */
  readonly exempt?: string;
  /** Why not all that was said of it is known; one clause. */
  readonly unheard?: string;
  readonly areas: readonly ChecklistArea[];
  /** What breaks those who use a contract of the repository; contracts without a break are left out. */
  readonly contracts: readonly ChecklistContract[];
  readonly migrations: readonly ChecklistMigration[];
  /** Alerts that it adds; `runbook`: the page that is named for it, or the link to one that is kept elsewhere. */
  readonly alerts: readonly { readonly name: string; readonly at: Location; readonly runbook?: Location }[];
  /** Where the checklist belongs: forms and pages of the repository, likeliest first. */
  readonly forms: readonly {
    readonly what: 'change-template' | 'release-checklist';
    readonly at: Location;
    readonly heading?: string;
  }[];
}

export interface ChecklistArea {
  readonly name: string;
  readonly configured: boolean;
  readonly files: readonly Location[];
  readonly lines: readonly ChecklistLine[];
}

export interface ChecklistLine {
  readonly obligation: ObligationName;
  /** `open`: nothing answers. `unknown`: nothing could be seen, and why. */
  readonly state: 'met' | 'open' | 'unknown';
  readonly why?: string;
  readonly evidence: readonly ChecklistEvidence[];
}

export type ChecklistEvidence =
  | { readonly in: 'file'; readonly at: Location; readonly what: string }
  /** Line of the text of the pull request, 1-based. */
  | { readonly in: 'body'; readonly line: number; readonly words: string }
  /** Full id. */
  | { readonly in: 'commit'; readonly commit: string; readonly words: string };

export interface ChecklistContract {
  readonly path: string;
  /** Absent: the two sides could not be compared, and why. */
  readonly breaks?: readonly {
    readonly what: string;
    readonly level: ContractChange['level'];
    readonly at: Location;
  }[];
  readonly unknown?: string;
}

export interface ChecklistMigration {
  readonly at: Location;
  readonly back: MigrationFacts['back'] | 'not-needed';
  /** Operations that lose what is stored, or that the release before cannot work with. */
  readonly dangerous: readonly Location[];
  /** What it does was not read. */
  readonly unread: boolean;
}
