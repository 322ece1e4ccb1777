import type { Purpose } from '@shipworthy/model';
import { layerIn } from './test-layers.ts';

/** Words of a target whose commands cannot be seen, by what such targets do nearly everywhere. */
const CONVENTIONS: readonly (readonly [Purpose, RegExp])[] = [
  ['format', /^(?:fmt|format|prettier|style|code-?style|black|isort|rubocop-format)(?:$|[-:_.])/i],
  ['types', /^(?:types?|type-?checks?|check-types|tsc|mypy|pyright|phpstan|psalm|static-?analysis)(?:$|[-:_.])/i],
  [
    'lint',
    /^(?:lint\w*|linters?|eslint|flake8|pylint|rubocop|standard|checkstyle|ruff|pre-?commit|vet|golangci)(?:$|[-:_.])/i,
  ],
  ['documentation', /^(?:docs?|documentation|storybook)(?:$|[-:_.])/i],
  ['build', /^(?:build|compile|package|dist|assemble|bundle)(?:$|[-:_.])/i],
  ['publish', /^(?:publish|release|upload)(?:$|[-:_.])/i],
  ['deploy', /^deploy(?:$|[-:_.])/i],
];
const TEST =
  /^(?:tests?|specs?|unit\w*|check|vitest|jest|pytest|e2e\w*|integration\w*|py\d*|pypy\d*|coverage)(?:$|[-:_.])/i;

/** What a target is for by its name alone: only where a tool is known that runs it by convention. */
export function purposeOfName(name: string): Purpose | undefined {
  if (TEST.test(name)) return layerIn(name) ?? 'unit';
  return CONVENTIONS.find(([, words]) => words.test(name))?.[0];
}
