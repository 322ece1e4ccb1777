import type { Artifact, Span } from '@shipworthy/model';
import { proseOf } from '../decision-record/prose.ts';
import { PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import { type KindModule, listed, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { detectBrief, mayBeBrief, saidIn } from './brief.ts';
import { type Gherkin, readFeature } from './gherkin.ts';

const FEATURE = /\.feature$/i;
/** Notes for the next release that towncrier gathers, named by the issue and the sort of change: `changelog.d/1234.feature`. */
const NEWS =
  /(?:^|\/)(?:changelog\.d|changelogs?|changes|news|news\.d|newsfragments?)\/(?:.*\/)?[^/]*$|(?:^|\/)[+#]?\d+(?:\.\d+)?\.feature$/i;
/** Features that tests of a Gherkin tool are fed with. */
const TEST_DATA = /(?:^|\/)(?:testdata|test-data|test_data|__?fixtures__?|fixtures?|bad|good|golden)(?:\/|$)/i;
/** A line without which no page is one whose path does not say so. */
const HINT =
  /^[#=*_\d.) \t]{0,8}(?:acceptance criteria|user stor|definition of done|success (?:metric|criteri|measure)|akzeptanzkriterien|critères d|criterios de|受け入れ|验收|(?:non[- ]?)?functional requirement|(?:user|business) requirement|exigences |(?:nicht[- ]?)?funktionale anf|requisitos |非?功能需求)/im;
const PATH_HINT = /(?:^|[/_. -])(?:prds?|requirements?|stor(?:y|ies)|briefs?|specs?)(?:[/_. -])/i;

function parseFeature(file: RepositoryFile, gherkin: Gherkin): Parsed<'requirements'> {
  const read = readFeature(gherkin, file.text);
  if (!read) return { artifacts: [], problems: [] };
  if ('problem' in read) return { artifacts: [], problems: [read.problem] };
  return { artifacts: [made(file, 0.85, ['Gherkin'], read.facts, read.name, read.at)], problems: [] };
}

function parseBrief(file: RepositoryFile): Parsed<'requirements'> {
  const page = file.once(pageOf);
  const brief = file.declared.includes('requirements')
    ? { form: 'brief' as const, confidence: 1, why: ['the configuration says so'] }
    : detectBrief(page, file.path, () => file.once(proseOf));
  if (!brief) return { artifacts: [], problems: [] };
  const facts = { form: brief.form, scenarios: [], tags: [], says: saidIn(file.once(proseOf)) };
  return { artifacts: [made(file, brief.confidence, brief.why, facts, page.title)], problems: [] };
}

function made(
  { path, pathClass }: RepositoryFile,
  confidence: number,
  why: readonly string[],
  facts: Artifact<'requirements'>['facts'],
  title: string | undefined,
  at?: Span,
): Artifact<'requirements'> {
  return {
    kind: 'requirements',
    path,
    pathClass,
    level: 'parsed',
    confidence,
    why,
    id: path,
    ...(title ? { title } : {}),
    ...(at ? { at } : {}),
    facts,
  };
}

/** What was asked for: features in Gherkin, product briefs, pages of acceptance criteria. */
export const requirementsKind: KindModule<'requirements'> = {
  kind: 'requirements',
  factsVersion: 3,
  paths: { extensions: [...PAGE_EXTENSIONS, 'feature'] },
  // Features lie among the tests that run them; pages there are not looked at.
  notIn: ['vendored', 'about', 'template', 'translated'],
  sniff: (file) => {
    if (file.declared.includes('requirements')) return true;
    if (FEATURE.test(file.path)) return !TEST_DATA.test(file.path) && !NEWS.test(file.path) && file.text.trim() !== '';
    return file.pathClass !== 'fixture' && mayBeBrief(file) && (PATH_HINT.test(file.path) || HINT.test(file.text));
  },
  load: async () => {
    const gherkin = await import('@cucumber/gherkin');
    return (file) => (FEATURE.test(file.path) ? parseFeature(file, gherkin) : parseBrief(file));
  },
  elements: ({ facts }) => facts.scenarios.map(({ name, at }) => listed('scenario', name, at)),
};
