import type { HealthCheckFacts } from '@shipworthy/model';

type Check = HealthCheckFacts['checks'][number];

/** Files named after the thing itself. */
const NAMED =
  /^(?:_?(?:deep_?)?health\w*|health[-_.]?\w*(?:[-_.]\w+)*|liveness\w*|readiness\w*|heartbeat\w*|prober?|probes|\w*[-_.]health(?:[-_]?check)?|\w*health_?check\w*|\w*HealthCheck\w*|\w*HealthIndicator\w*|is_?alive\w*|ping_?controller)\.[cm]?\w+$/i;
/** Files in which programs of common languages begin, or list what they answer to. */
const ENTRY =
  /^(?:main|__main__|app|application|serve|server|\w*[-_]server|\w*[sS]erver|program|index|routes?|router|urls|views|startup|api|service|handler|handlers|http|extensions|web|endpoint|\w*Service|config)\.[cm]?\w+$|^status\.exs?$/i;
const SOURCE =
  /\.(?:go|py|[cm]?[jt]sx?|java|kt|kts|scala|groovy|cs|fs|rb|php|rs|cpp|cc|cxx|ex|exs|clj|dart|swift|erl)$/i;
const TEST = /(?:^|[._-])(?:tests?|spec|stories|mock)(?:[._-]|\.\w+$)|_test\.\w+$|(?:Tests?|Spec)\.\w+$/;

/** Flask and others put the routes of a folder in the file that stands for it. */
const PYTHON_ROUTES =
  /(?:^|\/)(?:handlers?|routes?|routers?|api|apis|views|controllers?|blueprints?|endpoints?|web|app|server|health|status)\/__init__\.py$/i;

export const isSourceCandidate = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return SOURCE.test(name) && !TEST.test(name) && (NAMED.test(name) || ENTRY.test(name) || PYTHON_ROUTES.test(path));
};

export const isNamedAfterHealth = (name: string): boolean => NAMED.test(name);

/** Bytes of which one is in every text that answers a check. */
export const HINTS: readonly string[] = [
  'ealth',
  'livez',
  'readyz',
  'iveness',
  'eadiness',
  'eartbeat',
  '_status',
  'path_info',
  'isalive',
  'isready',
  '/ping',
  '/up',
  '/ready',
  '/alive',
];

