import type {
  ContractComparison,
  Inventory,
  OptionValue,
  Outcome,
  Profile,
  RuledOutcome,
  RunbookSite,
  SensitiveArea,
  SubjectMap,
  SubjectName,
  Tree,
  Vocabulary,
} from '@shipworthy/model';
import { artifactsOf } from '@shipworthy/model';
import { relationModules } from '@shipworthy/relations';
import type { Need, Rule } from '@shipworthy/rule-kit';
import { answered } from './answered.ts';
import { type BaseInput, changeSubject, Pairs } from './change/pairs.ts';
import { eligibility } from './eligible.ts';
import { perhapsThere } from './perhaps-there.ts';
import { type Asked, asHint, askedOf } from './presence.ts';
import { subjectTable } from './subjects.ts';
import { toolsFor } from './tools.ts';

export interface RunInput {
  readonly inventory: Inventory;
  readonly tree: Tree;
  readonly rules: readonly Rule[];
  readonly vocabulary: Vocabulary;
  readonly profile: Profile;
  /** `2026-12-31`; rules that need it break without. */
  readonly today?: string;
  /** What a setting of a rule is for a file; undefined leaves the default. */
  readonly optionOf?: OptionOf;
  readonly runbookSites?: readonly RunbookSite[];
  readonly areas?: readonly SensitiveArea[];
  /** The change that is judged, and what the base was. Without it rules on changes are not asked. */
  readonly change?: BaseInput;
  /** Subjects that only the weighing of all other answers gives. */
  readonly settled?: Partial<Pick<SubjectLists, 'exemption' | 'suppression'>>;
}

export type OptionOf = (rule: string, setting: string, path: string) => OptionValue | undefined;
type SubjectLists = { readonly [S in SubjectName]: readonly SubjectMap[S][] };

type AnySubject = SubjectMap[SubjectName];
type Ask = (subject: AnySubject) => unknown;

/** Asks every rule about every subject. A rule that throws is an outcome `error`, and the run goes on. */
export function run(input: RunInput): RuledOutcome[] {
  const eligible = eligibility(input.inventory);
  const subjects = subjectTable(
    input.inventory.files,
    input.tree,
    eligible,
    input.inventory.links,
    input.profile.components,
  );
  const settled: Partial<SubjectLists> = {
    ...input.settled,
    ...(input.change ? { change: [changeSubject(input.change.change)] } : {}),
  };
  const pairs = input.change && new Pairs(input.change, subjects);
  const seen = perhapsThere(input.inventory.files);
  const provide = providers(input, eligible, pairs);
  /** Undefined for a name that no compiler checked: rules of others are JavaScript. */
  const subjectsOf = (name: SubjectName): readonly AnySubject[] | undefined =>
    Object.hasOwn(subjects, name) ? (settled[name] ?? subjects[name]()) : undefined;
  const outcomes: RuledOutcome[] = [];
  for (const rule of input.rules) {
    const needs = Object.entries(rule.needs).map(([name, need]) => [name, provide(need, rule, name)] as const);
    const presenceOf = presenceFor(rule, input.profile);
    if (isOfChanges(rule) && !pairs) {
      outcomes.push(withoutBase(rule));
      continue;
    }
    const asked = rule.when === undefined ? subjectsOf(rule.subject) : pairs?.of(rule.subject, rule.when);
    if (!asked) outcomes.push(withoutSubject(rule));
    for (const subject of asked ?? []) {
      const presence = presenceOf?.(subject);
      outcomes.push({
        rule: rule.id,
        subject: { type: rule.subject, id: subject.subjectId, path: subject.path },
        result:
          presence?.asked === 'no'
            ? { outcome: 'not-applicable', why: presence.why }
            : asHint(placed(seen(rule, ask(rule, subject, needs)), subject), rule, presence?.asked ?? 'in-full'),
      });
    }
  }
  return outcomes;
}

