import {
  type Agreement,
  type Artifact,
  type ContributingFacts,
  DEFAULT_VOCABULARY,
  type DocumentFacts,
  namesTopic,
  type Span,
} from '@shipworthy/model';
import { PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import { partNames } from '../formats/page/parts.ts';
import { type KindModule, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

const PATH_AND_CONTENT = 0.85;
const NAME =
  /^(?:contribut(?:e|ing)|contribution[-_]?(?:guide|guidelines)?|contributors?[-_]?guide|hacking)(?:\.\w+)?$/i;
const FOLDER = /^contribut(?:e|ing|ion|ions)$/i;

const TOPICS = {
  interfaces: 'interfaceAgreement',
  style: 'styleAgreement',
  tests: 'testAgreement',
  releases: 'releaseAgreement',
} as const satisfies Readonly<Record<Agreement, string>>;

/** Sentences by which prose says the same without a heading. */
const PROSE: Readonly<Record<Agreement, RegExp>> = {
  interfaces:
    /\b(?:breaking changes?|backwards?[- ]compatib\w+|public api|api (?:change|design|review)|deprecat(?:e|ion|ed)|design (?:doc|document|proposal)|(?:submit|open|write|file) an? (?:rfc|proposal|enhancement|kep|adr|design)|interface changes?|semver|semantic versioning|openapi|protobuf)/i,
  style:
    /\b(?:coding (?:style|standards?|conventions?|guidelines?)|code (?:style|conventions?)|style ?guides?|gofmt|golangci|eslint|prettier|rubocop|ruff|black|flake8|checkstyle|clang-format|rustfmt|clippy|biome|(?:npm|yarn|pnpm|make|cargo|bin\/\w+) (?:run )?(?:lint|format|fmt)|linters?\b|linting)/i,
  tests:
    /\b(?:(?:unit|integration|e2e|end-to-end|regression|acceptance) tests?|run(?:ning)? (?:all )?(?:the )?tests?|(?:write|add|include|submit|provide|adding|with) (?:new |unit |some )?tests?|(?:npm|yarn|pnpm|make|cargo|go|mvn|gradle) (?:run )?(?:test|check)\b|pytest|tests? (?:your|the|all|my) (?:\w+ )?(?:changes?|code|work)|chart-testing|test (?:suite|coverage|plan|strategy)|tests? (?:must |should )?pass)/i,
  releases:
    /\b(?:release (?:process|procedure|cycle|cadence|schedule|branch|checklist|manager|notes?)|(?:cut|make|publish|create)(?:ting|ing)? an? (?:new )?release|RELEAS(?:E|ING)\.md|release (?:job|workflow|pipeline)|releas(?:ed|es) (?:automatically|when|by)|releasing\b|changelog|changesets?\b)/i,
};
const CLOSED =
  /\b(?:no longer accept\w*|(?:do|does|are|is) not (?:currently )?accept\w*|not accepting|closed to)\b[^.\n]{0,60}\b(?:contributions?|pull requests?|prs?)\b/i;
/** Who decides alone says so. What contributors are to say of themselves has other verbs (`I have read`). */
const ONE_DECIDES =
  /\bI(?:['’]m| am| will| do(?: not|n['’]t)?| can(?:not|['’]t)?| may| might)\b[^.\n]{0,40}\b(?:accept|merge|open to|happy to (?:review|accept|merge|look)|reject|close)\b/;
const ADDRESS = /https?:\/\/[^\s<>()\]"'`]{3,300}/g;
const GUIDE = /contribut|developer|development|style-?guide|handbook|guidelines|community|engineering/i;
/** Addresses that many guides hold and that agree on nothing here. */
const NO_GUIDE =
  /\/(?:issues|pulls?|discussions)\b|contributor-covenant|code[-_]of[-_]conduct|developercertificate|\/cla\b|opensource\.guide|conventionalcommits|(?:help|docs)\.github|groups\.google|slack|discord|stackoverflow/i;
/** So few words around a link are a pointer. */
const POINTER_WORDS = 60;

function read(page: DocumentFacts, text: string): ContributingFacts {
  const names = partNames(page, text);
  const agreements: Partial<Record<Agreement, Span>> = {};
  for (const agreement of Object.keys(TOPICS) as Agreement[]) {
    const named = names.find(({ name }) => namesTopic(DEFAULT_VOCABULARY, name, TOPICS[agreement]));
    const match = named ? undefined : PROSE[agreement].exec(text);
    const at = named?.at ?? (match ? ([match.index, match.index + match[0].length] as const) : undefined);
    if (at) agreements[agreement] = at;
  }
  const guide = [...text.matchAll(ADDRESS)].find(([url]) => GUIDE.test(url) && !NO_GUIDE.test(url));
  const elsewhere: Span | undefined = guide && [guide.index, guide.index + guide[0].length];
  const words = text.split(/\s+/, POINTER_WORDS * 2).length;
  return {
    agreements,
    pointer: page.links.length > 0 && words <= POINTER_WORDS,
    closed: CLOSED.test(text),
    ...(elsewhere ? { elsewhere } : {}),
    ...(ONE_DECIDES.test(text) ? { onePerson: true } : {}),
  };
}

function parse(file: RepositoryFile): Parsed<'contributing'> {
  const page = file.once(pageOf);
  const { path, pathClass } = file;
  const artifact: Artifact<'contributing'> = {
    kind: 'contributing',
    path,
    pathClass,
    level: 'parsed',
    confidence: PATH_AND_CONTENT,
    why: ['named for contributors', `a page in ${page.format}`],
    id: path,
    ...(page.title ? { title: page.title } : {}),
    facts: read(page, file.text),
  };
  return { artifacts: [artifact], problems: [] };
}

/** Pages beside the contributor's guide are part of it, in the folder named for them. */
function isForContributors({ path, baseName, folder }: RepositoryFile): boolean {
  if (/(?:^|\/)(?:blog|posts?|news|skills|agents)\//i.test(path)) return false;
  return NAME.test(baseName) || FOLDER.test(folder.slice(folder.lastIndexOf('/') + 1));
}

/** What people who change the code base agree on. */
export const contributingKind: KindModule<'contributing'> = {
  kind: 'contributing',
  factsVersion: 2,
  paths: {
    extensions: PAGE_EXTENSIONS,
    test: (baseName) => NAME.test(baseName) && /^[^.]+(?:\.(?:txt|org|text))?$/.test(baseName),
  },
  notIn: NEVER_OURS,
  sniff: (file) => isForContributors(file) && file.text.trim() !== '',
  load: async () => parse,
};
