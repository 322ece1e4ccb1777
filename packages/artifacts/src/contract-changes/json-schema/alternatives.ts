import { toPlain, type YamlNode } from '../../formats/yaml/index.ts';
import { canonical, wordsOf } from './atoms.ts';
import { type JsonSchemaCheck, nameOf, type Place, Report } from './checks.ts';
import type { Alternatives, Conjunction } from './conjunction.ts';
import { compareSchemas, type Walk } from './narrowing.ts';

/** Alternatives that are tried against each other; of larger groups only like is compared with like. */
const MAX_TRIED = 40;

/** What `anyOf` and `oneOf` leave: each older branch must fit a newer one. */
export function compareAlternatives(before: Conjunction, after: Conjunction, place: Place, walk: Walk): void {
  const open = before.alternatives;
  for (const group of after.alternatives) {
    // A list of values in other words.
    if (group.branches.every((branch) => after.document.conjunction([branch]).values())) continue;
    const partner = takePartner(open, group);
    if (partner) compareGroups(before, partner, after, group, place, walk);
    else if (!fitsAny(before, after, group, walk)) {
      const is = after.atoms();
      const lost = new Set([...before.atoms()].filter((atom) => !is.has(atom)));
      if (lost.size > 0)
        walk.report.add(
          'json-schema-type-narrowed',
          place,
          `${nameOf(place)} no longer takes ${wordsOf(lost)}`,
          group.at,
        );
      else
        walk.report.add(
          'json-schema-alternatives-added',
          place,
          `${nameOf(place)} must fit one of ${group.branches.length} alternatives now`,
          group.at,
        );
    }
  }
}

/** The group that the other was before: with a branch in common, or the only one. */
function takePartner(open: Alternatives[], group: Alternatives): Alternatives | undefined {
  const keys = new Set(group.branches.map(keyOf));
  const like = open.findIndex(({ branches }) => branches.some((branch) => keys.has(keyOf(branch))));
  const place = like >= 0 ? like : open.length === 1 ? 0 : -1;
  return place < 0 ? undefined : open.splice(place, 1)[0];
}

/** What makes two branches the same one: the reference, else the title, else all that is written. */
function keyOf(branch: YamlNode): string {
  const name = branch.kind === 'map' ? (branch.text('$ref') ?? branch.text('title')) : undefined;
  return name ?? canonical(toPlain(branch));
}

function compareGroups(
  before: Conjunction,
  older: Alternatives,
  after: Conjunction,
  newer: Alternatives,
  place: Place,
  walk: Walk,
): void {
  const now = new Map(newer.branches.map((branch) => [keyOf(branch), branch]));
  const free = newer.branches.filter((branch) => !older.branches.some((each) => keyOf(each) === keyOf(branch)));
  for (const branch of older.branches) {
    const was = before.document.conjunction([branch]);
    const same = now.get(keyOf(branch));
    const inside = { path: place.path, at: newer.at };
    if (same) {
      compareSchemas(was, after.document.conjunction([same]), { ...inside, at: same.span }, walk);
      continue;
    }
    if (fitsAny(was, after, newer, walk)) continue;
    // As many as before: the branch was rewritten. Fewer: it is gone.
    const rewritten = older.branches.length <= newer.branches.length ? free.shift() : undefined;
    if (rewritten)
      compareSchemas(was, after.document.conjunction([rewritten]), { ...inside, at: rewritten.span }, walk);
    else
      walk.report.add(
        'json-schema-alternative-removed',
        place,
        `${nameOf(place)} no longer takes the alternative ${shownName(branch)}`,
        newer.at,
      );
  }
}

function shownName(branch: YamlNode): string {
  const key = keyOf(branch);
  const name = key.slice(key.lastIndexOf('/') + 1);
  return name.length > 60 ? `${name.slice(0, 60)}...` : name;
}

/** Do all older values fit the group, if need be each type of them another branch? */
function fitsAny(before: Conjunction, after: Conjunction, { branches }: Alternatives, walk: Walk): boolean {
  if (branches.length > MAX_TRIED) return true;
  const choices = branches.map((branch) => after.document.conjunction([branch]));
  if (choices.some((choice) => accepts(before, choice, walk))) return true;
  const values = before.values();
  if (values) {
    const taken = choices.map((choice) => choice.values());
    const excuse: Excuse = { about: ROOT, checks: LOST_VALUE };
    return [...values.keys()].every((text) =>
      choices.some((choice, index) => taken[index]?.has(text) && accepts(before, choice, walk, excuse)),
    );
  }
  // Every older alternative, and every type by itself, may fit a branch of its own.
  const own = before.alternatives[0];
  if (own && own.branches.length <= MAX_TRIED)
    return own.branches.every((branch) => {
      const was = before.document.conjunction([branch]);
      return choices.some((choice) => accepts(was, choice, walk));
    });
  const byType = [...before.atoms()].every((atom) =>
    choices.some((choice) => choice.atoms().has(atom) && accepts(before, choice, walk, LOST_TYPE)),
  );
  return byType || fitByName(before, choices, walk);
}

/** May each value of a property that names the kind fit a choice of its own? */
function fitByName(before: Conjunction, choices: readonly Conjunction[], walk: Walk): boolean {
  return [...before.propertyNames].some((name) => {
    const values = before.property(name)?.values();
    const taken = choices.map((choice) =>
      choice.propertyNames.has(name) ? choice.property(name)?.values() : undefined,
    );
    if (!values?.size || values.size > MAX_TRIED || !taken.every((each) => each !== undefined)) return false;
    const excuse: Excuse = { about: name, checks: LOST_VALUE };
    return [...values.keys()].every((text) =>
      choices.some((choice, index) => taken[index]?.has(text) && accepts(before, choice, walk, excuse)),
    );
  });
}

/** What other choices take is no loss here. */
interface Excuse {
  readonly about: string;
  readonly checks: readonly JsonSchemaCheck[];
}

const ROOT = nameOf({ path: '', at: undefined });
const LOST_TYPE: Excuse = { about: ROOT, checks: ['json-schema-type-narrowed'] };
const LOST_VALUE: readonly JsonSchemaCheck[] = ['json-schema-enum-value-removed', 'json-schema-const-changed'];

/** Is nothing refused that has no excuse? What two schemas hold of each other is taken to fit. */
function accepts(before: Conjunction, after: Conjunction, walk: Walk, excuse?: Excuse): boolean {
  const key = `${before.key}|${after.key}|${excuse ? `${excuse.checks[0]} ${excuse.about}` : ''}`;
  const known = walk.effort.known.get(key);
  if (known !== undefined) return known;
  walk.effort.known.set(key, true);
  const changes = trial(before, after, walk).changes;
  const excused: readonly string[] = excuse?.checks ?? [];
  const result = changes.every(({ check, about }) => about === excuse?.about && excused.includes(check));
  walk.effort.known.set(key, result);
  return result;
}

/** A comparison of which nothing is told. */
function trial(before: Conjunction, after: Conjunction, { effort }: Walk): Report {
  const report = new Report();
  compareSchemas(before, after, { path: '', at: undefined }, { effort, report, seen: new Set() });
  return report;
}
