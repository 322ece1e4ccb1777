import type { Change } from './change.ts';
import type { JobFacts, TriggerFacts } from './facts/ci-pipeline.ts';
import type { OperationFacts } from './facts/contract.ts';
import type { RecordReference } from './facts/decision-record.ts';
import type { SqlDialect } from './facts/migration.ts';
import type { RelationEdge } from './graph.ts';
import type { Inventory } from './kinds.ts';
import type { Place } from './place.ts';
import type { RunbookSite, SensitiveArea } from './settings.ts';
import type { Tree } from './source.ts';
import type { SubjectMap, SubjectName } from './subject.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A typed link between two elements: always one of four states. */
export type Link =
  | { readonly state: 'resolved'; readonly to: Place; readonly how: string; readonly note?: string }
  | { readonly state: 'missing' }
  | {
      readonly state: 'dangling';
      /** Where the link is written. */
      readonly at: Place;
      /** What it asks for, as written. */
      readonly wanted: string;
      /** `file`: no such file. `anchor`: the file is there, the heading is not. `placeholder`: the value is no link at all. */
      readonly lacks: 'file' | 'anchor' | 'placeholder';
      /** The file that exists, when only the anchor is missing. */
      readonly target?: Place;
      /** The nearest existing path or anchor, if one is near. */
      readonly nearest?: string;
      /** Why it fails, when that is not plain: `the scheme (https://) is missing`. One clause. */
      readonly note?: string;
      /** The address is written wrong (no scheme, brackets around it), so that it never led anywhere. */
      readonly malformed?: true;
    }
  | { readonly state: 'unknown'; readonly why: string; readonly at?: Place };

/** A link of a page together with where it is written. */
export interface PageLink {
  readonly link: Link;
  /** As written. */
  readonly target: string;
  readonly at: Place;
  /** How the page names it: a Markdown or HTML link, a path in backticks, a path in a command. */
  readonly form: 'link' | 'code-span' | 'fence';
  /** The link leads to the very line or page it stands on. */
  readonly selfReferential?: true;
}

/** Where an alert goes, by evaluation of every route tree of the repository over its static labels. */
export type Delivery =
  | {
      readonly state: 'delivered';
      readonly receivers: readonly { readonly name: string; readonly at: Place; readonly types: readonly string[] }[];
    }
  /** Reaches a receiver that has no integration, or only placeholder addresses, or a name nobody defines. */
  | {
      readonly state: 'undelivered';
      readonly receiver: string;
      readonly at: Place;
      readonly because: 'no-integration' | 'undefined-receiver' | 'placeholder-address';
      readonly address?: string;
      /** Files the routes may be overlaid in (an example, a base of Kustomize), so the gap is a doubt. */
      readonly doubtful?: string;
    }
  | { readonly state: 'missing' }
  | { readonly state: 'unknown'; readonly why: string };

/** Which routes and alerts lead to a receiver, and whether that tells anybody. */
export interface ReceiverReach {
  readonly reaches: 'someone' | 'nobody';
  /** Why it reaches nobody. */
  readonly because?: 'no-integration' | 'placeholder-address';
  /** The placeholder address, as written. */
  readonly address?: string;
  /** Routes that hand alerts to it (by name or inherited), in order. Empty: nothing is routed to it. */
  readonly routes: readonly ReceiverRoute[];
  /** The root of a route tree names it: it takes whatever no other route takes. */
  readonly default: boolean;
  /** Alerts of this repository that certainly end here. */
  readonly alerts: number;
  /** The first of them. */
  readonly sample?: string;
  /** The paging severity (of the vocabulary) that such an alert, or a matcher of a route, has. */
  readonly pagingSeverity?: string;
  /** Silent on purpose: by its name, or because only alerts that fire on purpose are routed to it. */
  readonly deliberate: boolean;
  /** Where the integrations may be filled in later (an example, a base of Kustomize), so the gap is a doubt. */
  readonly doubtful?: string;
  /** Set when the file is a template, so that integrations may be there that cannot be seen. */
  readonly unknown?: string;
}

