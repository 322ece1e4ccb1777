import { UsageError } from '@shipworthy/audit/usage-error';
import { PRESETS, QUALITIES, SEVERITIES, STAGES } from '@shipworthy/model';
import { API_VERSION, type PackagedReporter, type Rule, type RulePackage } from '@shipworthy/rule-kit';

/** What the entry of a package exports; a CommonJS one keeps all of it under `default`. */
export type PackageExports = Readonly<Record<string, unknown>>;

/** https://github.com/npm/validate-npm-package-name: what npm takes for new packages, without its length. */
const PACKAGE_NAME = /^(?:@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*$/;
/** The prefix of a package's rule ids. */
const PREFIX = /^@?[a-z][a-z0-9-]*$/;

/** A package that cannot be used, and what to do (exit code 3). */
export const refuse = (name: string, fault: string, advice: string, cause?: unknown): UsageError =>
  new UsageError(`package ${name} ${fault}`, advice, cause === undefined ? undefined : { cause });

/** @throws UsageError for paths and addresses: only names lead into shipworthy's own install. */
export function nameOf(name: string): string {
  if (PACKAGE_NAME.test(name)) return name;
  throw new UsageError(
    `'${name}' is not the name of a package`,
    'Packages load by name, from where shipworthy is installed; paths and addresses do not.',
  );
}

/**
 * The exports as a package.
 * @throws UsageError when they are not one, or when something in it exists already.
 */
export function validPackage(
  name: string,
  exported: PackageExports,
  known: { readonly rules: readonly string[]; readonly formats: readonly string[] },
): RulePackage {
  const content = hasContent(exported) || !isRecord(exported.default) ? exported : exported.default;
  if (!hasContent(content))
    throw refuse(name, 'exports neither rules nor reporters', 'See docs/writing-rules.md: export const rules = [...].');
  const rules = listOf(name, 'rules', content.rules, isRule, 'Make each with defineRule of @shipworthy/rule-kit.');
  const reporters = listOf(
    name,
    'reporters',
    content.reporters,
    isReporter,
    'Make each with defineReporter of @shipworthy/rule-kit.',
  );
  for (const { api } of [...rules, ...reporters])
    if (api !== API_VERSION)
      throw refuse(
        name,
        `is made for version ${api} of the rule-kit's interface; this shipworthy speaks ${API_VERSION}`,
        api > API_VERSION ? 'Use a newer shipworthy.' : 'Use a newer version of the package.',
      );
  checkIds(name, content.prefix, rules, known.rules);
  for (const reporter of reporters)
    if (known.formats.includes(reporter.name) || reporters.filter((other) => other.name === reporter.name).length > 1)
      throw refuse(name, `has a reporter '${reporter.name}', which there is already`, 'Give it another name.');
  return { name: typeof content.name === 'string' && content.name !== '' ? content.name : name, rules, reporters };
}

function checkIds(name: string, prefix: unknown, rules: readonly Rule[], known: readonly string[]): void {
  if (rules.length === 0) return;
  if (typeof prefix !== 'string' || !PREFIX.test(prefix))
    throw refuse(name, 'exports no prefix for its rules', "Export one in lower case: export const prefix = 'acme'.");
  if (known.some((id) => id.split('/').length === 2 && id.startsWith(`${prefix}/`)))
    throw refuse(name, `has the prefix '${prefix}', which is the name of an artifact`, 'Choose another one.');
  for (const [index, { id }] of rules.entries()) {
    if (!id.startsWith(`${prefix}/`) || id.split('/').length !== 3)
      throw refuse(name, `has a rule '${id}' without its prefix`, `Call it ${prefix}/artifact/aspect.`);
    if (known.includes(id) || rules.findIndex((other) => other.id === id) !== index)
      throw refuse(name, `has a rule '${id}', which there is already`, 'Give it another id.');
  }
}

const hasContent = (exported: PackageExports): boolean =>
  exported.rules !== undefined || exported.reporters !== undefined;

function listOf<T>(
  name: string,
  what: string,
  value: unknown,
  isOne: (item: unknown) => item is T,
  advice: string,
): readonly T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw refuse(name, `exports ${what} that are not a list`, advice);
  const items: readonly unknown[] = value;
  const odd = items.findIndex((item) => !isOne(item));
  if (odd >= 0) throw refuse(name, `exports ${what}, of which number ${odd + 1} is none`, advice);
  return items.filter(isOne);
}

const isRecord = (value: unknown): value is PackageExports => typeof value === 'object' && value !== null;

const among = (value: unknown, words: readonly string[]): boolean => typeof value === 'string' && words.includes(value);

const allAmong = (value: unknown, words: readonly string[]): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((item) => among(item, words));

function isRule(value: unknown): value is Rule {
  return (
    isRecord(value) &&
    typeof value.api === 'number' &&
    typeof value.id === 'string' &&
    typeof value.title === 'string' &&
    typeof value.subject === 'string' &&
    typeof value.check === 'function' &&
    isRecord(value.needs) &&
    isRecord(value.messages) &&
    (value.page === undefined || (isRecord(value.page) && typeof value.page.href === 'string')) &&
    allAmong(value.stages, STAGES) &&
    allAmong(value.qualities, QUALITIES) &&
    among(value.severity, SEVERITIES) &&
    among(value.preset, PRESETS)
  );
}

function isReporter(value: unknown): value is PackagedReporter {
  return (
    isRecord(value) &&
    typeof value.api === 'number' &&
    typeof value.name === 'string' &&
    typeof value.render === 'function'
  );
}
