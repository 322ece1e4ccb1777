import type { PathClass, SourceEntry } from '@shipworthy/model';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { readGitattributes } from './gitattributes.ts';
import { isTranslatedPage } from './translated.ts';
import {
  ABOUT,
  ABOUT_BELOW_GITHUB,
  ABOUT_NAME,
  ABOUT_NAMES,
  ARCHIVED,
  ARCHIVED_SEGMENT,
  DATA_NAME,
  DOCUMENTATION,
  EXAMPLE_SEGMENT,
  EXAMPLE_STEM,
  EXAMPLES,
  FORGE_FORM,
  GENERATED,
  GENERATED_NAME,
  GENERATED_SEGMENT,
  GOVERNANCE,
  INVALID_STEM,
  LOCALE,
  LOCK_FILES,
  NUMBERED_RECORD,
  PAGE,
  PIPELINES,
  READ_BY_FORGE,
  RUNTIME_TEMPLATES,
  SCRATCH,
  SKELETON_SEGMENT,
  SPEC,
  TEMPLATE_SEGMENT,
  TEMPLATE_STEM,
  TEST_CODE,
  TEST_CODE_SEGMENT,
  TEST_DATA,
  TEST_DATA_STEM,
  TESTING,
  TRANSLATIONS,
  VENDORED,
  VENDORED_SEGMENT,
  WORKFLOW,
} from './words.ts';

/** What a folder's own path says of the files in it. */
interface FolderTraits {
  readonly vendored: boolean;
  readonly testData: boolean;
  readonly testCode: boolean;
  /** A system reads pipelines in it. */
  readonly pipelines: boolean;
  /** Test code unless the file is a page. */
  readonly testing: boolean;
  readonly skeleton: boolean;
  /** Pages in it are there to be copied. */
  readonly templates: boolean;
  /** Forms of the forge lie in it. */
  readonly forgeForm: boolean;
  readonly about: boolean;
  readonly example: boolean;
  /** Data in it is tried out by developers. */
  readonly scratch: boolean;
  readonly archived: boolean;
  /** Pages in it tell of a release that is over. */
  readonly snapshot: boolean;
  /** Below i18n, locales...: strings; `locale`: and below one locale of it. */
  readonly translations: boolean;
  readonly locale: boolean;
  readonly generated: boolean;
  readonly documentation: boolean;
  /** Directly `.github`, where some folder names have a meaning of their own. */
  readonly github: boolean;
  /** Below a folder of `.github` that only workflows read. */
  readonly workflowData: boolean;
  /** A copy of another repository, left as it came. */
  readonly copied: boolean;
}

const ROOT: FolderTraits = {
  vendored: false,
  testData: false,
  testCode: false,
  pipelines: false,
  testing: false,
  skeleton: false,
  templates: false,
  forgeForm: false,
  about: false,
  example: false,
  scratch: false,
  archived: false,
  snapshot: false,
  translations: false,
  locale: false,
  generated: false,
  documentation: false,
  github: false,
  workflowData: false,
  copied: false,
};

/**
 * Says for every path of a tree what it is before anything else. Exactly one class each; folders are judged once.
 * `gitattributes`: the text of the root's file, or the texts of all such files by path.
 */
export function classifyPaths(
  entries: readonly SourceEntry[],
  gitattributes: string | ReadonlyMap<string, string> | undefined,
): (path: string) => PathClass {
  const files = typeof gitattributes === 'string' ? new Map([['.gitattributes', gitattributes]]) : gitattributes;
  const overridesOf = readGitattributes(files ?? new Map());
  const evidence = gatherEvidence(entries);
  const folders = new Map<string, FolderTraits>([['', ROOT]]);
  const classes = new Map<string, PathClass>();

  const traitsOf = (folder: string): FolderTraits => {
    const known = folders.get(folder);
    if (known) return known;
    const cut = folder.lastIndexOf('/');
    const traits = descend(traitsOf(folder.slice(0, Math.max(0, cut))), folder, folder.slice(cut + 1), evidence);
    folders.set(folder, traits);
    return traits;
  };

  // Listings are sorted: most paths lie in the folder of the one before.
  let latest = { prefix: '', traits: ROOT };
  const traitsAround = (path: string, cut: number): FolderTraits => {
    if (cut + 1 !== latest.prefix.length || !path.startsWith(latest.prefix))
      latest = { prefix: path.slice(0, cut + 1), traits: traitsOf(path.slice(0, Math.max(0, cut))) };
    return latest.traits;
  };

  return (path) => {
    const known = classes.get(path);
    if (known) return known;
    const cut = path.lastIndexOf('/');
    const answer = evidence.submodules.has(path)
      ? 'vendored'
      : classOf(path, path.slice(cut + 1), traitsAround(path, cut), overridesOf(path), evidence);
    classes.set(path, answer);
    return answer;
  };
}

