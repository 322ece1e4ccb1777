import { changelogName } from '../changelog/names.ts';

/** What the page is called says that it is about bringing out a release. */
const NAMED =
  /^(?:releas(?:e|es|ing)|(?:how[-_ ]?to[-_ ]?|making[-_ ]?a?[-_ ]?|cut(?:ting)?[-_ ]?a?[-_ ]?|create[-_ ]?a?[-_ ]?|new[-_ ]|build[-_ ]?and[-_ ]?|pre-?)releas(?:e|es|ing)|publish(?:ing)?(?:[-_ ]?(?:a[-_ ])?(?:release|package|version|new[-_ ]version))?|go[-_ ]?live|publishing-a-[\w-]+)$/i;
const NAMED_AFTER =
  /(?:^|[-_ ])releas(?:e|es|ing)[-_ ](?:process|procedures?|check-?list|guide|steps|instructions|how-?to|playbook|runbook|management|manual|workflow|image|build-image|process-and-cadence|tracking|planning|tasks|pr-template|pr_template|template)$/i;
const CHECKLIST =
  /(?:^|[-_ ])(?:go[-_ ]?live|launch|pre[-_ ]?release|pre[-_ ]?launch|deploy(?:ment)?|production(?:[-_ ]readiness)?|prod|release|rollout|cutover)[-_ ]check-?lists?$|^check-?list[-_ ](?:for[-_ ])?(?:release|go[-_ ]?live|launch|deploy)/i;
const FOLDER = /^(?:releas(?:e|ing)|release-(?:process|procedures?|management|checklists?))$/i;
const FORMS = /(?:^|\/)(?:\.github|\.gitlab)\/(?:issue_templates?|pull_request_template|merge_request_templates)\//i;
const FORM_NAME = /(?:^|[-_ ])(?:releas(?:e|es|ing)|go[-_ ]?live|rollout)(?:[-_ ]|$)/i;
/** Forms that ask for a text about a release, or for a feature of it. */
const OTHER_FORM = /notes|request|bug|blocker|cve|announce/i;
/** Folders whose pages are something else. */
const OTHER_FOLDER =
  /^(?:adrs?|decisions?|decision[-_]records?|rfcs?|proposals?|enhancements?|keps?|blog|posts|news|articles|release-?notes|releases|change-?logs?|post-?mortems?|reference|api|research|plans?|specs?|security)$/i;
/** Folders of programs: a README in their folder `release` tells about code. */
const CODE_FOLDER = /^(?:tools?|internal|cmd|pkg|src|lib|scripts)$/i;
const OTHER_NAME =
  /cycle|schedule|cadence(?<!process-and-cadence)|notes|template$|policy|versioning|support|calendar|strategy|version$|team|security|vulnerab/i;

export type PathWord = 'form' | 'checklist' | 'named' | 'folder';

const stemOf = (path: string): string =>
  path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.(?:html|md|markdown|mdx|rst|adoc|asciidoc|txt|ya?ml))+$/i, '');

/** Part of every name above: most paths end here. */
const MAY_SAY = /releas|publish|go[-_ ]?live|check-?list|rollout/i;

/** The strongest word of a path about releasing; undefined when the path says nothing or something else. */
export function pathWord(path: string): PathWord | undefined {
  if (!MAY_SAY.test(path)) return undefined;
  const stem = stemOf(path);
  const folders = path.split('/').slice(0, -1);
  if (FORMS.test(path)) return FORM_NAME.test(stem) && !OTHER_FORM.test(stem) ? 'form' : undefined;
  if (/\.ya?ml$/i.test(path) || folders.some((folder) => OTHER_FOLDER.test(folder))) return undefined;
  if (/security/i.test(stem)) return undefined;
  if (CHECKLIST.test(stem)) return 'checklist';
  if (NAMED.test(stem) || NAMED_AFTER.test(stem)) return 'named';
  if (changelogName(`${stem}.md`) !== undefined || OTHER_NAME.test(stem)) return undefined;
  if (folders.some((folder) => CODE_FOLDER.test(folder))) return undefined;
  return folders.some((folder) => FOLDER.test(folder)) ? 'folder' : undefined;
}
