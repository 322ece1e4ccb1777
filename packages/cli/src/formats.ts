import { UsageError } from '@shipworthy/audit/usage-error';
import type { Reporter } from '@shipworthy/model';
import type { RulePackage } from '@shipworthy/rule-kit';
import { FORMATS, REPORTER_NAMES, TEXT } from './format-names.ts';
import { nearest } from './nearest.ts';

/** What this build renders besides text, loaded when it is asked for. */
const REPORTERS: Readonly<Record<(typeof REPORTER_NAMES)[number], () => Promise<Reporter>>> = {
  json: async () => (await import('@shipworthy/reporters/json')).json,
  sarif: async () => (await import('@shipworthy/reporters/sarif')).sarif,
  markdown: async () => (await import('@shipworthy/reporters/markdown')).markdown,
  github: async () => (await import('@shipworthy/reporters/github')).github,
};

/** Of these formats it is known that they print no evidence of what passed, so that it need not be located. */
export const WITHOUT_EVIDENCE: readonly string[] = [TEXT, 'sarif', 'markdown', 'github'];

/**
 * The reporter of a format: this build's or a loaded package's; undefined for text.
 * @throws UsageError for a format that nobody has, naming those there are.
 */
export async function reporterOf(format: string, packages: readonly RulePackage[]): Promise<Reporter | undefined> {
  if (format === TEXT) return undefined;
  const builtIn = REPORTER_NAMES.find((name) => name === format);
  if (builtIn) return REPORTERS[builtIn]();
  const loaded = packages.flatMap(({ reporters = [] }) => reporters);
  const found = loaded.find(({ name }) => name === format);
  if (found) return found;
  const known = [...FORMATS, ...loaded.map(({ name }) => name)];
  const [near] = nearest(format, known);
  const help = 'Packages may bring more: --load-packages NAME';
  throw new UsageError(
    `--format cannot be "${format}"; it is one of ${known.join(', ')}`,
    near ? `Did you mean ${near}? ${help}` : help,
  );
}