function descend(above: FolderTraits, folder: string, name: string, evidence: Evidence): FolderTraits {
  const segment = name.toLowerCase();
  const testCode =
    TEST_CODE.has(segment) ||
    TEST_CODE_SEGMENT.test(segment) ||
    (SPEC.has(segment) && evidence.specFolders.has(folder));
  return {
    vendored:
      above.vendored || VENDORED.has(segment) || VENDORED_SEGMENT.test(segment) || evidence.submodules.has(folder),
    testData: above.testData || TEST_DATA.has(segment),
    pipelines: above.pipelines || PIPELINES.has(segment),
    testCode: above.testCode || (testCode && !above.documentation && !above.pipelines),
    testing: above.testing || (segment === TESTING && !above.documentation && !above.pipelines),
    skeleton: above.skeleton || SKELETON_SEGMENT.test(segment) || RUNTIME_TEMPLATES.test(folder),
    templates: above.templates || TEMPLATE_SEGMENT.test(segment),
    forgeForm: above.forgeForm || FORGE_FORM.test(segment),
    about:
      above.about ||
      ABOUT.has(segment) ||
      (above.github && ABOUT_BELOW_GITHUB.has(segment)) ||
      evidence.skillFolders.has(folder),
    example: above.example || EXAMPLES.has(segment) || EXAMPLE_SEGMENT.test(segment),
    scratch: above.scratch || SCRATCH.has(segment),
    archived: above.archived || ARCHIVED.has(segment) || ARCHIVED_SEGMENT.test(segment),
    snapshot: above.snapshot || evidence.snapshotFolders.has(folder),
    translations: above.translations || TRANSLATIONS.has(segment),
    locale: above.locale || evidence.localeFolders.has(folder) || (above.translations && LOCALE.test(segment)),
    generated:
      above.generated ||
      GENERATED.has(segment) ||
      GENERATED_SEGMENT.test(segment) ||
      evidence.generatedFolders.has(folder),
    documentation: above.documentation || DOCUMENTATION.has(segment),
    github: folder === '.github',
    workflowData: above.workflowData || (above.github && !READ_BY_FORGE.has(segment)),
    copied: above.copied || evidence.copiedFolders.has(folder),
  };
}

/** From what can never be ours to what is ours but not written by hand: the first that applies. */
function classOf(
  path: string,
  baseName: string,
  folder: FolderTraits,
  overrides: ReturnType<ReturnType<typeof readGitattributes>>,
  evidence: Evidence,
): PathClass {
  if (overrides.vendored ?? folder.vendored) return 'vendored';
  if (folder.testData) return 'fixture';
  const name = baseName.toLowerCase();
  const page = PAGE.test(name);
  const governs = GOVERNANCE.has(name);
  const stem = DATA_NAME.exec(name)?.[1];
  const data = stem !== undefined && WORKFLOW.test(path) ? undefined : stem;
  if (data !== undefined && (folder.workflowData || INVALID_STEM.test(data) || TEST_DATA_STEM.test(data)))
    return 'fixture';
  if (!governs && !overrides.documentation && (folder.testCode || (folder.testing && !page))) return 'fixture';
  if (folder.skeleton) return 'template';
  if (!governs && (folder.about || ABOUT_NAMES.has(name) || ABOUT_NAME.test(name))) return 'about';
  if (page && !folder.forgeForm && isTemplate(name, folder)) return 'template';
  if (folder.archived || (page && folder.snapshot)) return 'archived';
  if (!governs && (folder.locale || (folder.translations && !page))) return 'translated';
  if (page && isTranslatedPage(path, evidence.has)) return 'translated';
  if (folder.example || (data !== undefined && (folder.scratch || EXAMPLE_STEM.test(data)))) return 'example';
  if (!governs && folder.copied && overrides.vendored !== false) return 'vendored';
  return (overrides.generated ?? isGenerated(name, folder)) ? 'generated' : 'authored';
}

/** In a folder of templates the README and the pages of a documentation site (`.mdx`) tell about templates. */
function isTemplate(name: string, folder: FolderTraits): boolean {
  const cut = name.lastIndexOf('.');
  const stem = name.slice(0, cut);
  if (FORGE_FORM.test(name)) return false;
  if (TEMPLATE_STEM.test(stem)) return !NUMBERED_RECORD.test(stem);
  return folder.templates && stem !== 'readme' && name.slice(cut) !== '.mdx';
}

function isGenerated(name: string, folder: FolderTraits): boolean {
  return (
    folder.generated ||
    LOCK_FILES.has(name) ||
    GENERATED_NAME.test(name) ||
    (folder.documentation && name === 'index.html')
  );
}