const ROUTE =
  /["'`](?:GET )?\^?((?:(?:\/[\w.{}:-]{1,40}){0,4}?\/|)(?:_?_?(?:health(?:z|[-_]?checks?)?|healthz?\/(?:live|ready|liveness|readiness|startup)|livez|readyz|liveness|readiness|-\/healthy|-\/ready|actuator\/health|__heartbeat__|__lbheartbeat__|_status|isalive|isready|ping|up|ready|alive|live)))\/?\$?["'`]/gi;
/** A plug of Elixir that answers before any router: `%Conn{path_info: ["status"]}`. */
const PLUG = /\bpath_info: \["((?:_?_?)(?:health\w*|status|livez|readyz|ping|alive|heartbeat))"\]/g;
/** Words that are ordinary ones without a slash before them. */
const PLAIN_WORDS = /^(?:health|ping|up|ready|alive|live|liveness|readiness|isready|isalive)$/i;
const FRAMEWORK =
  /\bMapHealthChecks\b|\bAddHealthChecks\b|\bMapDefaultHealthEndpoints\b|\bspring-boot-starter-actuator\b|@nestjs\/terminus|\bdjango-health-check\b|\bdockerflow\b|\bHealthIndicator\b|\bHealthCheckResult\b|\bcreateTerminus\b|\bhealth_check\b(?=.*\broute)|rails\/health#show/g;
const GRPC =
  /grpc[._-]health[._]v1|grpc\.health\.v1|grpc(?:-js)?[-_]health[-_]?(?:check(?:ing)?|probe)?|\bgrpc::health::v1|google\.golang\.org\/grpc\/health\b|\bgrpc_health\b|\bhealthpb\b|\btonic_health\b|HealthStatusManager|HealthServiceImpl|HealthBase\b|EnableDefaultHealthCheckService|\bHealthServicer\b|health_pb2/g;
/** The line that holds a route calls it: a client asks, a server answers. */
const CLIENT =
  /\b(?:fetch|axios|requests\.get|http\.Get|httpx|curl|client\.get|request\(|urlopen|\$http|WaitFor|wait_for|supertest|getForObject)\b/i;

/** Lines that are looked at of one file. */
const MAX_CHECKS = 40;

/** A file named after the check may be the route itself, or the answer behind it. */
const ANSWERS =
  /\b(?:un|not)?_?healthy\b|\bhealth_?check|\bNOT_SERVING\b|\bServingStatus\b|SELECT 1\b|\bliveness\b|\breadiness\b|status["']?\s*[:=(,]\s*["']?(?:ok|up|pass|200)\b|\bStatus(?:Code)?\.?(?:OK|200)\b|["']ok["']/i;

/** A client made from a description asks what is described; a server made from one answers. */
const GENERATED = /\bOpenAPI[- ]Generator\b|openapi-generator\.tech/i;
const CLIENT_PARTS = /\b(?:ApiClient|api_client|BaseAPI|reqwest)\b/;
const HEAD = 3000;
const isGeneratedClient = (head: string): boolean => GENERATED.test(head) && CLIENT_PARTS.test(head);

/** The checks that a source file answers, by its lines; nothing is parsed. */
export function sourceChecks(text: string, named: boolean): Check[] {
  if (isGeneratedClient(text.slice(0, HEAD))) return [];
  const checks: Check[] = [];
  for (const match of text.matchAll(ROUTE)) {
    if (checks.length >= MAX_CHECKS) break;
    const path = match[1] ?? '';
    const line = lineAt(text, match.index);
    if (PLAIN_WORDS.test(path) && !isRoute(line)) continue;
    if (/^\s*(?:\/\/|#|\*|--)/.test(line) || CLIENT.test(line)) continue;
    const at = [match.index, match.index + match[0].length] as const;
    checks.push({ at, how: 'route', role: roleOf(path), path });
  }
  for (const match of text.matchAll(PLUG)) {
    if (checks.length >= MAX_CHECKS) break;
    const path = `/${match[1] ?? ''}`;
    checks.push({ at: [match.index, match.index + match[0].length], how: 'route', role: roleOf(path), path });
  }
  for (const [pattern, how] of [
    [FRAMEWORK, 'framework'],
    [GRPC, 'grpc'],
  ] as const)
    for (const match of text.matchAll(pattern)) {
      if (checks.length >= MAX_CHECKS) break;
      checks.push({ at: [match.index, match.index + match[0].length], how, role: 'health' });
      break;
    }
  const answer = named && checks.length === 0 ? ANSWERS.exec(text) : null;
  if (answer) checks.push({ at: [answer.index, answer.index + answer[0].length], how: 'framework', role: 'health' });
  return checks;
}

/** A word alone is a route where the line declares one. */
const isRoute = (line: string): boolean =>
  /\b(?:route|routes|path|get|Get|GET|HandleFunc|Handle|endpoint|url|mapping|GetMapping|RequestMapping|Path|RequestRoute|blueprint|resource)\b/.test(
    line,
  );

const MAX_LINE = 300;
function lineAt(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - MAX_LINE), index);
  const after = text.slice(index, index + MAX_LINE);
  return before.slice(before.lastIndexOf('\n') + 1) + (after.split('\n', 1)[0] ?? '');
}

export function roleOf(path: string): Check['role'] {
  if (/ready|readiness/i.test(path)) return 'readiness';
  if (/liv(?:e|eness|ez)$|isalive|alive|lbheartbeat/i.test(path)) return 'liveness';
  return /startup/i.test(path) ? 'startup' : 'health';
}
