import type { Artifact } from '@shipworthy/model';
import { isNamedPage, PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import { readJson } from '../formats/json/read-json.ts';
import { readYaml } from '../formats/yaml/index.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { budgetsOfCode } from './code-budgets.ts';
import { type Budget, budgetsIn } from './json-budgets.ts';
import { budgetOfPage } from './page-budgets.ts';

const PAGES: readonly string[] = PAGE_EXTENSIONS;

/** Nothing of the page says so, the configuration does. */
const DECLARED: Budget = { form: 'page', limits: [], why: 'the configuration says so' };

/** The budgets of a file, one artifact for each tool that reads one. */
export function parsePerformanceBudgets(file: RepositoryFile): Parsed<'performance-budget'> {
  return { artifacts: budgetsOf(file).map((budget) => artifactOf(file, budget)), problems: [] };
}

function budgetsOf(file: RepositoryFile): readonly Budget[] {
  const declared = file.declared.includes('performance-budget');
  const name = file.baseName.toLowerCase();
  const extension = name.slice(name.lastIndexOf('.') + 1);
  if (PAGES.includes(extension) || isNamedPage(file.baseName))
    return [budgetOfPage(file.once(pageOf), file.path, file.text) ?? (declared ? DECLARED : [])].flat();
  if (/^(?:[cm]?[jt]s|scala|kt|java)$/.test(extension)) return budgetsOfCode(file.text, name);
  if (/^ya?ml$/.test(extension)) return readYaml(file).documents.flatMap(({ root }) => budgetsIn(root, name));
  const { root } = readJson(file);
  return root ? budgetsIn(root, name) : [];
}

function artifactOf(file: RepositoryFile, { form, limits, why }: Budget): Artifact<'performance-budget'> {
  return {
    kind: 'performance-budget',
    path: file.path,
    pathClass: file.pathClass,
    level: /^(?:load-test)$/.test(form) ? 'scraped' : 'parsed',
    confidence: form === 'page' ? 0.7 : 0.85,
    why: [why],
    id: file.path,
    facts: { form, limits },
  };
}