export interface ReceiverRoute {
  /** The `receiver:` or, when inherited, the route. */
  readonly at: Place;
  /** Matchers from the root to the route, as a person writes them: `severity="critical"`; '' for the root. */
  readonly matchers: string;
}

/** Who owns a path. */
export type Ownership =
  | { readonly state: 'resolved'; readonly owners: readonly string[]; readonly at: Place }
  | { readonly state: 'missing' }
  | { readonly state: 'unknown'; readonly why: string };

/** What a line of CODEOWNERS does in this tree. */
export interface PatternReach {
  /** Files the pattern matches. */
  readonly matches: number;
  /** One of them. */
  readonly sample?: string;
  /** Files for which this line decides (no later line matches). */
  readonly decides: number;
  /** When it decides none: a later line that takes all its files. */
  readonly shadowedBy?: Place;
  /** The pattern names files that a `.gitignore`-like or generated area keeps out of the tree: unknown. */
  readonly unknown?: string;
}

/** A call of a build script on a page, and whether what it calls exists. */
export interface PageCommand {
  /** As written: `make drain-queue`. */
  readonly command: string;
  readonly at: Place;
  readonly form: 'code-span' | 'fence';
  /** Index into the page's sections. */
  readonly section: number;
  readonly found:
    | { readonly state: 'resolved'; readonly to: Place }
    /** No build script of the repository has it, and the one that answers here lists all it has. */
    | { readonly state: 'dangling'; readonly wanted: string; readonly script: Place; readonly nearest?: string }
    | { readonly state: 'unknown'; readonly why: string };
}

/** A part of the product whose change is risky, by the folders and files that hold it. */
export interface RiskyArea {
  readonly area: 'data' | 'access' | 'charging';
  /** Files that show it. */
  readonly files: number;
  /** The folder that holds them, or one of them. */
  readonly sample: string;
}

/** A part of the repository whose change can hurt most, and who is asked about it. */
export interface CriticalArea {
  /** `sign-in and permissions`, `pipelines`, or the name that the configuration gives it. */
  readonly name: string;
  /** Files of it. */
  readonly files: number;
  /** Files of it that nobody owns. What is left without owner on purpose is not among them. */
  readonly unowned: number;
  /** One of them. */
  readonly sample?: string;
  /** Where an owner of the others is named. */
  readonly at?: Place;
}

/** How a decision record stands to others, by what they say of each other. */
export interface RecordRelations {
  /** What the record names as before, behind or beside it, in order. */
  readonly references: readonly RecordLink[];
  /** Other records that say they supersede this one. */
  readonly supersededBy: readonly RecordClaim[];
  /** Following "superseded by" from this record leads back to it; the records on the way. Empty: it does not. */
  readonly cycle: readonly Place[];
}

export interface RecordLink {
  readonly relation: RecordReference['relation'];
  /** As written. */
  readonly target: string;
  readonly at: Place;
  /** `missing` is never given. */
  readonly link: Link;
  /** Whether the other record mentions this one in any way; undefined when it is not resolved to a record. */
  readonly mentioned?: boolean;
}

export interface RecordClaim {
  /** The other record. */
  readonly path: string;
  /** Where it says so. */
  readonly at: Place;
  /** Its own status, as written. */
  readonly status?: string;
  /** Whether this record mentions it in any way. */
  readonly mentioned: boolean;
}

/** What a decision record's log shows about it. */
export interface LogStanding {
  /** Records of the log, this one included. */
  readonly records: number;
  /** Of these, how many say a status. */
  readonly withStatus: number;
  /** Its name, which begins with a number or a date, comes before those of all records that say a status. */
  readonly predatesStatus?: true;
  /** The record that it is notes on, by the names of the two: `0012-use-redis-notes.md` beside `0012-use-redis.md`. */
  readonly notesOn?: Place;
  /** Files, in path order, that share the number, this one included. Absent: none do. */
  readonly sharing?: readonly string[];
  /** The page that lists the log, if it links to nearly all of the others: does it lead to this one? */
  readonly index?: { readonly at: Place; readonly lists: boolean };
}

