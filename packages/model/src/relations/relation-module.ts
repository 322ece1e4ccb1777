import type { Change } from '../change.ts';
import type { RelationEdge } from '../graph.ts';
import type { Inventory } from '../kinds.ts';
import type { RunbookSite, SensitiveArea } from '../settings.ts';
import type { Tree } from '../source.ts';
import type { SubjectMap, SubjectName } from '../subject.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { RelationMap, RelationName } from './relation-map.ts';

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
