import type { FileFacts, PathClass, RuledOutcome, SubjectMap } from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import type { Config } from '../config/config.ts';
import { namesRule, nearestRules } from '../rule-names.ts';
import type { AcceptedGaps } from './acceptance.ts';

/** What rules on the upkeep of a configuration are asked about, once every other rule has answered. */
export type SettledSubjects = { readonly [S in 'exemption' | 'suppression']: readonly SubjectMap[S][] };

/** Other files are not judged, so nothing says that a comment in them is not needed. */
const JUDGED: ReadonlySet<PathClass> = new Set(['authored', 'generated']);

export interface SettledInput {
  readonly config: Config;
  readonly files: readonly FileFacts[];
  /** What all other rules answered. */
  readonly outcomes: readonly RuledOutcome[];
  /** Rules that were asked. */
  readonly asked: readonly Rule[];
  /** Not for this file. */
  isOff(rule: Rule, path: string): boolean;
  /** Ids of all rules there are. */
  readonly known: readonly string[];
  readonly accepted: AcceptedGaps;
}

export function settledSubjects(input: SettledInput): SettledSubjects {
  // Where a rule could not tell, nothing says that what silences it is not needed.
  const open = input.outcomes.filter(({ result }) => result.outcome === 'unknown' || result.outcome === 'error');
  return { exemption: exemptions(input, open), suppression: suppressions(input, open) };
}

function exemptions(
  { config, asked, accepted }: SettledInput,
  open: readonly RuledOutcome[],
): SubjectMap['exemption'][] {
  return config.exemptions.map((exemption) => {
    const { rule, paths, reason, owner, expires, at } = exemption;
    const isOpen = open.some((outcome) => namesRule(rule, outcome.rule) && exemption.matches(outcome.subject.path));
    return {
      path: at.path,
      pathClass: 'authored',
      level: 'parsed',
      subjectId: [rule, ...paths].join(' '),
      at: () => at,
      rule,
      paths,
      reason,
      owner,
      expires,
      uses: accepted.uses(exemption),
      asked: !isOpen && asked.some(({ id }) => namesRule(rule, id)),
    };
  });
}

function suppressions(
  { files, asked, isOff, known, accepted }: SettledInput,
  open: readonly RuledOutcome[],
): SubjectMap['suppression'][] {
  const rules = new Map(asked.map((rule) => [rule.id, rule]));
  const isOpen = (id: string, path: string): boolean =>
    open.some((outcome) => outcome.rule === id && outcome.subject.path === path);
  const isAsked = (id: string, path: string): boolean => {
    const rule = rules.get(id);
    return rule !== undefined && !isOff(rule, path) && !isOpen(id, path);
  };
  const knownIds = new Set(known);
  return files.flatMap(({ path, pathClass, suppressions: facts = [] }) =>
    facts
      .filter((suppression) => JUDGED.has(pathClass) || accepted.uses(suppression) > 0)
      .map((suppression, index): SubjectMap['suppression'] => ({
        ...suppression,
        path,
        pathClass,
        level: 'parsed',
        subjectId: `${path}#${index}`,
        at: () => ({ path, span: suppression.at }),
        named: suppression.rules.map((rule) => {
          const [nearest] = knownIds.has(rule) ? [] : nearestRules(rule, known, 1);
          return {
            rule,
            known: knownIds.has(rule),
            asked: isAsked(rule, path),
            uses: accepted.uses(suppression, rule),
            ...(nearest === undefined ? {} : { nearest }),
          };
        }),
      })),
  );
}
