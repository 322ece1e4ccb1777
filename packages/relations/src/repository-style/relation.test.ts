import { expect, test } from '@jest/globals';
import { contextOf, REPOSITORY } from '../testing/facts.ts';
import { repositoryStyle } from './relation.ts';

const styleOf = (paths: readonly string[]) => {
  const link = repositoryStyle.build(contextOf([], paths))(REPOSITORY);
  return link.state === 'resolved' ? link.to.path : link.state;
};

test.each([
  [['.eslintrc.json', '.editorconfig'], '.eslintrc.json'],
  [['.editorconfig', 'web/biome.json'], 'web/biome.json'],
  [['.editorconfig'], '.editorconfig'],
  [['web/.prettierrc', '.golangci.yml'], '.golangci.yml'],
  [['vendor/a/.golangci.yml', 'src/deep/down/here/.eslintrc'], 'missing'],
  [['eslint.md', 'docs/ruff.md'], 'missing'],
])('%j: %s', (paths, style) => {
  expect(styleOf(paths)).toBe(style);
});
