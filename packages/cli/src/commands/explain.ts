import { readFileSync } from 'node:fs';
import type { Rule } from '@shipworthy/rule-kit';
import { allRules } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { deliver } from '../output.ts';
import { unknownRule } from '../unknown-rule.ts';
import { textOptions } from './text-options.ts';

export interface ExplainArguments {
  readonly rule: string;
  readonly color: boolean | undefined;
}

/** @throws UsageError for a rule that does not exist, naming the nearest. */
export async function explain({ rule: id, color }: ExplainArguments, { pages, env }: Context): Promise<ExitCode> {
  const rule = allRules.find((candidate) => candidate.id === id);
  if (!rule) throw unknownRule(id);
  const { renderPage } = await import('@shipworthy/reporters/text');
  await deliver(renderPage(pageOf(rule, pages), textOptions({ color, env })), undefined);
  return EXIT.ok;
}

/** The rule's page; a build that was made without pages still says what the rule itself knows. */
function pageOf({ id, title, severity, preset, stages, qualities }: Rule, pages: URL): string {
  try {
    return readFileSync(new URL(`${id}.md`, pages), 'utf8');
  } catch {
    const facts = `Severity ${severity}, preset ${preset}, stage ${stages.join(', ')}, quality ${qualities.join(', ')}.`;
    return `# ${id}\n\n${title}.\n\n${facts}\n`;
  }
}
