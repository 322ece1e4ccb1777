import { describe, expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { FileBytes } from '../text/file-bytes.ts';
import { ENTRY_POINTS, MAX_SOURCE_FILES } from './entry-points.ts';
import { healthCheckKind } from './kind.ts';

const read = async (path: string, text: string) =>
  healthCheckKind.sniffBytes?.(new FileBytes(Buffer.from(text)), path) === false
    ? []
    : ((await parseFile(healthCheckKind, path, text)).artifacts[0]?.facts.checks ?? []).map(
        ({ how, role, path: asked }) => [role, asked ?? how].join(' '),
      );

describe('in source', () => {
  test.each([
    [
      'main.go',
      'mux.HandleFunc("/healthz", ok)\nmux.HandleFunc("GET /readyz", ready)\n',
      ['health /healthz', 'readiness /readyz'],
    ],
    ['server.js', "app.get('/api/health', h)\n", ['health /api/health']],
    ['app/status/healthcheck.py', "@status.route('/_status', methods=['GET'])\n", ['health /_status']],
    [
      'config/routes.rb',
      'get "up" => "rails/health#show", as: :rails_health_check\n',
      ['health up', 'health framework'],
    ],
    ['Program.cs', 'app.MapHealthChecks("/health");\n', ['health /health', 'health framework']],
    ['src/main.rs', '.route("/health", get(health))\n', ['health /health']],
    ['cmd/main.go', 'healthpb.RegisterHealthServer(srv, svc)\n', ['health grpc']],
    ['server.cpp', 'class HealthServer : public grpc::health::v1::Health::Service {}\n', ['health grpc']],
    [
      'app/main.py',
      '@app.get("/__heartbeat__")\n@app.get("/__lbheartbeat__")\n',
      ['health /__heartbeat__', 'liveness /__lbheartbeat__'],
    ],
    ['shop/handlers/__init__.py', '@routes.route("/ping", methods=["GET"])\n', ['health /ping']],
    ['lib/shop_web/plugs/status.ex', 'def call(%Conn{path_info: ["status"]} = conn, _opts) do\n', ['health /status']],
    ['App.kt', 'get("/isalive") { }\nget("/isready") { }\n', ['liveness /isalive', 'readiness /isready']],
    [
      'app/routes/health.ts',
      "export async function loader() { return Response.json({ status: 'ok' }) }\n",
      ['health framework'],
    ],
  ])('%s', async (path, text, checks) => {
    expect(await read(path, text)).toEqual(checks);
  });

  test.each([
    ['a client', 'main.go', 'resp, err := http.Get("/healthz")\n'],
    ['plain words', 'main.py', 'state = "ready"\nlog("ping")\n'],
    ['a comment', 'main.go', '// "/healthz" is answered elsewhere\n'],
    ['a product whose number ends so', 'App.java', 'get("/product/66VCHSJNUP")\n'],
    ['health of a player', 'health.ts', 'export let health = 100;\n'],
  ])('not %s', async (_name, path, text) => {
    expect(await read(path, text)).toEqual([]);
  });

  test('tests of the check and files of other names are not read', () => {
    const suits = ENTRY_POINTS.suits();
    for (const name of ['health.test.ts', 'healthcheck_test.go', 'HealthTests.cs', 'orders.go', 'README.md'])
      expect(suits(`src/${name}`)).toBe(false);
    expect(suits('cmd/main.go')).toBe(true);
  });

  test('of thousands of entry points those near the root are read, and all that are named after the check', () => {
    const deep = Array.from({ length: 2 * MAX_SOURCE_FILES }, (_, index) => `packages/p${index}/src/index.ts`);
    const { read, left } = ENTRY_POINTS.pick([...deep, 'packages/p1/src/api/health.ts', 'server.ts']);
    expect(read).toHaveLength(MAX_SOURCE_FILES);
    expect(read).toEqual(expect.arrayContaining(['packages/p1/src/api/health.ts', 'server.ts']));
    expect(left).toEqual([]);
  });
});

test.each([
  ['Dockerfile', 'FROM a\nHEALTHCHECK CMD curl http://localhost/ping\n', ['health /ping']],
  ['Dockerfile', 'FROM a\nHEALTHCHECK NONE\n', []],
  [
    'compose.yml',
    'services:\n  a:\n    image: acme/a\n    healthcheck:\n      test: pg_isready\n',
    ['liveness command'],
  ],
  ['render.yaml', 'services:\n  - type: web\n    name: a\n    healthCheckPath: /healthz\n', ['readiness /healthz']],
  [
    'a.yaml',
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      startupProbe: { grpc: { port: 1 } }\n',
    ['startup grpc'],
  ],
  ['a.yaml', 'modules:\n  http_2xx:\n    prober: http\n    health: 1\n', []],
])('%s %#', async (path, text, checks) => {
  expect(await read(path, text)).toEqual(checks);
});

test.each<[string, string, string[]]>([
  ['pom.xml', '<artifactId>spring-boot-starter-actuator</artifactId>\n', ['health /actuator/health']],
  ['build.gradle.kts', 'implementation(libs.spring.boot.starter.actuator)\n', ['health /actuator/health']],
  ['build.gradle', 'testImplementation "org.springframework.boot:spring-boot-starter-actuator-test"\n', []],
  ['pom.xml', '<artifactId>quarkus-smallrye-health</artifactId>\n', ['health /q/health']],
  [
    'src/main/resources/application.yaml',
    'management:\n  endpoint:\n    health:\n      probes:\n        enabled: true\n',
    ['health framework'],
  ],
  ['src/main/resources/application-prod.yml', 'management:\n  server:\n    port: 9000\n', []],
  ['application.properties', 'management.endpoint.health.probes.enabled=true\n', ['health framework']],
  ['application.properties', 'spring.application.name=a\nmanagement.server.port=1\n', []],
])('frameworks that answer by themselves: %s %#', async (path, text, checks) => {
  expect(await read(path, text)).toEqual(checks);
});

test.each([
  ['a package of anything', 'shop/models/__init__.py', '@routes.route("/ping", methods=["GET"])\n'],
  ['a page about recipes', 'docs/dockerfile.mdx', 'FROM a\nHEALTHCHECK CMD curl http://localhost/ping\n'],
])('not asked: %s', (_name, path) => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  expect(healthCheckKind.paths.test?.(name) || ENTRY_POINTS.suits()(path)).toBe(false);
});
