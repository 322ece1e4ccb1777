import type { Change } from '../change.ts';
import type { SubjectMap } from '../subject.ts';
import type { AcceptedBy } from './accepted-secrets.ts';
import type { Delivery, ReceiverReach } from './alerting.ts';
import type { LogStanding, RecordRelations } from './decisions.ts';
import type { Locks, Updates } from './dependencies.ts';
import type { ChangedGuards } from './guards.ts';
import type { CatalogLinks, ContractParts } from './interfaces.ts';
import type { Link } from './link.ts';
import type { SeriesStanding } from './migrations.ts';
import type { ChangeObligations } from './obligations.ts';
import type { CriticalArea, Ownership, PatternReach } from './ownership.ts';
import type { PageCommand, PageLink, RiskyArea } from './pages.ts';
import type { PipelineFiles, Pipelines } from './pipelines.ts';
import type { JobPurposes } from './purposes.ts';
import type { TestedProgram } from './tests.ts';
import type { Toolchains } from './toolchains.ts';

/**
 * The one type map of relations: a new relation is one folder in `relations` and one line here.
 * Each maps from the subject it is asked of to what it answers.
 */
export interface RelationMap {
  'alert -> runbook': { from: 'alert'; to: Link };
  'alert -> receiver': { from: 'alert'; to: Delivery };
  'receiver -> alerts': { from: 'receiver'; to: ReceiverReach };
  'path -> owner': { from: AnySubjectName; to: Ownership };
  'document -> target': { from: 'document' | 'readme' | 'runbook'; to: readonly PageLink[] };
  'owner-line -> path': { from: 'owner-line'; to: PatternReach };
  'page -> command': {
    from: 'document' | 'readme' | 'runbook' | 'rollback-plan' | 'release-checklist';
    to: readonly PageCommand[];
  };
  'plan -> risky area': { from: 'repository' | 'rollback-plan' | 'release-checklist'; to: readonly RiskyArea[] };
  /** What can hurt most first. Areas without files are left out. */
  'repository -> critical areas': { from: 'repository'; to: readonly CriticalArea[] };
  'runbook -> referrer': { from: 'runbook'; to: Link };
  'decision-record -> decision-record': { from: 'decision-record'; to: RecordRelations };
  'job -> purposes': { from: 'job'; to: JobPurposes };
  /** The same answer whatever asks: pipelines are the repository's. */
  'repository -> pipelines': { from: AnySubjectName; to: Pipelines };
  /** Files whose secrets a scanner was told to accept, with the line that says so. */
  'repository -> accepted secrets': { from: 'repository'; to: ReadonlyMap<string, AcceptedBy> };
  'repository -> locks': { from: 'repository'; to: Locks };
  'repository -> toolchains': { from: 'repository'; to: Toolchains };
  'repository -> updates': { from: 'repository'; to: Updates };
  'decision-record -> log': { from: 'decision-record'; to: LogStanding };
  'migration -> series': { from: 'migration'; to: SeriesStanding };
  'contract -> parts': { from: 'contract' | 'openapi'; to: ContractParts };
  'ci-pipeline -> files': { from: 'ci-pipeline'; to: PipelineFiles };
  'service-catalog -> files': { from: 'service-catalog'; to: CatalogLinks };
  'repository -> decision-log': { from: 'repository'; to: readonly Link[] };
  'repository -> tests': { from: 'repository'; to: TestedProgram };
  /** The configuration of a formatter or linter: a coding standard that is enforced. */
  'repository -> style': { from: 'repository'; to: Link };
  /** What the repository, its owner and its packages call themselves, lower case; the likeliest first. Empty: nothing says. */
  'repository -> names': { from: 'repository' | 'component' | 'openapi' | 'contract'; to: readonly string[] };
  /** The same answer whatever asks; undefined without a base. */
  'repository -> change': { from: AnySubjectName; to: Change | undefined };
  /** What the change touches and must bring along for it. */
  'change -> obligations': { from: 'change'; to: ChangeObligations };
  /** Undefined without a base. */
  'change -> guards': { from: 'change'; to: ChangedGuards | undefined };
  'alert -> dashboard': { from: 'alert'; to: Link };
  'dashboard -> referrer': { from: 'dashboard'; to: Link };
  /** For each objective of the document, in order, what alerts on it. */
  'slo -> alert': { from: 'slo'; to: readonly Link[] };
}
export type RelationName = keyof RelationMap;
type AnySubjectName = keyof SubjectMap;