/**
 * A part of a repository is asked for what it is itself, and not for what is no question of the repository: a server among
 * the parts of what others install is run by them.
 */
function presenceFor({ presence }: Rule, profile: Profile): ((subject: AnySubject) => Asked) | undefined {
  if (!presence) return undefined;
  const ofRepository = askedOf(presence, profile);
  return (subject) =>
    'component' in subject && ofRepository.asked !== 'no'
      ? askedOf(presence, profile, subject.component)
      : ofRepository;
}

function ask(rule: Rule, subject: AnySubject, needs: readonly (readonly [string, Ask])[]): RuledOutcome['result'] {
  try {
    const given = Object.fromEntries(needs.map(([name, answer]) => [name, answer(subject)]));
    return answered(rule.check(subject as never, toolsFor(rule, given) as never));
  } catch (error) {
    return { outcome: 'error', why: error instanceof Error ? error.message : String(error) };
  }
}

/** Asked only when there is a base to compare with. */
export const isOfChanges = ({ subject, when }: Pick<Rule, 'subject' | 'when'>): boolean =>
  when !== undefined || subject === 'change';

const withoutBase = ({ id, subject }: Rule): RuledOutcome => ({
  rule: id,
  subject: { type: subject, id: '.', path: '.' },
  result: { outcome: 'not-applicable', why: 'it is asked of a change, and there is no base to compare with' },
});

const withoutSubject = ({ id, subject }: Rule): RuledOutcome => ({
  rule: id,
  subject: { type: 'repository', id: '.', path: '' },
  result: { outcome: 'error', why: `there is no subject '${subject}'` },
});

/** What could not be seen is shown where it would have been looked for. */
function placed(result: Outcome, subject: AnySubject): Outcome {
  return result.outcome === 'unknown' && !result.at ? { ...result, at: subject.at() } : result;
}

const NOT_COMPARED: ContractComparison = { state: 'unknown', why: 'both sides were not compared' };

type Provide = (need: Need, rule: Rule, name: string) => Ask;

/** Relations are built on first use: an audit without alerts never evaluates a route tree. */
function providers(input: RunInput, eligible: ReturnType<typeof eligibility>, pairs: Pairs | undefined): Provide {
  const relations = new Map<string, Ask>();
  const own = {
    ...input.inventory,
    files: input.inventory.files.map((file) => ({ ...file, artifacts: file.artifacts.filter(eligible) })),
  };
  const context = {
    inventory: input.inventory,
    own,
    tree: input.tree,
    vocabulary: input.vocabulary,
    ...(input.runbookSites ? { runbookSites: input.runbookSites } : {}),
    ...(input.areas ? { areas: input.areas } : {}),
    ...(pairs && input.change ? { change: input.change.change, before: pairs.before } : {}),
  };
  return (need, rule, name) => {
    switch (need.need) {
      case 'vocabulary':
        return () => input.vocabulary;
      case 'profile':
        return () => input.profile;
      case 'today':
        return () => {
          if (input.today === undefined) throw new Error("today's date was not handed in");
          return input.today;
        };
      case 'option':
        return (subject) => input.optionOf?.(rule.id, name, subject.path) ?? need.option.default;
      case 'base':
        return (subject) => pairs?.counterpart(rule.subject, subject);
      case 'all-before': {
        const found = pairs ? artifactsOf(pairs.before.own, need.kind) : [];
        return () => found;
      }
      case 'content':
        return (subject) => input.change?.texts.of(subject.path) ?? {};
      case 'contract-changes':
        return (subject) => input.change?.contracts.get(subject.path) ?? NOT_COMPARED;
      case 'all': {
        const found = artifactsOf(own, need.kind);
        return () => found;
      }
      case 'link':
        return (subject) => {
          let answer = relations.get(need.relation);
          if (!answer) {
            answer = relationModules[need.relation].build(context) as Ask;
            relations.set(need.relation, answer);
          }
          return answer(subject);
        };
    }
  };
}
