import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const RUN = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };
const set = (image: string) =>
  `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: db }\nspec:\n  selector: {}\n  template:\n    spec:\n      containers:\n        - { name: db, image: "${image}" }\n  volumeClaimTemplates:\n    - metadata: { name: data }\n`;
const DB = { 'k8s/db.yaml': set('postgres:16') };
const HOPE = 'A backup nobody has restored is a hope: write down';
const none = (store: string, place: string) =>
  `docs/restore.md (absent) warning Data is kept in ${store} (${place}), and no page says how it comes back when it is lost. ${HOPE} the commands, and the day they were last tried.`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'steps',
      files: { ...RUN, ...DB, 'docs/dr.md': '# Disaster recovery\n\n1. Open the console.\n2. Press restore.\n' },
    },
    {
      name: 'steps below the heading',
      files: { ...RUN, ...DB, 'docs/a.md': '# A\n\n## Backups\n\nNightly.\n\n### Bringing one back\n\n1. `make it`\n' },
    },
    {
      name: 'a link to the steps',
      files: { ...RUN, ...DB, 'docs/a.md': '# A\n\n## Restore\n\nSee [the guide](https://acme.org/restore).\n' },
    },
    { name: 'another language', files: { ...RUN, ...DB, 'docs/a.md': '# A\n\n## 復元\n\n1. `pg_restore x`\n' } },
    { name: 'a command', files: { ...RUN, ...DB, Makefile: 'restore-db:\n\tpg_restore x\n' } },
  ],
  gap: [
    {
      name: 'what lies in a bucket may be made elsewhere',
      files: { ...RUN, 'main.tf': 'resource "aws_s3_bucket" "uploads" {\n}\n' },
      findings: [none('uploads', 'main.tf').replace('warning', 'info')],
    },
    {
      name: 'a heading about backups, and nothing on how they come back',
      files: { ...RUN, ...DB, 'docs/a.md': '# A\n\n## Backups\n\nThe cloud takes one every night.\n' },
      findings: [none('db', 'k8s/db.yaml')],
    },
    {
      name: 'a placeholder where the steps belong',
      files: { ...RUN, ...DB, 'docs/rollback.md': '# Rollback\n\n## Restore nightly backup\n\nTBD\n' },
      findings: [
        `docs/rollback.md:5:1 warning 'Restore nightly backup' is the place for getting the data of db back, and it says 'TBD'. ${HOPE} the commands, and the day they were last tried.`,
      ],
    },
    {
      name: 'prose alone',
      files: { ...RUN, ...DB, 'docs/a.md': '# A\n\n## Disaster recovery\n\nThe cloud takes a copy every night.\n' },
      findings: [
        `docs/a.md:3:1 warning 'Disaster recovery' speaks of the data of db and names no command, step or console to get it back with. ${HOPE} what to type, and the day it was last tried.`,
      ],
    },
    {
      name: 'a changelog is no page for it',
      files: { ...RUN, ...DB, 'CHANGELOG.md': '# 1.0\n\n## Restore\n\n1. Fixed.\n' },
      findings: [none('db', 'k8s/db.yaml')],
    },
    {
      name: 'a managed database',
      files: { ...RUN, 'terraform/main.tf': 'resource "aws_db_instance" "orders" {\n}\n' },
      findings: [none('orders', 'terraform/main.tf')],
    },
    {
      name: 'compose for production',
      files: {
        ...RUN,
        'docker-compose.prod.yml':
          'services:\n  web:\n    build: .\n  db:\n    image: postgres\n    restart: always\n    volumes: [data:/d]\n',
      },
      findings: [none('db', 'docker-compose.prod.yml')],
    },
  ],
  skip: [
    { name: 'a cache', files: { ...RUN, 'k8s/db.yaml': set('redis:7') } },
    { name: 'a test environment', files: { ...RUN, 'k8s/test/db.yaml': set('postgres') } },
    {
      name: 'compose that any laptop runs',
      files: {
        ...RUN,
        'compose.yml': 'services:\n  web:\n    build: .\n  db:\n    image: postgres\n    volumes: [data:/d]\n',
      },
    },
    { name: 'a script', files: { 'a.sh': 'echo\n', ...DB } },
    { name: 'nothing is kept', files: RUN },
    { name: 'buckets of logs', files: { ...RUN, 'main.tf': 'resource "aws_s3_bucket" "access_logs" {\n}\n' } },
  ],
  unknown: [
    {
      name: 'the platform restores it',
      files: { ...RUN, 'render.yaml': 'services:\n  - type: web\n    name: a\ndatabases:\n  - name: orders\n' },
    },
  ],
});
