import type {
  Inventory,
  Outcome,
  Profile,
  RuledOutcome,
  SubjectMap,
  SubjectName,
  Tree,
  Vocabulary,
} from '@shipworthy/model';
import { artifactsOf } from '@shipworthy/model';
import { relationModules } from '@shipworthy/relations';
import type { Need, Rule } from '@shipworthy/rule-kit';
import { eligibility } from './eligible.ts';
import { asHint, askedOf } from './presence.ts';
import { subjectTable } from './subjects.ts';
import { toolsFor } from './tools.ts';

export interface RunInput {
  readonly inventory: Inventory;
  readonly tree: Tree;
  readonly rules: readonly Rule[];
  readonly vocabulary: Vocabulary;
  readonly profile: Profile;
}

type AnySubject = SubjectMap[SubjectName];
type Ask = (subject: AnySubject) => unknown;

/** Asks every rule about every subject. A rule that throws is an outcome `error`, and the run goes on. */
export function run(input: RunInput): RuledOutcome[] {
  const eligible = eligibility(input.inventory);
  const subjects = subjectTable(input.inventory.files, input.tree, eligible);
  const provide = providers(input, eligible);
  const outcomes: RuledOutcome[] = [];
  for (const rule of input.rules) {
    const needs = Object.entries(rule.needs).map(([name, need]) => [name, provide(need)] as const);
    const presence = rule.presence ? askedOf(rule.presence, input.profile) : undefined;
    for (const subject of subjects[rule.subject]()) {
      outcomes.push({
        rule: rule.id,
        subject: { type: rule.subject, id: subject.subjectId, path: subject.path },
        result:
          presence?.asked === 'no'
            ? { outcome: 'not-applicable', why: presence.why }
            : presence?.asked === 'as-a-hint'
              ? asHint(ask(rule, subject, needs))
              : ask(rule, subject, needs),
      });
    }
  }
  return outcomes;
}

function ask(rule: Rule, subject: AnySubject, needs: readonly (readonly [string, Ask])[]): RuledOutcome['result'] {
  try {
    const given = Object.fromEntries(needs.map(([name, answer]) => [name, answer(subject)]));
    return placed(rule.check(subject as never, toolsFor(rule, given) as never), subject);
  } catch (error) {
    return { outcome: 'error', why: error instanceof Error ? error.message : String(error) };
  }
}

/** What could not be seen is shown where it would have been looked for. */
function placed(result: Outcome, subject: AnySubject): Outcome {
  return result.outcome === 'unknown' && !result.at ? { ...result, at: subject.at() } : result;
}

/** Relations are built on first use: an audit without alerts never evaluates a route tree. */
function providers(input: RunInput, eligible: ReturnType<typeof eligibility>): (need: Need) => Ask {
  const relations = new Map<string, Ask>();
  const own = {
    ...input.inventory,
    files: input.inventory.files.map((file) => ({ ...file, artifacts: file.artifacts.filter(eligible) })),
  };
  const context = { inventory: input.inventory, own, tree: input.tree, vocabulary: input.vocabulary };
  return (need) => {
    switch (need.need) {
      case 'vocabulary':
        return () => input.vocabulary;
      case 'profile':
        return () => input.profile;
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
