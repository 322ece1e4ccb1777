import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import type { RulesJson } from '@shipworthy/reporters/json';
import { type Catalogue, catalogueOf } from '../catalogue-of.ts';
import type { Context } from '../context.ts';
import { deliver } from '../output.ts';
import { textOptions } from './text-options.ts';

export interface RulesArguments {
  readonly format: 'text' | 'json';
  readonly loadPackages: readonly string[];
  readonly color: boolean | undefined;
}

/** @throws UsageError for a package that cannot be used. */
export async function rules(asked: RulesArguments, { env }: Context): Promise<ExitCode> {
  const { format, color, loadPackages } = asked;
  const catalogue = catalogueJson(await catalogueOf(loadPackages));
  const text =
    format === 'json'
      ? (await import('@shipworthy/reporters/json')).renderRulesJson(catalogue)
      : (await import('@shipworthy/reporters/text')).renderRulesText(catalogue, textOptions({ color, env }));
  await deliver(text, undefined);
  return EXIT.ok;
}

/** Every rule, by id. */
function catalogueJson({ packages }: Catalogue): RulesJson {
  const entries = packages.flatMap(({ name, rules: ofPackage }) =>
    ofPackage.map(({ id, title, stages, qualities, severity, preset, page }) => ({
      id,
      title,
      stage: stages[0],
      stages,
      qualities,
      severity,
      preset,
      package: name,
      docs: page?.href ?? `docs/rules/${id}.md`,
    })),
  );
  return { schema: 1, rules: entries.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