/** A contract joined from the files it is split over. */
export interface ContractParts {
  /** Operations, those of other files included. */
  readonly operations: readonly (OperationFacts & { readonly at: Place })[];
  /** Path items in other files that could not be followed, as written. */
  readonly unseen: readonly { readonly target: string; readonly at: Place }[];
  /** References to files that are not there. */
  readonly missing: readonly { readonly target: string; readonly at: Place }[];
  /** References to other hosts, which are never asked. */
  readonly remote: number;
}

/** What a pipeline names in this repository. */
export interface PipelineFiles {
  /** Workflows, actions and files it calls or takes in, each where it is called. */
  readonly calls: readonly { readonly target: string; readonly at: Place; readonly link: Link }[];
  /** Path filters that no file can match, because the file or folder they begin with is not there. */
  readonly idleFilters: readonly {
    readonly pattern: string;
    readonly at: Place;
    /** `ignored`: changes there would start nothing. */
    readonly filter: 'paths' | 'ignored';
    readonly nearest?: string;
  }[];
}

/** What an entity of a software catalog names in this repository. */
export interface CatalogLinks {
  /** The file of an API's definition; undefined when it has none or stands in the entity itself. */
  readonly definition?: Link;
  /** The folder of its documentation. */
  readonly techdocs?: Link;
  /** Files that a Location takes in. */
  readonly targets: readonly Link[];
  /** APIs it says to provide: `missing` where no entity of this repository has the name. */
  readonly provided: readonly { readonly target: string; readonly at: Place; readonly link: Link }[];
  /** Descriptions of interfaces in this repository that no API entity of it points to. */
  readonly undescribed: readonly Place[];
  /** Another entity of this repository with the same kind, namespace and name. */
  readonly twin?: Place;
}

/** What a part of a pipeline is there for. */
export type Purpose =
  | 'format'
  | 'lint'
  | 'types'
  | 'unit'
  | 'integration'
  | 'e2e'
  | 'load'
  | 'contract'
  | 'sast'
  | 'dependency-scan'
  | 'secret-scan'
  | 'infrastructure-scan'
  | 'build'
  | 'publish'
  | 'deploy'
  | 'smoke'
  | 'rollback'
  | 'documentation'
  | 'housekeeping';

/** One purpose that was recognised, and through what. */
export interface PurposeFound {
  readonly purpose: Purpose;
  /** The step or line that shows it. */
  readonly at: Place;
  /** The program or action: `eslint`, `actions/dependency-review-action`. Of deployments the platform or tool: `helm`. */
  readonly tool: string;
  /** How it was reached: `npm test -> vitest run`. Every hop named; one entry when written in the step. */
  readonly through: readonly string[];
  /** Cannot fail the run: `continue-on-error`, `|| true`; where that is written. */
  readonly harmless?: Place;
  /** Paths or filters the command restricts itself to, as written: `test/unit`. Absent: whatever the tool finds. */
  readonly only?: readonly string[];
  /** Folder that the command runs in; '' is the root. Absent: only a run would tell. */
  readonly folder?: string;
}

/** Something that could not be followed. */
export interface UnseenCall {
  /** As written. */
  readonly what: string;
  /** One clause. */
  readonly why: string;
  /**
   * `pipeline`: of another repository, or of a system that is not read. `action`: one that is not known. `program`: a
   * program of that name is not known. `script`: a file or target of this repository that was not read or found.
   * `run-time`: only a run would tell.
   */
  readonly of: 'pipeline' | 'action' | 'program' | 'script' | 'run-time';
  readonly at: Place;
}

/** What a job does, as far as its commands can be followed. */
export interface JobPurposes {
  readonly found: readonly PurposeFound[];
  /** Calls that could not be followed; whatever is not in `found` is then unknown and not absent. */
  readonly unseen: readonly UnseenCall[];
}

/** One job with what it does and when it runs. */
export interface PipelineJob {
  readonly path: string;
  readonly job: JobFacts;
  readonly at: Place;
  readonly purposes: JobPurposes;
  /** What starts it: its own triggers or those of its pipeline, those of its callers for a reusable one. */
  readonly triggers: readonly TriggerFacts[];
  /** Name of its pipeline, by which others run after it (`workflow_run`). */
  readonly pipeline?: string;
  /** Only others call it; what it does is part of the purposes of their jobs as well. */
  readonly callable?: true;
}

