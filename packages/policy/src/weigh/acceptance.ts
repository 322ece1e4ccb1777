import type { FileFacts, Gap, Place, SuppressionFacts } from '@shipworthy/model';
import type { Exemption } from '../config/config.ts';
import { namesRule } from '../rule-names.ts';
import { isPast } from './days.ts';

/** Why a gap is accepted. */
export type Acceptance =
  | { readonly by: 'suppression'; readonly why: string; readonly of: SuppressionFacts }
  | { readonly by: 'exemption'; readonly why: string; readonly of: Exemption };

/** Decides which gaps are accepted, and counts what each exemption and suppression was needed for. */
export class AcceptedGaps {
  readonly #exemptions: readonly Exemption[];
  readonly #today: string;
  readonly #byPath = new Map<string, readonly SuppressionFacts[]>();
  readonly #uses = new Map<object, Map<string, number>>();

  constructor(files: readonly FileFacts[], exemptions: readonly Exemption[], today: string) {
    this.#exemptions = exemptions;
    this.#today = today;
    for (const { path, suppressions } of files) if (suppressions) this.#byPath.set(path, suppressions);
  }

  /** A comment at the line comes before an entry of the configuration. One without a reason, or past its day, accepts nothing. */
  acceptanceOf(rule: string, gap: Gap): Acceptance | undefined {
    const { at } = gap;
    for (const suppression of this.#byPath.get(at.path) ?? []) {
      if (!covers(suppression, at) || !suppression.rules.includes(rule)) continue;
      this.#use(suppression, rule);
      if (suppression.reason !== undefined) return { by: 'suppression', why: suppression.reason, of: suppression };
    }
    let accepted: Acceptance | undefined;
    for (const exemption of this.#exemptions) {
      if (!namesRule(exemption.rule, rule) || !exemption.matches(at.path)) continue;
      this.#use(exemption, rule);
      if (!isPast(exemption.expires, this.#today))
        accepted ??= { by: 'exemption', why: exemption.reason, of: exemption };
    }
    return accepted;
  }

  /** Gaps of a rule (or of all) that an exemption or suppression met. */
  uses(of: Exemption | SuppressionFacts, rule?: string): number {
    const byRule = this.#uses.get(of);
    if (rule !== undefined) return byRule?.get(rule) ?? 0;
    return [...(byRule?.values() ?? [])].reduce((sum, uses) => sum + uses, 0);
  }

  #use(of: object, rule: string): void {
    const byRule = this.#uses.get(of) ?? new Map<string, number>();
    this.#uses.set(of, byRule.set(rule, (byRule.get(rule) ?? 0) + 1));
  }
}

/** A gap is on the line where it begins. */
const covers = ({ covers: [start, end] }: SuppressionFacts, { span }: Place): boolean =>
  span !== undefined && span[0] >= start && span[0] < Math.max(end, start + 1);
