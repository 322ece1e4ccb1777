import type { Gap, Outcome, Place } from '@shipworthy/model';
import type { GapOptions, Rule, Tools } from '@shipworthy/rule-kit';
import { fill } from './messages.ts';

type AnyTools = Tools<Record<string, string>, Record<never, never>>;
type Values = Readonly<Record<string, string | number>>;

/** The answers a rule can give, bound to its messages. */
export function toolsFor(rule: Rule, given: Readonly<Record<string, unknown>>): AnyTools {
  const fault = (id: string, at: Place, values: Values, options: GapOptions<string> = {}): Gap => ({
    messageId: id,
    message: fill(rule.messages, id, values),
    at,
    related: options.related ?? [],
    ...(options.severity === undefined ? {} : { severity: options.severity }),
    ...(options.cause === undefined ? {} : { cause: options.cause }),
    ...(options.joined === undefined ? {} : { joined: fill(rule.messages, options.joined, values) }),
    ...(options.discriminator === undefined ? {} : { discriminator: options.discriminator }),
  });
  return {
    given,
    pass: (evidence, note) => passed(evidence, note),
    gap: (id, at, ...slots) => ({ outcome: 'gap', gaps: [fault(id, at, slots[0] ?? {})] }),
    fault,
    gaps: (faults, evidence) => (faults.length > 0 ? { outcome: 'gap', gaps: faults } : passed(evidence)),
    skip: (why) => ({ outcome: 'not-applicable', why }),
    unknown: (why, at) => ({ outcome: 'unknown', why, ...(at ? { at } : {}) }),
  };
}

function passed(evidence: Place | readonly Place[], note?: string): Outcome {
  const places = 'path' in evidence ? [evidence] : evidence;
  return { outcome: 'pass', evidence: places, ...(note === undefined ? {} : { note }) };
}
