import type { RulesJson } from '@shipworthy/reporters/json';
import { rulePackages } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { deliver } from '../output.ts';
import { textOptions } from './text-options.ts';

export interface RulesArguments {
  readonly format: 'text' | 'json';
  readonly color: boolean | undefined;
}

export async function rules({ format, color }: RulesArguments, { env }: Context): Promise<ExitCode> {
  const catalogue = catalogueJson();
  const text =
    format === 'json'
      ? (await import('@shipworthy/reporters/json')).renderRulesJson(catalogue)
      : (await import('@shipworthy/reporters/text')).renderRulesText(catalogue, textOptions({ color, env }));
  await deliver(text, undefined);
  return EXIT.ok;
}

/** Every rule, by id. */
function catalogueJson(): RulesJson {
  const entries = rulePackages.flatMap(({ name, rules: ofPackage }) =>
    ofPackage.map(({ id, title, stages, qualities, severity, preset }) => ({
      id,
      title,
      stage: stages[0],
      stages,
      qualities,
      severity,
      preset,
      package: name,
      docs: `docs/rules/${id}.md`,
    })),
  );
  return { schema: 1, rules: entries.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
