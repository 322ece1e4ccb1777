import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const npm = (dependencies: readonly string[], development: readonly string[] = [], name = 'shop') =>
  JSON.stringify({
    name,
    dependencies: Object.fromEntries(dependencies.map((one) => [one, '1.0.0'])),
    devDependencies: Object.fromEntries(development.map((one) => [one, '1.0.0'])),
  });
const compose = (...images: readonly string[]) =>
  `services:\n${images.map((image) => `  ${image}:\n    image: ${image}:7\n    restart: always\n`).join('')}`;
const record = '# 1. Redis\n\n## Status\n\nAccepted\n\n## Context\n\nIt is fast.\n\n## Decision\n\nWe use Redis.\n';
const base = { 'package.json': npm(['pg']) };
const brings = { 'package.json': npm(['pg', 'redis']) };

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a record is added',
      files: { ...brings, 'docs/adr/0001-redis.md': record },
      base: { ...base, 'docs/adr/0001-redis.md': null },
    },
    {
      name: 'a page on the architecture is edited',
      files: { ...brings, 'docs/architecture.md': '# Architecture\n\nRedis holds sessions.\n' },
      base: { ...base, 'docs/architecture.md': '# Architecture\n' },
    },
    {
      name: 'the pull request weighs',
      files: brings,
      base,
      body: 'Redis instead of a table: sessions expire by themselves.',
    },
    { name: 'a commit names a record', files: brings, base, commits: ['Keep sessions in Redis (ADR-7)'] },
  ],
  gap: [
    {
      name: 'words that weigh something else',
      files: { 'package.json': npm(['mongoose', 'pg']) },
      base,
      commits: ['Keep notes\n\nLet the port come from the listener instead of a variable'],
      findings: ["package.json:1:16 info This change brings in MongoDB (mongoose, package.json), and nothing says why. Others will live with that choice: a line `Decision: …` in the commit, with what else was thought of, is enough to begin with."],
    },
    {
      name: 'without a log',
      files: brings,
      base,
      findings: [
        'package.json:1:16 info This change brings in Redis (redis, package.json), and nothing says why. Others will live with that choice: a line `Decision: …` in the commit, with what else was thought of, is enough to begin with.',
      ],
    },
    {
      name: 'several are one finding, of which the exact place comes first',
      files: {
        ...brings,
        'infra/main.tf': 'resource "aws_sqs_queue" "mails" {\n}\n',
        'web/package.json': npm(['react', 'next']),
      },
      base: { ...base, 'infra/main.tf': null, 'web/package.json': null },
      findings: [
        'infra/main.tf:1:1 info This change brings in SQS (mails, infra/main.tf), Redis (redis, package.json), Next.js (next, web/package.json) and React (react, web/package.json), and nothing says why. Others will live with that choice: a line `Decision: …` in the commit, with what else was thought of, is enough to begin with.',
      ],
    },
    {
      name: 'a prompt of the template is no reason',
      files: { 'go.mod': 'module example.org/shop\n\ngo 1.22\n\nrequire github.com/redis/go-redis/v9 v9.5.0\n' },
      base: { 'go.mod': 'module example.org/shop\n\ngo 1.22\n' },
      body: '<!-- Which decision is behind it? -->\nFaster sessions.',
      findings: [
        'go.mod:5:1 info This change brings in Redis (github.com/redis/go-redis/v9, go.mod), and nothing says why. Others will live with that choice: a line `Decision: …` in the commit, with what else was thought of, is enough to begin with.',
      ],
    },
    {
      name: 'only tests had it before',
      files: { ...brings, 'docs/adr/0001-a.md': record.replaceAll('Redis', 'tables') },
      base: { ...base, 'docs/adr/0001-a.md': record.replaceAll('Redis', 'tables') },
      findings: [
        'package.json:1:16 warning This change brings in Redis (redis, package.json), and nothing says why. Others will live with that choice, and docs/adr is where they look: add a record with what was decided, why and what the fallback is, or a line `Decision: …` to the commit.',
      ],
    },
  ],
  skip: [
    { name: 'what comes with others', files: { 'package.json': npm(['graphql', 'pg', '@grpc/grpc-js']) }, base },
    {
      name: 'a choice that only such a package showed before',
      files: { 'package.json': npm(['@apollo/server', 'graphql']) },
      base: { 'package.json': npm(['graphql']) },
    },
    { name: 'a new version', files: { 'package.json': npm(['pg']).replace('1.0.0', '2.0.0') }, base },
    { name: 'for development only', files: { 'package.json': npm(['pg'], ['redis']) }, base },
    {
      name: 'for tests only',
      files: { ...base, 'e2e/package.json': npm(['redis']) },
      base: { 'e2e/package.json': null },
    },
    { name: 'another part had it', files: { ...brings, 'b/package.json': npm(['ioredis']) }, base },
    { name: 'it ran already', files: { ...brings, 'compose.yaml': compose('redis') }, base },
    { name: 'it was for development before', files: brings, base: { 'package.json': npm(['pg'], ['redis']) } },
    {
      name: 'another driver, and the managed form',
      files: {
        'package.json': npm(['postgres']),
        'main.tf': 'resource "aws_db_instance" "main" {\n  engine = "postgres"\n}\n',
      },
      base: { ...base, 'main.tf': null },
    },
    {
      name: 'a package for those who use it',
      files: { ...base, 'plugins/redis/package.json': npm(['redis'], [], '@shop/redis') },
      base: { 'plugins/redis/package.json': null },
    },
    { name: 'a bot', files: brings, base, author: 'renovate[bot] <bot@example.com>', commits: ['Bump'] },
    { name: 'it all begins', files: brings, base: { 'package.json': null } },
    {
      name: 'a manifest that could not be read before',
      files: brings,
      base: { 'package.json': '{', 'go.mod': 'module a\n' },
    },
  ],
  unknown: [{ name: 'a shallow clone', files: brings, base, unseen: 'the clone is shallow' }],
});
