import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const BROKEN = 'groups:\n  - name: a\n    rules:\n      - alert: DiskFull\n        expr: up == 0\n       for: 5m\n';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'blanks that a script fills in before the file is applied',
      files: {
        'deploy/pod.yaml':
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n__VOLUMES__\n  containers:\n    - name: a\n      image: @IMAGE@\n',
      },
    },
    {
      name: 'a page is always readable',
      files: { 'README.md': '# Notes\n' },
    },
  ],
  gap: [
    {
      name: 'one broken file among sound ones',
      files: { 'alerts.yaml': BROKEN, 'README.md': '# Alerts\n' },
      findings: [
        'alerts.yaml:6:8 error alerts.yaml cannot be read: bad indentation of a sequence entry. Until it is mended, its alerts cannot be audited, and Prometheus would refuse it too.',
      ],
    },
  ],
  skip: [{ name: 'an example', files: { 'examples/alerts.yaml': BROKEN } }],
  unknown: [
    {
      name: 'words of a manifest, in a file of which its path says nothing',
      files: { 'notes/pod.yaml': 'apiVersion: v1\nkind: Pod\nspec:\n  a: 1\n   b: 2\n' },
    },
    {
      name: 'template syntax that cannot be masked',
      files: {
        'chart/Chart.yaml': 'apiVersion: v2\nname: x\n',
        'chart/templates/alerts.yaml':
          'groups:\n{{- range .Values.teams }}\n  - name: {{ .name }}\n   rules:\n{{ toYaml .rules | indent 4 }}\n      - alert: DiskFull\n        expr: up == 0\n{{- end }}\n',
      },
    },
  ],
});
