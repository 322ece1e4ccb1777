import type { ReadProblem, SecurityPolicyFacts } from '@shipworthy/model';
import { pageOf } from '../document/page-of.ts';
import { readYaml } from '../formats/yaml/index.ts';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { readPolicyPage } from './page.ts';
import { readSecurityInsights } from './security-insights.ts';
import { readSecurityTxt } from './security-txt.ts';

const PATH_AND_CONTENT = 0.85;
/** Where the forges look for SECURITY.md. */
const POLICY_FOLDERS = /^(?:(?:\.github|\.gitlab|docs)\/)?$/;
const POLICY_NAME = /^security(?:\.(?:md|markdown|rst|adoc|asciidoc|txt))?$/i;
const SECURITY_TXT = /(?:^|\/)security\.txt$/i;
const INSIGHTS = /^security[-_]insights\.ya?ml$/i;
/** A page below `docs/` may be about any security; of a policy it says how to report. */
const REPORTS =
  /\breport(?:s|ing|ed)?\b[^.\n]{0,80}\b(?:vulnerab|secur|issue)|\b(?:vulnerab\w+|security (?:issue|problem|bug|hole)s?)\b[^.\n]{0,100}\b(?:report|disclos|contact|e-?mail|let us know)|responsible disclosure|sicherheitslücken? (?:melden|meldung)|signaler une (?:faille|vulnérabilité)|脆弱性[^\n]{0,20}報告|报告[^\n]{0,20}漏洞/i;

function sniff({ path, baseName, folder, text }: RepositoryFile): boolean {
  if (INSIGHTS.test(baseName)) return true;
  if (SECURITY_TXT.test(path)) return /^contact[ \t]*:/im.test(text) || isPolicyPlace(path, baseName);
  if (!isPolicyPlace(path, baseName) || text.trim() === '') return false;
  return folder !== 'docs' || REPORTS.test(text);
}

const isPolicyPlace = (path: string, baseName: string): boolean =>
  POLICY_NAME.test(baseName) && POLICY_FOLDERS.test(path.slice(0, path.length - baseName.length).toLowerCase());

function parse(file: RepositoryFile): Parsed<'security-policy'> {
  if (INSIGHTS.test(file.baseName)) {
    const { documents, problems } = readYaml(file);
    for (const { root } of documents) {
      const facts = readSecurityInsights(root);
      if (facts) return found(file, facts, ['named SECURITY-INSIGHTS', 'a header with a schema version']);
    }
    return {
      artifacts: [],
      problems: problems.map(({ what, at, effect }): ReadProblem => ({ kind: 'security-policy', what, at, effect })),
    };
  }
  const txt = SECURITY_TXT.test(file.path) ? readSecurityTxt(file.text) : undefined;
  if (txt) return found(file, txt, ['named security.txt', `${txt.channels.length} contacts`]);
  if (!isPolicyPlace(file.path, file.baseName) && !file.declared.includes('security-policy'))
    return { artifacts: [], problems: [] };
  const page = file.once(pageOf);
  const facts = readPolicyPage(page, file.text);
  const why = ['named SECURITY where a forge looks for it', `${facts.channels.length} ways to report`];
  return found(file, facts, why, page.title);
}

function found(
  { path, pathClass }: RepositoryFile,
  facts: SecurityPolicyFacts,
  why: readonly string[],
  title?: string,
): Parsed<'security-policy'> {
  const named = title === undefined ? {} : { title };
  const [confidence, level] = [PATH_AND_CONTENT, 'parsed' as const];
  return {
    artifacts: [{ kind: 'security-policy', path, pathClass, level, confidence, why, id: path, ...named, facts }],
    problems: [],
  };
}

/** How somebody who found a hole can tell: SECURITY.md where a forge looks for it, security.txt, SECURITY-INSIGHTS. */
export const securityPolicyKind: KindModule<'security-policy'> = {
  kind: 'security-policy',
  factsVersion: 5,
  paths: { test: (baseName) => POLICY_NAME.test(baseName) || INSIGHTS.test(baseName) },
  notIn: NEVER_OURS,
  sniff,
  load: async () => parse,
  elements: ({ facts }) => facts.channels.map(({ form, value, at }) => listed('channel', `${form} ${value}`, at)),
};
