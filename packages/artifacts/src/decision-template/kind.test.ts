import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { decisionTemplateKind } from './kind.ts';

const parse = await decisionTemplateKind.load();
const read = (path: string, text: string) => {
  const file = new RepositoryFile(path, 'template', text);
  return decisionTemplateKind.sniff(file) ? parse(file).artifacts[0] : undefined;
};
const ADR = '# NUMBER. TITLE\n\n## Status\n\nSTATUS\n\n## Context\n\nx\n\n## Decision\n\nx\n\n## Consequences\n\nx\n';
const KEP = '# KEP-NNNN\n\n## Summary\n\n## Motivation\n\n### Goals\n\n## Proposal\n\n## Alternatives\n';

describe('templates of records', () => {
  test.each([
    ['docs/adr/template.md', ADR, 'record'],
    ['docs/adr/0000-template.md', ADR, 'record'],
    ['docs/adr/adr000-template.md', ADR, 'record'],
    ['src/template.md', ADR, 'record'],
    ['docs/proposals/001-proposal-template.md', KEP, 'proposal'],
    ['keps/NNNN-kep-template/README.md', KEP, 'proposal'],
    ['enhancements/YYYYMMDD-template.md', KEP, 'proposal'],
  ])('%s', (path, text, form) => {
    expect(read(path, text)?.facts.form).toBe(form);
  });
});

test.each([
  ['docs/adr/0002-switch-to-the-project-template.md', ADR],
  ['.github/PULL_REQUEST_TEMPLATE.md', ADR],
  ['.github/ISSUE_TEMPLATE/decision.md', ADR],
  ['docs/runbooks/template.md', '# Runbook\n\n## Impact\n\nx\n'],
])('%s is none', (path, text) => {
  const file = new RepositoryFile(path, 'authored', text);
  expect(decisionTemplateKind.sniff(file) ? parse(file).artifacts : []).toEqual([]);
});
