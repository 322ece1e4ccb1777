import { describe, expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { deploymentKind } from './kind.ts';

const read = async (path: string, text: string) => (await parseFile(deploymentKind, path, text)).artifacts[0];

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  labels: { app: orders }
spec:
  replicas: 2
  selector: {}
  strategy:
    type: RollingUpdate
  template:
    spec:
      containers:
        - name: orders
          image: acme/orders:1.4
          ports:
            - containerPort: 8080
          envFrom:
            - secretRef: { name: orders-keys }
          env:
            - name: MODE
              value: live
            - name: TOKEN
              valueFrom: { secretKeyRef: { name: orders-token, key: t } }
          livenessProbe:
            httpGet: { path: /livez, port: 8080 }
          readinessProbe:
            tcpSocket: { port: 8080 }
          resources: { limits: { memory: 1Gi } }
`;

test('a workload with its probes, secrets and variables', async () => {
  const artifact = await read('k8s/production/orders.yaml', DEPLOYMENT);
  expect(artifact).toMatchObject({ level: 'parsed', confidence: 0.85 });
  expect(artifact?.facts).toMatchObject({
    form: 'kubernetes',
    environment: 'production',
    rollout: { how: 'rolling' },
    secrets: [{ name: 'orders-keys' }, { name: 'orders-token' }],
    workloads: [
      {
        name: 'orders',
        type: 'service',
        object: 'Deployment',
        replicas: { text: '2' },
        labels: { app: 'orders' },
        templated: [],
        containers: [
          {
            image: { text: 'acme/orders:1.4' },
            ports: [{ number: 8080 }],
            liveness: { how: 'http', path: { text: '/livez' } },
            readiness: { how: 'tcp' },
            variables: [{ name: 'MODE', text: 'live' }, { name: 'TOKEN' }],
          },
        ],
      },
    ],
  });
  const [workload] = artifact?.facts.workloads ?? [];
  const at = workload?.containers[0]?.liveness?.path?.at ?? [0, 0];
  expect(DEPLOYMENT.slice(...at)).toBe('/livez');
  expect(artifact && deploymentKind.elements?.(artifact).map(({ name }) => name)).toContain('Deployment orders');
});

test('documents of long files keep their places, whatever stands between them', async () => {
  const crd = `---\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  text: ${'x'.repeat(40_000)}\n`;
  const text = `${crd}---\n${DEPLOYMENT}${crd}---\n${DEPLOYMENT.replaceAll('orders', 'billing')}`;
  const artifact = await read('install.yaml', text);
  expect(artifact?.facts.workloads.map(({ name, at }) => [name, text.slice(...at)])).toEqual([
    ['orders', 'orders'],
    ['billing', 'billing'],
  ]);
});

test('a scheduled job', async () => {
  const artifact = await read(
    'jobs.yaml',
    'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: nightly\nspec:\n  schedule: "0 3 * * *"\n  concurrencyPolicy: Forbid\n  suspend: true\n  jobTemplate:\n    spec:\n      backoffLimit: 2\n      activeDeadlineSeconds: 600\n      template:\n        spec:\n          containers:\n            - { name: a, image: acme/nightly }\n',
  );
  expect(artifact?.facts.workloads).toMatchObject([
    {
      type: 'scheduled-job',
      schedule: { text: '0 3 * * *' },
      overlap: { text: 'Forbid' },
      suspended: true,
      retries: { text: '2' },
      deadline: { text: '600' },
    },
  ]);
});

test('stores: volumes that a set claims, databases, and none for what is thrown away', async () => {
  const set = (image: string, claims: string) =>
    `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: db }\nspec:\n  selector: {}\n  template:\n    spec:\n      containers:\n        - { name: a, image: "${image}" }\n${claims}`;
  const claims = '  volumeClaimTemplates:\n    - metadata: { name: data }\n';
  expect((await read('a.yaml', set('docker.io/library/postgres:16', claims)))?.facts.stores).toMatchObject([
    { what: 'database', technology: 'postgresql', durable: true },
  ]);
  expect((await read('a.yaml', set('acme/ledger', claims)))?.facts.stores).toMatchObject([
    { what: 'volume', durable: true },
  ]);
  expect((await read('a.yaml', set('redis:7', claims)))?.facts.stores).toMatchObject([
    { what: 'cache', durable: false },
  ]);
  expect((await read('a.yaml', set('postgres', '')))?.facts.stores).toMatchObject([{ durable: false }]);
});

describe('templates', () => {
  const HEAD =
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ include "a.name" . }}\nspec:\n  selector: {}\n  template:\n    spec:\n';

  test('a path that a template writes is not known, and a line of one may add fields', async () => {
    const artifact = await read(
      'chart/templates/a.yaml',
      `${HEAD}      containers:\n        - name: a\n          image: "{{ .Values.image }}"\n          livenessProbe:\n            httpGet:\n              path: {{ .Values.path }}\n              port: http\n          {{- toYaml .Values.more | nindent 10 }}\n`,
    );
    expect(artifact).toMatchObject({ level: 'tolerant', facts: { form: 'helm' } });
    const [container] = artifact?.facts.workloads[0]?.containers ?? [];
    expect(container).toMatchObject({ open: true, liveness: { how: 'http' }, image: { text: '{{ .Values.image }}' } });
    expect(container?.liveness?.path).toBeUndefined();
  });

  test('a probe that a template writes whole is there, and nothing is known of it', async () => {
    const artifact = await read(
      'chart/templates/a.yaml',
      `${HEAD}      containers:\n        - name: a\n          readinessProbe:\n            {{- toYaml .Values.probe | nindent 12 }}\n`,
    );
    expect(artifact?.facts.workloads[0]?.containers[0]?.readiness).toMatchObject({ how: 'platform' });
  });

  test('containers that a template writes', async () => {
    const artifact = await read('chart/templates/a.yaml', `${HEAD}      {{- include "a.pod" . | nindent 6 }}\n`);
    expect(artifact?.facts.workloads[0]?.templated).toEqual(['containers']);
  });

  test('what only the engine can put together is there, and unknown', async () => {
    const artifact = await read('chart/templates/a.yaml', `${HEAD}  {{- if .x }}bad: [ {{ .Values.y }}\n    : -\n`);
    expect(artifact).toMatchObject({ level: 'scraped', facts: { workloads: [{ object: 'Deployment' }] } });
  });
});

describe('forms', () => {
  test.each([
    [
      'Chart.yaml',
      'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: postgresql\n    version: 1\n',
      'helm',
    ],
    ['values-prod.yaml', 'image:\n  tag: "1"\n', 'helm'],
    ['overlays/prod/kustomization.yaml', 'resources:\n  - ../../base\n', 'kustomize'],
    [
      'apps/shop.yaml',
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: a\nspec:\n  source:\n    path: charts/shop\n',
      'argo-cd',
    ],
    [
      'a.yaml',
      'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: a\nspec:\n  chart:\n    spec:\n      chart: shop\n',
      'flux',
    ],
    [
      '.nais/app.yaml',
      'apiVersion: nais.io/v1alpha1\nkind: Application\nmetadata:\n  name: a\nspec:\n  liveness:\n    path: /isalive\n  ingresses:\n  {{#each ingresses}}\n    - {{this}}\n  {{/each}}\n',
      'nais',
    ],
    ['compose.yaml', 'services:\n  web:\n    image: acme/web\n    ports: ["80:80"]\n', 'compose'],
    ['Procfile', 'web: bundle exec puma\nworker: bundle exec sidekiq\n', 'procfile'],
    [
      'fly.toml',
      'app = "shop"\n[http_service]\n  internal_port = 8080\n[[http_service.checks]]\n  path = "/up"\n',
      'fly',
    ],
    ['render.yaml', 'services:\n  - type: web\n    name: shop\n    healthCheckPath: /healthz\n', 'render'],
    ['railway.toml', '[deploy]\nhealthcheckPath = "/health"\n', 'railway'],
    ['railway.json', '{ "deploy": { "healthcheckPath": "/health" } }', 'railway'],
    ['vercel.json', '{ "crons": [{ "path": "/api/mail", "schedule": "0 5 * * *" }] }', 'vercel'],
    ['netlify.toml', '[build]\ncommand = "make"\n', 'netlify'],
    ['app.json', '{ "formation": { "web": {} } }', 'heroku'],
    ['wrangler.toml', 'name = "shop"\n[[d1_databases]]\nbinding = "DB"\n', 'cloudflare'],
    ['manifest.yml', 'applications:\n  - name: shop\n    health-check-http-endpoint: /health\n', 'cloud-foundry'],
    ['app.yaml', 'runtime: python312\nreadiness_check:\n  path: /ready\n', 'app-engine'],
    [
      'service.yaml',
      'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n        - image: acme/a\n',
      'cloud-run',
    ],
    [
      'ecs/task-definition.json',
      '{ "family": "a", "containerDefinitions": [{ "name": "a", "image": "acme/a" }] }',
      'ecs',
    ],
    [
      'serverless.yml',
      'service: a\nprovider:\n  name: aws\nfunctions:\n  nightly:\n    events:\n      - schedule: rate(1 day)\n',
      'serverless',
    ],
    ['config/deploy.yml', 'service: shop\nimage: acme/shop\nproxy:\n  healthcheck:\n    path: /up\n', 'kamal'],
    ['skaffold.yaml', 'apiVersion: skaffold/v4beta6\nkind: Config\nmanifests:\n  rawYaml: [k8s/*.yaml]\n', 'skaffold'],
    ['job.nomad.hcl', 'job "shop" {\n  type = "service"\n}\n', 'nomad'],
    ['shop.service', '[Unit]\nDescription=a\n[Service]\nExecStart=/usr/bin/shop\n', 'systemd'],
    ['components/app.libsonnet', "{ deployment: { apiVersion: 'apps/v1', kind: 'Deployment' } }", 'kubernetes'],
  ])('%s', async (path, text, form) => {
    expect((await read(path, text))?.facts.form).toBe(form);
  });

  test('a job of Nomad: its schedule and the route it is asked', async () => {
    const job = (body: string) => read('a.nomad', `job "a" {\n${body}}\n`);
    const served = await job('  image = "acme/a:1"  \n  check {\n    path = "/health"\n  }\n');
    expect(served?.facts.workloads[0]?.containers[0]).toMatchObject({
      image: { text: 'acme/a:1' },
      readiness: { path: { text: '/health' } },
    });
    const timed = await job('  type = "batch"\n  periodic {\n    cron = "@daily"\n  }\n');
    expect(timed?.facts.workloads[0]).toMatchObject({ type: 'scheduled-job', schedule: { text: '@daily' } });
  });

  test('probes of platforms', async () => {
    const path = async (file: string, text: string) => {
      const [container] = (await read(file, text))?.facts.workloads[0]?.containers ?? [];
      return (container?.liveness ?? container?.readiness)?.path?.text;
    };
    expect(
      await path('fly.toml', 'app = "a"\n[http_service]\ninternal_port = 80\n[[http_service.checks]]\npath = "/up"\n'),
    ).toBe('/up');
    expect(await path('render.yaml', 'services:\n  - type: web\n    name: a\n    healthCheckPath: /healthz\n')).toBe(
      '/healthz',
    );
    expect(await path('app.yaml', 'runtime: go122\nliveness_check:\n  path: /live\n')).toBe('/live');
    expect(
      await path(
        'compose.yml',
        'services:\n  a:\n    image: acme/a\n    healthcheck:\n      test: ["CMD", "curl", "-f", "http://localhost:8080/health"]\n',
      ),
    ).toBe('/health');
  });
});

describe('no deployment', () => {
  test.each([
    [
      'a custom resource definition',
      'crd.yaml',
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  names:\n    kind: Deployment\n',
    ],
    ['an objective of OpenSLO', 'slo.yaml', 'apiVersion: openslo/v1\nkind: Service\nmetadata:\n  name: a\n'],
    [
      'an entity of a catalog',
      'catalog-info.yaml',
      'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: a\n',
    ],
    ['settings alone', 'config.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n'],
    [
      'a workflow',
      '.github/workflows/a.yml',
      'on: push\njobs:\n  a:\n    steps:\n      - run: |\n          kind: Deployment\n',
    ],
    ['a target of an autoscaler', 'a.yaml', 'apiVersion: x.dev/v1\nkind: Thing\nspec:\n  ref:\n    kind: Deployment\n'],
    ['an application of Expo', 'app.json', '{ "expo": { "name": "a" } }'],
    ['compose for developers', 'docker-compose.dev.yml', 'services:\n  web:\n    image: acme/web\n'],
    ['compose below a folder for developers', 'develop/compose.yml', 'services:\n  web:\n    image: acme/web\n'],
    ['compose that starts a database to develop against', 'compose.yml', 'services:\n  db:\n    image: postgres:16\n'],
    [
      'compose that mounts the source',
      'compose.yml',
      'services:\n  web:\n    build: .\n    volumes:\n      - .:/app\n',
    ],
    [
      'compose that mounts the repository into an image',
      'compose.yml',
      'services:\n  web:\n    image: acme/tools\n    volumes:\n      - .:/src\n',
    ],
    ['instances that a developer starts', 'Procfile', 'n1: ./node --port 1\nn2: ./node --port 2\n'],
    ['processes for developers', 'Procfile.dev', 'web: rails s\n'],
    ['values of something else', 'values.yaml', 'colours:\n  red: 1\n'],
    ['an application with a manifest of its own', 'manifest.yml', 'name: a\nversion: 1\n'],
    ['a unit of D-Bus', 'a.service', '[D-BUS Service]\nName=org.a\nExec=/bin/a\n'],
  ])('%s', async (_name, path, text) => {
    expect(await read(path, text)).toBeUndefined();
  });
});
