import type { Finding } from '@shipworthy/model';
import { nextStep } from './next-step.ts';
import type { Style } from './style.ts';
import { wrap } from './wrap.ts';

/** The one best next step; nothing where there is nothing to do. */
export function nextLines(findings: readonly Finding[], style: Style): string[] {
  const next = nextStep(findings);
  if (!next) return [];
  const label = 'Next: ';
  const hanging = ' '.repeat(label.length);
  const [first = '', ...rest] = wrap(next.todo, style.width, hanging, hanging);
  return [
    style.strong(label) + first.trimStart(),
    ...rest,
    `${hanging}${style.dim('More:')} shipworthy explain ${next.rule}`,
  ];
}