/** A named command of a build script that no pipeline runs. */
export interface IdleTarget {
  /** As it is called: `npm run test:unit`. */
  readonly call: string;
  readonly at: Place;
  readonly folder: string;
  readonly found: readonly PurposeFound[];
}

/** All pipelines of a repository together. */
export interface Pipelines {
  readonly jobs: readonly PipelineJob[];
  /** Named commands of build scripts that a job leads to, as places of their names: `test` in `package.json`. */
  readonly reached: readonly Place[];
  /** Named commands that test something and that no job leads to, with what they do. */
  readonly idle: readonly IdleTarget[];
  /** Pipelines of which only the existence is known, and pipelines of other repositories that are called. */
  readonly unseen: readonly UnseenCall[];
}

/** What a package manifest is pinned by. */
export interface ManifestLock {
  readonly path: string;
  readonly ecosystem: string;
  /** Where it begins to name what it needs. */
  readonly at: Place;
  /** The file that pins what it needs; `missing` when there is none where its package manager looks. */
  readonly lock: Link;
  /** The lock file its package manager would write, beside it. */
  readonly wanted: string;
  /** It is a list of requirements whose lines can be pinned themselves. */
  readonly list?: true;
  /** Its `.gitignore` keeps the lock file out. */
  readonly ignored?: true;
  /** Names it needs that the lock file beside it does not list as its own. Absent: all are, or the format does not tell. */
  readonly unlisted?: readonly string[];
}

/** Manifests of a repository and the lock files that belong to them. */
export interface Locks {
  /** Every manifest of a package manager that writes a lock file, in path order, that needs something. */
  readonly manifests: readonly ManifestLock[];
  /** Lock files beside which the manifest is missing, with the name it would have. */
  readonly orphans: readonly { readonly at: Place; readonly wanted: string }[];
  /** Lock files of different managers for one manifest. */
  readonly rivals: readonly { readonly locks: readonly Place[]; readonly managers: readonly string[] }[];
}

/** How the dependencies of a repository are kept up to date. */
export interface Updates {
  /** What keeps them up to date: its configuration, or the pipeline that does it. */
  readonly by: readonly { readonly tool: string; readonly at: Place }[];
  /** Folders that an entry names and that are not there. */
  readonly dead: readonly {
    readonly ecosystem: string;
    readonly folder: string;
    readonly at: Place;
    readonly nearest?: string;
  }[];
  /** Folders that an entry names and that hold nothing of its ecosystem; `wanted` is the file it looks for. */
  readonly empty: readonly {
    readonly ecosystem: string;
    readonly folder: string;
    readonly at: Place;
    readonly wanted: string;
  }[];
  /**
   * What nothing keeps up to date although a configuration lists what it does: by ecosystem as the tool names it. `below`: a
   * module in a folder below one that is kept up to date.
   */
  readonly uncovered: readonly { readonly ecosystem: string; readonly at: Place; readonly below?: true }[];
  /** Where the list of what is kept up to date stands; absent: nothing is limited to a list. */
  readonly listAt?: Place;
  /** Everything there is to update, whoever does it. */
  readonly needs: readonly { readonly ecosystem: string; readonly at: Place }[];
  /** Files that speak of a tool for it, of which no configuration is here. */
  readonly traces: readonly Place[];
}

/** One place that says which version of a tool is used. */
export interface ToolUse {
  readonly tool: string;
  /** As written. */
  readonly version: string;
  readonly at: Place;
  /** What says so, the most binding first. */
  readonly by: 'version-file' | 'manifest' | 'container' | 'image' | 'pipeline' | 'page';
  /** Folder it speaks for; '' is the root. */
  readonly folder: string;
  /** Allows others as well: `>=18`. A plain version is then the lowest. */
  readonly range?: true;
  /** Of a page: only what a reader must have, at least. */
  readonly needed?: true;
}

/** Every place of a repository that names a version of a tool. */
export interface Toolchains {
  readonly uses: readonly ToolUse[];
  /** Tools whose version pipelines take from somewhere that cannot be seen (a matrix, a variable, another file). */
  readonly open: readonly string[];
}

