import type { Audit } from '@shipworthy/model';
import type { Style } from './style.ts';
import { visible } from './visible.ts';
import { counted, wrap } from './wrap.ts';

/** How what is asked because of an inference is asked in full, or not at all. */
export function inferredLines({ findings, profile }: Audit, style: Style): string[] {
  const hints = findings.filter(({ inferred }) => inferred).length;
  const [first] = profile.archetypes;
  if (hints === 0 || !first) return [];
  const name = visible(first.name);
  const text = `${counted(hints, 'info')} would be ${hints === 1 ? 'a warning' : 'warnings'} if the repository said what it is: ${name} is inferred. Say it in .shipworthy.yaml: archetype: ${name}`;
  return wrap(text, style.width, '', '').map((line) => style.dim(line));
}
