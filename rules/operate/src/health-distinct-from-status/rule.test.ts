import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const BUILT = { 'shop/Dockerfile': 'FROM node:22\n' };
const deployment = (name: string, probes: string, image = 'acme/shop') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  selector: {}\n  template:\n    spec:\n      containers:\n        - name: a\n          image: ${image}\n${probes}`;
const probe = (role: string, path: string) =>
  `          ${role}Probe:\n            httpGet: { path: ${path}, port: 80 }\n`;
const OPENAPI = (id: string) =>
  `openapi: 3.0.0\ninfo: { title: a, version: '1' }\npaths:\n  /status:\n    get:\n      operationId: ${id}\n      responses: { '200': { description: a } }\n`;
const END =
  'One slow dependency then restarts healthy processes one after the other: ask a route that only says that the process lives.';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'readiness may ask a page',
      files: { ...BUILT, 'a.yaml': deployment('shop', probe('liveness', '/livez') + probe('readiness', '/')) },
    },
    {
      name: 'a status that no contract offers',
      files: { ...BUILT, 'a.yaml': deployment('shop', probe('liveness', '/status')) },
    },
    {
      name: 'an operation that is about health',
      files: {
        ...BUILT,
        'openapi.yaml': OPENAPI('getHealth'),
        'a.yaml': deployment('shop', probe('liveness', '/status')),
      },
    },
    {
      name: 'NAIS',
      files: {
        '.nais/nais.yaml':
          'apiVersion: nais.io/v1alpha1\nkind: Application\nmetadata:\n  name: a\nspec:\n  liveness:\n    path: /isalive\n',
      },
    },
  ],
  gap: [
    {
      name: 'an operation of the contract',
      files: {
        ...BUILT,
        'openapi.yaml': OPENAPI('getStatus'),
        'a.yaml': deployment('shop', probe('liveness', '/status')),
      },
      findings: [
        `a.yaml:13:30 warning shop is killed when /status is slow or fails, and /status is an operation for callers (openapi.yaml). ${END}`,
      ],
    },
    {
      name: 'the same route in several workloads is one thing to mend',
      files: {
        ...BUILT,
        'a.yaml': deployment('shop', probe('liveness', '/metrics')),
        'b.yaml': deployment('shop-worker', probe('startup', '/metrics')),
      },
      findings: [
        `a.yaml:13:30 warning 2 workloads, shop among them, are killed when /metrics is slow or fails, and /metrics gathers all metrics. ${END} ×2`,
      ],
    },
  ],
  skip: [
    {
      name: 'files alone are served',
      files: { 'shop/Dockerfile': 'FROM nginx:1.27\n', 'a.yaml': deployment('shop', probe('liveness', '/')) },
    },
    {
      name: 'files alone are served, by a recipe that is called after it',
      files: {
        Dockerfile: 'FROM node:22\n',
        'script/Dockerfile.data-dictionary': 'FROM bitnami/nginx:latest\n',
        'chart/templates/a.yaml': deployment(
          '{{ include "x" . }}',
          probe('liveness', '/'),
          '"{{ .Values.image }}:data-dictionary-{{ .Values.tag }}"',
        ).replace('name: a\n', 'name: data-dictionary\n'),
      },
    },
    {
      name: "a developer's machine",
      files: { ...BUILT, 'dev/k8s/a.yaml': deployment('shop', probe('liveness', '/')) },
    },
    { name: 'an exporter', files: { ...BUILT, 'a.yaml': deployment('shop-metrics', probe('liveness', '/metrics')) } },
    {
      name: 'the image is made elsewhere',
      files: { ...BUILT, 'a.yaml': deployment('proxy', probe('liveness', '/'), 'nginx:1.27') },
    },
    {
      name: 'a template writes the path',
      files: {
        Dockerfile: 'FROM a\n',
        'chart/templates/a.yaml': deployment(
          'shop',
          '          livenessProbe:\n            httpGet:\n              path: {{ .Values.path }}\n',
          '"{{ .Values.image }}"',
        ),
      },
    },
    {
      name: 'compose restarts nothing',
      files: {
        ...BUILT,
        'compose.yaml': 'services:\n  shop:\n    build: shop\n    healthcheck:\n      test: curl http://localhost/\n',
      },
    },
    {
      name: 'only a template engine can read it',
      files: {
        Dockerfile: 'FROM a\n',
        'chart/templates/a.yaml': `${deployment('shop', probe('liveness', '/'))}  {{ .Values.a }}: [ {{ .b }}\n    : -\n`,
      },
    },
  ],
});
