import type {
  Change,
  ContractComparison,
  Inventory,
  RelationContext,
  SubjectBase,
  SubjectMap,
  SubjectName,
  Tree,
} from '@shipworthy/model';
import type { BothTexts, When } from '@shipworthy/rule-kit';
import { eligibility } from '../eligible.ts';
import { type SubjectTable, subjectTable } from '../subjects.ts';
import type { Moves } from './moves.ts';

/** Everything of a change that rules are given besides the head. */
export interface BaseInput {
  readonly change: Change;
  /** Of the base. */
  readonly inventory: Inventory;
  /** Of the base. */
  readonly tree: Tree;
  readonly moves: Moves;
  /** By path in the head, or in the base of what the head lacks. */
  readonly texts: { of(path: string): BothTexts | undefined };
  /** By path in the head. */
  readonly contracts: ReadonlyMap<string, ContractComparison>;
}

type AnySubject = SubjectMap[SubjectName];

/** Subjects whose own facts tell whether they changed; of all others the file does. */
const ELEMENTS: ReadonlySet<SubjectName> = new Set(['alert', 'receiver', 'job', 'workload', 'owner-line']);
/** What differs between two places of one and the same thing. */
const OF_PLACE: ReadonlySet<string> = new Set([
  'path',
  'pathClass',
  'level',
  'subjectId',
  'artifact',
  'at',
  'span',
  'spans',
  'covers',
  'line',
]);

/** Finds each subject of the head in the base, and those of the base that the head lacks. Moves are followed. */
export class Pairs {
  /** What relations may see of the base. */
  readonly before: NonNullable<RelationContext['before']>;
  readonly #input: BaseInput;
  readonly #head: SubjectTable;
  readonly #base: SubjectTable;
  readonly #ids = new Map<SubjectName, ReadonlyMap<string, readonly AnySubject[]>>();
  readonly #edited: ReadonlySet<string>;

  constructor(input: BaseInput, head: SubjectTable) {
    const { inventory, tree, change } = input;
    const eligible = eligibility(inventory);
    this.#input = input;
    this.#head = head;
    this.#base = subjectTable(inventory.files, tree, eligible, inventory.links);
    this.#edited = new Set(
      change.files.flatMap(({ path, state, edited }) => (state === 'modified' || edited ? [path] : [])),
    );
    this.before = {
      inventory,
      own: {
        ...inventory,
        files: inventory.files.map((file) => ({ ...file, artifacts: file.artifacts.filter(eligible) })),
      },
      tree,
    };
  }

  /** Of copies that share an identity, the one in the same file. */
  counterpart(name: SubjectName, { subjectId, path }: AnySubject): AnySubject | undefined {
    const known = this.#baseById(name).get(subjectId);
    const { moves } = this.#input;
    return known?.find((before) => (moves.of(before.path) ?? before.path) === path) ?? known?.[0];
  }

  /** Undefined for a name that no compiler checked. */
  of(name: SubjectName, when: When | readonly When[]): readonly AnySubject[] | undefined {
    if (!Object.hasOwn(this.#head, name)) return undefined;
    const asked = new Set(typeof when === 'string' ? [when] : when);
    const head: readonly AnySubject[] = this.#head[name]();
    const known = new Set(head.map(({ subjectId }) => subjectId));
    const gone = asked.has('removed')
      ? [...this.#baseById(name)].flatMap(([id, subjects]) =>
          known.has(id) ? [] : subjects.map((subject) => inTheHead(subject, this.#input.moves)),
        )
      : [];
    const there = head.filter((subject) => {
      const before = this.counterpart(name, subject);
      return before === undefined ? asked.has('added') : asked.has('changed') && this.#differs(name, subject, before);
    });
    return [...there, ...gone];
  }

  #differs(name: SubjectName, subject: AnySubject, before: AnySubject): boolean {
    if (ELEMENTS.has(name)) return ownFacts(subject) !== ownFacts(before);
    // A contract that is split changes with its parts.
    return this.#edited.has(subject.path) || (name === 'contract' && this.#input.contracts.has(subject.path));
  }

  #baseById(name: SubjectName): ReadonlyMap<string, readonly AnySubject[]> {
    const known = this.#ids.get(name);
    if (known) return known;
    const byId = new Map<string, AnySubject[]>();
    for (const subject of this.#base[name]()) {
      const id = this.#input.moves.renamed(subject.subjectId);
      const same = byId.get(id);
      if (same) same.push(subject);
      else byId.set(id, [subject]);
    }
    this.#ids.set(name, byId);
    return byId;
  }
}

/** A subject that is gone has no lines any more: its file, as it is called now, is where it would be expected. */
function inTheHead<S extends SubjectBase>(subject: S, moves: Moves): S {
  const path = moves.of(subject.path) ?? subject.path;
  return { ...subject, at: () => ({ path, absent: true }) };
}

const ownFacts = (subject: AnySubject): string =>
  JSON.stringify(subject, (key, value: unknown) => (OF_PLACE.has(key) ? undefined : value));

/** The one subject of rules on the change as a whole. */
export const changeSubject = (change: Change): SubjectMap['change'] => ({
  change,
  path: '.',
  pathClass: 'authored',
  level: 'parsed',
  subjectId: '.',
  at: (...field) => ({ path: field[0] ?? '.', absent: true }),
});
