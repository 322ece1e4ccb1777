import { defineRule, link, type PipelineJob, type Place, profile, type SourceLanguage } from '@shipworthy/rule-kit';
import { EVERY_SUITE, placeOf, suitesOf } from '../suites.ts';

/** A language with this share of the sources is a main one ... */
const MAIN_SHARE = 0.3;
/** ... if they are more than a handful. */
const MAIN_FILES = 15;
/** Fewer files than these beside infrastructure are its glue. */
const PROGRAM_FILES = 3;
/** Of sources that may hold their tests themselves some are read; with more than these, none found says little. */
const INLINE_READ = 25;

export default defineRule({
  id: 'test/present',
  title: 'There are tests, in every main language',
  stages: ['test'],
  qualities: ['reliability', 'maintainability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'essential',
  subject: 'repository',
  presence: {
    asked: ['library', 'command', 'service', 'web-app', 'mobile', 'data-pipeline', 'shipped-component', 'script'],
    hinted: ['infrastructure'],
    kinds: ['test-unit'],
  },
  needs: {
    ...EVERY_SUITE,
    program: link('repository -> tests'),
    pipelines: link('repository -> pipelines'),
    profile: profile(),
  },
  messages: {
    none: 'No tests found for {what} ({language}, {files}). Whoever changes it next learns only from users what broke. Begin with one test for the function you are most afraid of.',
    language:
      'No tests found for the {language} in {what} ({files}), though other parts have some: a change there is tried out by users first. Begin with the function you are most afraid of.',
  },
  check(repository, { given, fault, gaps, skip, unknown }) {
    const { languages, named, sample } = given.program;
    const [first] = languages;
    const suites = suitesOf(given);
    const [suite] = suites;
    if (!suite) {
      const run = testedBy(given.pipelines.jobs);
      if (run) return unknown(`a pipeline runs tests (${run.tool}), and none was recognised here`, run.at);
      if (sample)
        return unknown(
          `${named === 1 ? 'a file looks' : `${named} files look`} like tests, in a form not known`,
          sample,
        );
      const runs = given.profile.archetypes.some(({ name }) => name === 'infrastructure');
      if (runs && first && (first.name === 'shell' || first.files < PROGRAM_FILES))
        return skip('a few scripts beside infrastructure are no program of its own');
      if (!first) return skip('no program in a language whose tests are known');
      if (first.inline && first.files > INLINE_READ)
        return unknown(`of ${first.files} sources that may hold tests only some were read`, first.sample);
      const isScript = given.profile.archetypes.every(({ name }) => name === 'script');
      const options = { related: [{ at: first.sample, message: 'one of the sources' }] };
      return gaps(
        [fault('none', repository.at(), shown(first), isScript ? { ...options, severity: 'info' } : options)],
        repository.at(),
      );
    }
    const total = languages.reduce((sum, { files }) => sum + files, 0);
    const tested = new Set(suites.map(({ facts }) => facts.language));
    const inBrowser = suites.some(({ facts }) => facts.means.includes('browser') || facts.means.includes('device'));
    const untested = languages.filter(
      (language) =>
        language.files >= MAIN_FILES &&
        language.files / total >= MAIN_SHARE &&
        language.named === 0 &&
        !language.inline &&
        !language.testedIn.some((name) => tested.has(name)) &&
        !(inBrowser && SEEN_IN_A_BROWSER.has(language.name)),
    );
    return gaps(
      untested.map((language) =>
        fault('language', { path: language.folder || '.', absent: true }, shown(language), {
          severity: 'info',
          discriminator: language.name,
          related: [{ at: language.sample, message: 'one of the sources' }],
        }),
      ),
      placeOf(suite),
    );
  },
});

const SEEN_IN_A_BROWSER: ReadonlySet<string> = new Set(['JavaScript', 'TypeScript', 'PHP', 'Ruby']);

const shown = ({ name, files, folder }: SourceLanguage) => ({
  what: folder === '' ? 'it' : `${folder}/`,
  language: name,
  files: files === 1 ? '1 file' : `${files} files`,
});

/** A build runs tests if there are any: only a command that says so shows that there are. */
const BUILDS = /gradle|mvn|maven|sbt|bazel|ant$|msbuild/i;
const saysTest = (command: string): boolean => /test|spec\b|e2e/i.test(command);

/** The first command of a pipeline that runs tests. */
function testedBy(jobs: readonly PipelineJob[]): { readonly tool: string; readonly at: Place } | undefined {
  for (const { purposes } of jobs)
    for (const { purpose, tool, at, through } of purposes.found)
      if (
        (purpose === 'unit' || purpose === 'integration' || purpose === 'e2e') &&
        (!BUILDS.test(tool) || through.some(saysTest))
      )
        return { tool, at };
  return undefined;
}
