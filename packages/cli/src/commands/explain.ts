import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import { rulePage } from '@shipworthy/audit/rule-page';
import { unknownRule } from '@shipworthy/audit/unknown-rule';
import { catalogueOf } from '../catalogue-of.ts';
import type { Context } from '../context.ts';
import { deliver } from '../output.ts';
import { textOptions } from './text-options.ts';

export interface ExplainArguments {
  readonly rule: string;
  readonly loadPackages: readonly string[];
  readonly color: boolean | undefined;
}

/** @throws UsageError for a rule that does not exist, naming the nearest, or a package that cannot be used. */
export async function explain(asked: ExplainArguments, { pages, env }: Context): Promise<ExitCode> {
  const { rule: id, color, loadPackages } = asked;
  const { rules } = await catalogueOf(loadPackages);
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw unknownRule(id, rules);
  const { renderPage } = await import('@shipworthy/reporters/text');
  await deliver(renderPage(rulePage(rule, pages), textOptions({ color, env })), undefined);
  return EXIT.ok;
}