/** How a migration stands to those that its tool orders together with it. */
export interface SeriesStanding {
  /** Files of the series, this one included. */
  readonly members: number;
  /** Nothing of the series comes after it. Absent: the order is not told by versions or parents. */
  readonly latest?: boolean;
  /** The database that the series is for: what the file shows, else most of the others. */
  readonly dialect?: SqlDialect;
  /** Whether the file with the other direction is there; absent where the tool has none. */
  readonly partner?: 'here' | 'missing';
  /** The comments of the partner and its own operations count for it. */
  readonly partnerAt?: Place;
  /** Other files that claim the same version, in path order, where the tool refuses that. */
  readonly sharing: readonly Place[];
  /** What it says to follow and nothing of the repository is. */
  readonly missing: readonly { readonly version: string; readonly at: Place }[];
  /** Other migrations that nothing follows either, where the tool wants one end and no label says that several are meant. */
  readonly ends: readonly Place[];
  /** Why its place cannot be told. */
  readonly unknown?: string;
}

/** The program that a repository holds, as its tree tells, and what looks like tests of it. */
export interface TestedProgram {
  /** Languages of the sources outside of tests, examples, copies and tooling; most files first. */
  readonly languages: readonly SourceLanguage[];
  /** Files that look like tests by their paths, read or not. */
  readonly named: number;
  /** One of them. */
  readonly sample?: Place;
}

export interface SourceLanguage {
  /** `TypeScript`, `Java`; languages that test each other, like Java and Kotlin, count as one. */
  readonly name: string;
  /** What `TestSuiteFacts.language` calls the languages whose tests can be of these sources. */
  readonly testedIn: readonly string[];
  readonly files: number;
  /** Folder that holds most of them, at most two deep; '' for the root. */
  readonly folder: string;
  readonly sample: Place;
  /** Files of the language that look like tests by their paths. */
  readonly named: number;
  /** Its tests can stand in the sources themselves, of which only some are read. */
  readonly inline?: true;
}

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
  'repository -> names': { from: 'repository' | 'openapi' | 'contract'; to: readonly string[] };
  'alert -> dashboard': { from: 'alert'; to: Link };
  'dashboard -> referrer': { from: 'dashboard'; to: Link };
  /** For each objective of the document, in order, what alerts on it. */
  'slo -> alert': { from: 'slo'; to: readonly Link[] };
}
export type RelationName = keyof RelationMap;
type AnySubjectName = keyof SubjectMap;

/** What a relation may look at. */
export interface RelationContext {
  /** Every file that was read, whatever its path class: a link may lead to any of them. */
  readonly inventory: Inventory;
  /** The part that counts as the repository's own, after path classes were weighed. */
  readonly own: Inventory;
  readonly tree: Tree;
  readonly vocabulary: Vocabulary;
  /** Published addresses of this repository's pages, by configuration; longer prefixes first. */
  readonly runbookSites?: readonly RunbookSite[];
  /** The change that is judged; absent without a base. */
  readonly change?: Change;
  /** What the repository was in the base. */
  readonly before?: { readonly inventory: Inventory; readonly own: Inventory; readonly tree: Tree };
  /** Parts that the configuration calls sensitive. */
  readonly areas?: readonly SensitiveArea[];
}

/** How the answers of a relation are drawn. */
export interface RelationGraph<N extends RelationName = RelationName> {
  /** The subjects whose links are drawn. */
  readonly from: SubjectName;
  /** Said of nearly every file: drawn only of those that other relations draw, unless it is asked for alone. */
  readonly onlyOfDrawn?: true;
  /** The lines from a subject; none when it has no link. */
  edges(answer: RelationMap[N]['to'], subject: SubjectMap[RelationMap[N]['from']]): readonly RelationEdge[];
}

/** Built once per audit, then asked for each subject. */
export interface RelationModule<N extends RelationName = RelationName> {
  readonly name: N;
  /** Absent: an aid to rules, or the other side of a relation that is drawn. */
  readonly graph?: RelationGraph<N>;
  build(context: RelationContext): (subject: SubjectMap[RelationMap[N]['from']]) => RelationMap[N]['to'];
}
