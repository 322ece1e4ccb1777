/** What GitHub still answers before a limit is renewed. */
export interface ApiBudget {
  /** Requests; of GraphQL points, of which a query here costs one as a rule. */
  readonly remaining: number;
  /** Milliseconds since 1970. */
  readonly renewed: number;
}

type Headers = Readonly<Record<string, unknown>>;

/** Remembers what answers say of the limits. REST and GraphQL have one each. */
export class BudgetWatch {
  readonly #byResource = new Map<string, ApiBudget>();

  /** Answers without the headers, as of a server that has no limits, say nothing. */
  see(headers: Headers): void {
    const [remaining, reset] = [numberIn(headers, 'remaining'), numberIn(headers, 'reset')];
    if (remaining === undefined || reset === undefined) return;
    this.#byResource.set(String(headers[`${PREFIX}resource`] ?? 'core'), { remaining, renewed: reset * 1000 });
  }

  /** The limit that is nearest. One that was renewed since says nothing of what is left. */
  least(now: number): ApiBudget | undefined {
    const known = [...this.#byResource.values()].filter(({ renewed }) => renewed > now);
    return known.sort((a, b) => a.remaining - b.remaining)[0];
  }
}

const PREFIX = 'x-ratelimit-';

function numberIn(headers: Headers, name: string): number | undefined {
  const said = headers[`${PREFIX}${name}`];
  return said !== undefined && /^\d{1,15}$/.test(String(said)) ? Number(said) : undefined;
}
