import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const BUILT = { 'shop/Dockerfile': 'FROM node:22\n' };
const deployment = (name: string, live: string, ready: string, image = 'acme/shop') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  selector: {}\n  template:\n    spec:\n      containers:\n        - name: a\n          image: ${image}\n          livenessProbe: { ${live} }\n          readinessProbe: { ${ready} }\n`;
const http = (path: string, port = 80) => `httpGet: { path: ${path}, port: ${port} }`;

testRule(import.meta.url, rule, {
  pass: [{ name: 'another port', files: { ...BUILT, 'a.yaml': deployment('shop', http('/ping', 81), http('/ping')) } }],
  gap: [
    {
      name: 'several workloads with one habit',
      files: {
        ...BUILT,
        'a.yaml': deployment('shop', http('/ping'), http('/ping')),
        'b.yaml': deployment('shop-admin', http('/ping'), http('/ping')),
      },
      findings: [
        'a.yaml:13:46 info Liveness and readiness both ask /ping in 2 workloads, shop among them: when a dependency is slow, healthy processes are killed instead of drained. Give readiness a route of its own that may fail while the process lives. ×2',
      ],
    },
  ],
  skip: [
    {
      name: 'files alone are served',
      files: { 'shop/Dockerfile': 'FROM nginx:1.27\n', 'a.yaml': deployment('shop', http('/'), http('/')) },
    },
    {
      name: 'images of others',
      files: { ...BUILT, 'a.yaml': deployment('grafana', http('/api/health'), http('/api/health'), 'grafana/grafana') },
    },
    { name: 'gRPC', files: { ...BUILT, 'a.yaml': deployment('shop', 'grpc: { port: 1 }', 'grpc: { port: 1 }') } },
    { name: 'liveness alone', files: { ...BUILT, 'a.yaml': deployment('shop', http('/ping'), '') } },
    {
      name: 'a template writes the path',
      files: {
        Dockerfile: 'FROM a\n',
        'chart/templates/a.yaml': deployment(
          'shop',
          'httpGet: { path: "{{ .Values.path }}" }',
          'httpGet: { path: "{{ .Values.path }}" }',
          '"{{ .Values.image }}"',
        ),
      },
    },
    {
      name: 'only a template engine can read it',
      files: {
        Dockerfile: 'FROM a\n',
        'chart/templates/a.yaml': `${deployment('shop', http('/'), http('/'))}  {{ .Values.a }}: [ {{ .b }}\n    : -\n`,
      },
    },
  ],
});
