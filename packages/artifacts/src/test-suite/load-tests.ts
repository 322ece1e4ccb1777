import type { Span } from '@shipworthy/model';

export interface LoadTest {
  readonly runner: string;
  readonly language?: string;
  /** The line that makes it one. */
  readonly at: Span;
  /** The bounds that make a run fail. */
  readonly thresholds?: Span;
}

interface LoadTool {
  readonly runner: string;
  readonly language?: string;
  readonly path: RegExp;
  readonly sign: RegExp;
  readonly thresholds?: RegExp;
}

const TOOLS: readonly LoadTool[] = [
  {
    runner: 'k6',
    language: 'JavaScript',
    path: /\.[cm]?[jt]s$/i,
    sign: /^\s*import\b[^\n]{0,200}\bfrom\s*['"]k6(?:\/[\w/-]+)?['"]|^[^\n]{0,80}require\(['"]k6(?:\/[\w/-]+)?['"]\)/m,
    thresholds: /\bthresholds['"]?\s*[:=]/,
  },
  {
    runner: 'artillery',
    path: /\.ya?ml$/i,
    sign: /^\s+(?:-\s+)?(?:arrivalRate|arrivalCount|rampTo)\s*:/m,
    thresholds: /^\s+(?:ensure|thresholds)\s*:/m,
  },
  {
    runner: 'hyperfoil',
    path: /\.hf\.ya?ml$/i,
    sign: /^\s+(?:usersPerSec|initialUsersPerSec|targetUsersPerSec|users)\s*:/m,
    thresholds: /^\s+sla\s*:/m,
  },
  {
    runner: 'locust',
    language: 'Python',
    path: /\.py$/i,
    sign: /^from\s+locust(?:\.[\w.]+)?\s+import\s+(?:\(|[^\n]*\b(?:User|HttpUser|FastHttpUser|TaskSet|task)\b)|\blocust\.(?:Fast)?HttpUser\b/m,
    thresholds: /\bprocess_exit_code\b|\bfail_ratio\b|\bget_response_time_percentile\b/,
  },
  {
    runner: 'gatling',
    path: /\.(?:scala|kt|java|[jt]s)$/i,
    sign: /^\s*import\s+(?:static\s+)?io\.gatling\b|['"]@gatling\.io\/|\bextends\s+Simulation\b/m,
    thresholds: /\bassertions?\s*\(/,
  },
  {
    runner: 'jmeter',
    path: /\.jmx$/i,
    sign: /<jmeterTestPlan\b/,
    thresholds: /<(?:ResponseAssertion|DurationAssertion)\b/,
  },
  {
    runner: 'taurus',
    path: /\.ya?ml$/i,
    sign: /^execution\s*:/m,
    thresholds: /^\s*-?\s*(?:module:\s*passfail|criteria\s*:)/m,
  },
  {
    runner: 'vegeta',
    path: /\.(?:sh|bash)$/i,
    sign: /^\s*[^#\n]*\bvegeta\s+attack\b/m,
    thresholds: /\bassert\b|\bexit 1\b/,
  },
  {
    runner: 'command',
    language: 'shell',
    path: /\.(?:sh|bash)$/i,
    sign: /^\s*[^#\n]{0,60}\b(?:k6 run|oha|wrk2?|hey|ghz|bombardier|autocannon|siege|ab|drill)\s+-{1,2}\w/m,
    thresholds: /\bexit 1\b/,
  },
  {
    runner: 'autocannon',
    language: 'JavaScript',
    path: /\.[cm]?[jt]s$/i,
    sign: /(?:from\s*|require\()['"](?:autocannon|loadtest)['"]/,
    thresholds: /\bassert\w*\(|\bexpect\(|process\.exit(?:Code\s*=\s*|\()\s*1/,
  },
  {
    runner: 'nbomber',
    language: 'C#',
    path: /\.(?:cs|fs)$/i,
    sign: /^\s*(?:using|open)\s+NBomber\b/m,
    thresholds: /\bThreshold\b|\bAssert\b/,
  },
  { runner: 'goose', language: 'Rust', path: /\.rs$/i, sign: /^use goose::/m },
];

/** Traffic that makes a demonstration move, and tools that make load for others to see. */
const DEMO_TRAFFIC = /(?:load|traffic|data)-?_?gen(?:erators?)?(?:$|[/._-])|(?:^|\/)(?:simulators?|traffic)\//i;

/** The load test that a file is, if it is one. */
export function loadTestIn(path: string, text: string): LoadTest | undefined {
  if (DEMO_TRAFFIC.test(path)) return undefined;
  for (const { runner, language, path: named, sign, thresholds } of TOOLS) {
    if (!named.test(path)) continue;
    const found = sign.exec(text);
    if (!found) continue;
    const bounds = thresholds?.exec(text);
    return {
      runner,
      ...(language === undefined ? {} : { language }),
      at: spanOf(found),
      ...(bounds ? { thresholds: spanOf(bounds) } : {}),
    };
  }
  return undefined;
}

const spanOf = (found: RegExpExecArray): Span => [found.index, found.index + found[0].trimEnd().length];
