import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const ALERT =
  '# DiskFull\n\n## Meaning\n\nThe disk of the database is full.\n\n## Mitigation\n\nDelete old logs: `make clean-logs`.\n';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'commands that exist, in whichever build script',
      files: { 'web/package.json': '{ "scripts": { "build": "x" } }\n', 'README.md': '# A\n\nRun `npm run build`.\n' },
    },
    {
      name: 'other letter case of an anchor',
      files: { 'README.md': '# A\n\n[b](#Getting-Started)\n\n## Getting started\n\nRun it.\n' },
    },
    {
      name: 'a folder, a picture, a path in code, a second heading of one name',
      files: {
        'README.md': '# A\n\n[docs](docs/) ![logo](docs/logo.png) `docs/a.md` [two](docs/a.md#b-1)\n',
        'docs/logo.png': 'png',
        'docs/a.md': '# A\n\n## B\n\nText.\n\n## B\n\nText.\n',
      },
    },
    {
      name: 'a record names code as it was when it was written',
      files: {
        'package.json': '{ "name": "a", "private": true, "repository": "acme/invoices" }\n',
        'docs/proposals/queue.md':
          '# Queue\n\n[old](../../src/old.go#L10) [too](https://github.com/acme/invoices/blob/main/src/old.go)\n',
        'src/new.go': 'package main\n',
      },
    },
  ],
  gap: [
    {
      name: 'a chart that is over',
      files: {
        'README.md': '# Charts\n',
        'charts/shop/README.md': '# Shop\n\nThis chart is deprecated.\n\n[parent](../shop-base)\n',
      },
      findings: [
        "charts/shop/README.md:5:10 info '../shop-base' does not exist. Whoever follows it stops here: correct the reference or restore the file.",
      ],
    },
    {
      name: 'a project that was taken in whole',
      files: {
        'README.md': '# A\n',
        'pkg/terminal/CODE_OF_CONDUCT.md': '# Code of conduct\n',
        'pkg/terminal/CONTRIBUTING.md': '# Contributing\n\n[licence](LICENSE.md)\n',
      },
      findings: [
        "pkg/terminal/CONTRIBUTING.md:3:11 info 'LICENSE.md' does not exist. Whoever follows it stops here: correct the reference or restore the file.",
      ],
    },
    {
      name: 'more than five dead references of a page are one finding',
      files: {
        'README.md': `# A\n\n${[1, 2, 3, 4, 5, 6].map((n) => `- [page](docs/${n}.md)\n`).join('')}`,
      },
      findings: [
        "README.md:3:10 warning 6 references of this page lead nowhere, 'docs/1.md' first. Whoever follows one stops there: look through the page and correct them. ×6",
      ],
    },
    {
      name: 'a README and its translations lead to one missing file, and each to headings of its own',
      files: {
        'README.md': '# A\n\n[news](https://github.com/acme/a/blob/main/NEWS.md) [x](#x)\n',
        'package.json': '{ "name": "a", "private": true, "repository": "acme/a" }\n',
        'readmes/README.es.mexico.md': '# A\n\n[news](https://github.com/acme/a/blob/main/NEWS.md) [x](#x)\n',
        'readmes/README.zh.hans.md': '# A\n\n[news](https://github.com/acme/a/blob/main/NEWS.md)\n',
      },
      findings: [
        "README.md:3:8 warning 'https://github.com/acme/a/blob/main/NEWS.md' does not exist; 3 references lead to it. Correct the reference or restore the file. ×3",
        "README.md:3:57 warning README.md has no heading for '#x'. The reader lands at its top and searches: correct the anchor.",
        "readmes/README.es.mexico.md:3:57 warning readmes/README.es.mexico.md has no heading for '#x'. The reader lands at its top and searches: correct the anchor.",
      ],
    },
    {
      name: 'the README of a part is one finding, that of the whole is not',
      files: {
        'README.md': '# A\n\n[b](b.md) [c](c.md)\n',
        'services/api/README.md': '# Api\n\n[b](b.md) [c](c.md)\n',
      },
      findings: [
        "README.md:3:5 warning 'b.md' does not exist. Whoever follows it stops here: correct the reference or restore the file.",
        "README.md:3:15 warning 'c.md' does not exist. Whoever follows it stops here: correct the reference or restore the file.",
        "services/api/README.md:3:5 warning 2 references of this page lead nowhere, 'b.md' first. Whoever follows one stops there: look through the page and correct them. ×2",
      ],
    },
    {
      name: 'what moved away from one folder is one finding, also at the door',
      files: { 'README.md': '# A\n\n![a](docs/img/a.png) ![b](docs/img/b.png)\n\n[c](NEWS.md), [d](docs/d.md)\n' },
      findings: [
        "README.md:3:6 warning 2 references of this page lead nowhere, 'docs/img/a.png' first. Whoever follows one stops there: look through the page and correct them. ×2",
        "README.md:5:5 warning 'NEWS.md' does not exist. Whoever follows it stops here: correct the reference or restore the file.",
        "README.md:5:19 warning 'docs/d.md' does not exist. Whoever follows it stops here: correct the reference or restore the file.",
      ],
    },
    {
      name: 'a README that came with a font',
      files: { 'public/fonts/mono/README.md': '# Mono\n\n[licence](OFL.txt)\n' },
      findings: [
        "public/fonts/mono/README.md:3:11 info 'OFL.txt' does not exist. Whoever follows it stops here: correct the reference or restore the file.",
      ],
    },
    {
      name: 'an anchor with # in its name',
      files: { 'README.md': '# A\n\n[order](#order)\n\n<a name="#order"></a>Orders.\n' },
      findings: [
        "README.md:3:9 warning README.md has no heading for '#order' (the anchor's own name begins with #, and a link to it cannot: rename it). The reader lands at its top and searches: correct the anchor.",
      ],
    },
    {
      name: 'commands that the build script does not have: a warning in a README, joined on a plain page',
      files: {
        Makefile: 'queue-drain:\n\ttrue\n',
        'README.md': '# A\n\nRun `make drain-queue`.\n\n```sh\nmake drain-queue # now\n```\n',
        'docs/a.md': '# A\n\n`make queue-drian` and `make gone-for-good`\n',
      },
      findings: [
        "README.md:3:6 warning This page says to run `make drain-queue`, and Makefile has no 'drain-queue'; 2 lines say so. Correct them or restore the target. ×2",
        "docs/a.md:3:2 info 2 references of this page lead nowhere, 'make queue-drian' first (the nearest is queue-drain). Whoever follows one stops there: look through the page and correct them. ×2",
      ],
    },
    {
      name: 'of a changelog, only what never was an address',
      files: { 'CHANGELOG.md': '# 1.0\n\n- [guide](docs/gone.md), ([#7]((https://example.com/7)))\n' },
      findings: [
        "CHANGELOG.md:3:32 info '(https://example.com/7)' leads nowhere (brackets or quotes around an address make it a path). Whoever follows it stops here: correct the address.",
      ],
    },
    {
      name: 'pages that a record leads to are kept up, and its README weighs no more than a plain page',
      files: { 'enhancements/001-queue/README.md': '# Queue\n\n[goals](#goals) [notes](#notes) [design](design.md)\n' },
      findings: [
        "enhancements/001-queue/README.md:3:9 info 2 references of this page lead nowhere, '#goals' first. Whoever follows one stops there: look through the page and correct them. ×2",
        "enhancements/001-queue/README.md:3:42 info 'design.md' does not exist. Whoever follows it stops here: correct the reference or restore the file.",
      ],
    },
    {
      name: 'a plain page counts less than a README, and CONTRIBUTING as much',
      files: {
        'docs/a.md': '# A\n\n[b](b.md)\n',
        'CONTRIBUTING.md': '# Contributing\n\n[style](style.md)\n',
      },
      findings: [
        "CONTRIBUTING.md:3:9 warning 'style.md' does not exist. Whoever follows it stops here: correct the reference or restore the file.",
        "docs/a.md:3:5 info 'b.md' does not exist. Whoever follows it stops here: correct the reference or restore the file.",
      ],
    },
    {
      name: 'links of one page to one missing file or anchor are one finding',
      files: {
        'README.md': '# A\n\n[b](b.md) and [again](b.md), [c](#c) and [again](#c)\n',
      },
      findings: [
        "README.md:3:5 warning 'b.md' does not exist; 2 references lead to it. Correct the reference or restore the file. ×2",
        "README.md:3:34 warning README.md has no heading for '#c'; 2 links lead to it. Correct the anchor or the heading. ×2",
      ],
    },
    {
      name: 'a rollback plan counts as much as a runbook',
      files: { 'docs/rollback.md': '# Rollback\n\n1. Follow [draining](drain.md).\n' },
      findings: [
        "docs/rollback.md:3:22 error 'drain.md' does not exist. Whoever follows it stops here: correct the reference or restore the file.",
      ],
    },
    {
      name: 'a plain page is one finding',
      files: { 'docs/a.md': '# A\n\n[b](b.md) [c](c.md) [d](d/*.md)\n' },
      findings: [
        "docs/a.md:3:5 info 2 references of this page lead nowhere, 'b.md' first. Whoever follows one stops there: look through the page and correct them. ×2",
      ],
    },
    {
      name: 'a scheme that was forgotten twice',
      files: { 'README.md': '# A\n\n[site](www.example.com/docs) and [again](www.example.com/docs)\n' },
      findings: [
        "README.md:3:8 warning 'www.example.com/docs' leads nowhere (the scheme (https://) is missing); 2 references lead to it. Correct the address. ×2",
      ],
    },
    {
      name: 'a # in the name of a file',
      files: { 'README.md': '# A\n\n[site](docs/#1-start.md)\n', 'docs/#1-start.md': '# Start\n' },
      findings: [
        "README.md:3:8 warning 'docs/#1-start.md' leads nowhere (the file is there; an address must write the # of its name as %23). Whoever follows it stops here: correct the address.",
      ],
    },
    {
      name: 'a forgotten scheme',
      files: { 'README.md': '# A\n\n[site](www.example.com/docs)\n' },
      findings: [
        "README.md:3:8 warning 'www.example.com/docs' leads nowhere (the scheme (https://) is missing). Whoever follows it stops here: correct the address.",
      ],
    },
    {
      name: 'a runbook whose links lead back to themselves',
      files: {
        'package.json': '{ "name": "a", "private": true, "repository": "acme/invoices" }\n',
        'runbooks/DiskFull.md': `${ALERT}\n## Runbook\n\n[runbook](https://github.com/acme/invoices/blob/main/runbooks/DiskFull.md#runbook) [runbook](https://github.com/acme/invoices/tree/main/runbooks/DiskFull.md#runbook)\n`,
      },
      findings: [
        'runbooks/DiskFull.md:13:11 warning 2 links of this page lead back to the place they stand on. Whoever hopes for instructions there goes round in a circle: link to the instructions or drop the links. ×2',
      ],
    },
    {
      name: 'one such link',
      files: {
        'package.json': '{ "name": "a", "private": true, "repository": "acme/invoices" }\n',
        'runbooks/DiskFull.md': `${ALERT}\n## Runbook\n\n[runbook](https://github.com/acme/invoices/blob/main/runbooks/DiskFull.md#runbook)\n`,
      },
      findings: [
        "runbooks/DiskFull.md:13:11 warning 'https://github.com/acme/invoices/blob/main/runbooks/DiskFull.md#runbook' leads back to the place it stands on. Whoever hopes for instructions there goes round in a circle: link to the instructions or drop the link.",
      ],
    },
  ],
  skip: [
    { name: 'made-up pages', files: { 'tools/fake-docs/README.md': '# A\n\nSee [b](b.md).\n' } },
    {
      name: 'a record tells what was typed when it was written',
      files: { Makefile: 'a:\n', 'docs/proposals/queue.md': '# Queue\n\nRun `make gone`.\n' },
    },
    {
      name: 'commands of another repository',
      files: { Makefile: 'a:\n', 'README.md': '# A\n\n```sh\ngit clone https://example.com/b.git\nmake gone\n```\n' },
    },
    {
      name: 'what a generator of clients wrote is its business',
      files: {
        'client/.openapi-generator/VERSION': '7.12.0\n',
        'client/README.md': '# Client\n\n[model](docs/Model.md)\n',
      },
    },
    { name: 'a dated post', files: { 'site/posts/2021-04-13-one.md': '# One\n\n[guide](../gone.md)\n' } },
    { name: 'minutes', files: { 'governance/meetings/2022.md': '# May\n\n[guide](../gone.md)\n' } },
    { name: 'a changelog', files: { 'CHANGELOG.md': '# 1.0\n\n[guide](docs/gone.md)\n' } },
    {
      name: 'other hosts and blanks only',
      files: { 'README.md': '# A\n\n[b](https://example.com/x.md) [c](<your-page>)\n' },
    },
    {
      name: 'a template',
      files: { 'docs/adr/template.md': '# Title\n\n[adr](0005-example.md)\n', 'README.md': '# A\n' },
    },
  ],
  unknown: [{ name: 'an address of a site', files: { 'docs/a.md': '# A\n\n[b](/guide/start)\n' } }],
});
