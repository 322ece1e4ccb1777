import type { Rule } from '@shipworthy/rule-kit';
import { nearest } from '../nearest.ts';
import { checkRuleName, checkRules } from './check-rules.ts';
import { isDay } from './day.ts';
import type { Complain } from './fault.ts';
import { globFault } from './glob.ts';
import { type ConfigNode, entriesOf, itemsOf, type PlacedText, textOf, textsOf, valueAt } from './tree.ts';

/** What a configuration is held against. */
export interface Surroundings {
  readonly rules: readonly Rule[];
  /** Every file of the repository. */
  readonly paths: readonly string[];
  /** `2026-12-31` */
  readonly today: string;
}

const ROOT = '.';

/**
 * Complains of what is written right and means nothing: names that nothing answers to, globs, days, folders. Walks the
 * tree and not the values, so that it also finds what stands beside a mistake of shape.
 */
export function checkMeaning(root: ConfigNode, around: Surroundings, complain: Complain): void {
  const { rules } = around;
  checkRules(valueAt(root, 'rules'), rules, complain);
  for (const override of itemsOf(valueAt(root, 'overrides'))) {
    checkRules(valueAt(override, 'rules'), rules, complain);
    checkGlobs(textsOf(valueAt(override, 'files')), complain);
  }
  checkGlobs(textsOf(valueAt(root, 'ignore')), complain);
  checkGlobs(
    entriesOf(valueAt(root, 'pathClasses')).map(({ key, keySpan }) => ({ text: key, at: keySpan })),
    complain,
  );
  for (const { value } of entriesOf(valueAt(root, 'artifacts'))) checkGlobs(textsOf(value), complain);
  for (const { value } of entriesOf(valueAt(root, 'areas')))
    checkGlobs(textsOf(value.kind === 'map' ? valueAt(value, 'paths') : value), complain);
  for (const { value } of entriesOf(valueAt(root, 'components'))) checkFolder(textOf(value), around, complain);
  for (const { key, keySpan, value } of entriesOf(valueAt(root, 'runbookSites'))) {
    checkAddress({ text: key, at: keySpan }, complain);
    checkFolder(textOf(value), around, complain);
  }
  for (const entry of itemsOf(valueAt(root, 'evidence'))) checkEvidence(entry, around, complain);
  for (const entry of itemsOf(valueAt(root, 'questions'))) checkReviewed(entry, around, complain);
  for (const entry of itemsOf(valueAt(root, 'exemptions'))) checkExemption(entry, around, complain);
}

function checkGlobs(globs: readonly PlacedText[], complain: Complain): void {
  for (const { text, at } of globs) {
    const fault = globFault(text);
    if (fault) complain(at, fault.what, fault.advice);
  }
}

function checkFolder(folder: PlacedText | undefined, { paths }: Surroundings, complain: Complain): void {
  if (!folder) return;
  const path = folderPath(folder.text);
  if (path === '' || paths.some((file) => file.startsWith(`${path}/`))) return;
  const folders = new Set(paths.flatMap((file) => (file.includes('/') ? [file.slice(0, file.lastIndexOf('/'))] : [])));
  const [near] = nearest(path, [...folders]);
  complain(
    folder.at,
    `there is no folder ${folder.text}`,
    near ? `Did you mean ${near}?` : `Write it from the root of the repository; the root itself is ${ROOT}.`,
  );
}

/** A folder as the configuration writes it, as a path of the tree: '' for the root. */
export const folderPath = (written: string): string => written.replace(/^\.\/|\/+$/g, '').replace(/^\.$/, '');

function checkAddress({ text, at }: PlacedText, complain: Complain): void {
  if (/^https?:\/\/[^/\s]/.test(text)) return;
  complain(
    at,
    `'${text}' is no address`,
    `Begin it with its scheme: https://${text.replace(/^(?:[\w+.-]*:)?\/\//, '') || 'runbooks.example.org'}`,
  );
}

function checkEvidence(entry: ConfigNode, around: Surroundings, complain: Complain): void {
  const rule = textOf(valueAt(entry, 'rule'));
  const kind = valueAt(entry, 'kind');
  if (rule && rule.text !== '*') checkRuleName(rule, around.rules, complain);
  if (rule?.text === '*')
    complain(
      rule.at,
      "evidence for '*' would answer everything",
      'Name the rule, or the kind, that is kept elsewhere.',
    );
  if (entry.kind === 'map' && (rule === undefined) === (kind === undefined))
    complain(
      [entry.span[0], entry.span[0] + 1],
      rule
        ? 'an entry of evidence names both a rule and a kind'
        : 'an entry of evidence names neither a rule nor a kind',
      'Name one of them: rule: artifact/aspect, or kind: dashboard.',
    );
  checkReviewed(entry, around, complain);
  checkDay(textOf(valueAt(entry, 'expires')), complain);
}

function checkReviewed(entry: ConfigNode, { today }: Surroundings, complain: Complain): void {
  const reviewed = textOf(valueAt(entry, 'reviewed'));
  if (!reviewed || !checkDay(reviewed, complain) || reviewed.text <= today) return;
  complain(reviewed.at, `reviewed on ${reviewed.text}, which is still to come`, `Today is ${today}.`);
}

function checkExemption(entry: ConfigNode, { rules }: Surroundings, complain: Complain): void {
  const rule = textOf(valueAt(entry, 'rule'));
  const paths = textsOf(valueAt(entry, 'paths'));
  if (rule?.text === '*') {
    if (paths.length === 0)
      complain(rule.at, "an exemption from '*' without paths would accept everything", 'Name the rule, or the paths.');
  } else if (rule) checkRuleName(rule, rules, complain);
  checkGlobs(paths, complain);
  checkDay(textOf(valueAt(entry, 'expires')), complain);
}

/** The shape of a day is the schema's to check; that it exists is not. */
function checkDay(day: PlacedText | undefined, complain: Complain): boolean {
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day.text)) return false;
  if (isDay(day.text)) return true;
  complain(day.at, `there is no day ${day.text}`, 'Write the year, the month and the day: 2026-12-31.');
  return false;
}
