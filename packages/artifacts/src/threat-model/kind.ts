import type { Artifact, ReadProblem, ThreatModelFacts } from '@shipworthy/model';
import { isNamedPage, PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import { readYaml } from '../formats/yaml/index.ts';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { detectThreatModel, mayBeThreatModel } from './detect.ts';
import { readThreatPage } from './page.ts';
import { readThreagile, readThreatCatalog } from './threagile.ts';
import { readThreatDragon } from './threat-dragon.ts';

const PATH_AND_CONTENT = 0.85;
const CONTENT_ALONE = 0.7;
/** Models written in Python (pytm) are called so; no other source code is read for them. */
const PYTHON_MODEL = /^(?:.*[-_.])?(?:threat[-_]?models?|pytm|tm)(?:[-_.].*)?\.py$/i;
const PYTM = /^(?:from pytm(?:\.\w+)? import|import pytm\b)/m;
const THREAGILE = /^technical_assets:/m;
const THREAT_DRAGON = /"diagrams"\s*:/;

function sniff(file: RepositoryFile): boolean {
  const { path, text } = file;
  switch (extensionOf(path)) {
    case 'yaml':
    case 'yml':
      return (text.includes('technical_assets') && THREAGILE.test(text)) || text.includes('ThreatCatalog');
    case 'json':
      return THREAT_DRAGON.test(text) && text.includes('"threat');
    case 'py':
      return PYTM.test(text);
    default:
      return mayBeThreatModel(file);
  }
}

function parse(file: RepositoryFile): Parsed<'threat-model'> {
  switch (extensionOf(file.path)) {
    case 'yaml':
    case 'yml':
      return parseYamlModel(file);
    case 'json': {
      const facts = readThreatDragon(file.text);
      return found(file, facts, CONTENT_ALONE, ['a summary and diagrams of Threat Dragon']);
    }
    case 'py':
      return found(file, readPytm(file.text), PATH_AND_CONTENT, ['imports pytm'], 'scraped');
    default: {
      const page = file.once(pageOf);
      const facts = readThreatPage(page, file.text);
      const detection = file.declared.includes('threat-model')
        ? { confidence: 1, why: ['the configuration says so'] }
        : detectThreatModel(page, file.path, facts);
      return detection
        ? found(file, facts, detection.confidence, detection.why, 'parsed', page.title)
        : { artifacts: [], problems: [] };
    }
  }
}

function parseYamlModel(file: RepositoryFile): Parsed<'threat-model'> {
  const { documents, problems } = readYaml(file);
  for (const { root } of documents) {
    const facts = readThreagile(root) ?? readThreatCatalog(root);
    if (facts) return found(file, facts, PATH_AND_CONTENT, [`the keys of a ${facts.form} model`]);
  }
  const said = problems.map(({ what, at, effect }): ReadProblem => ({ kind: 'threat-model', what, at, effect }));
  return { artifacts: [], problems: /threagile|threat/i.test(file.baseName) ? said : [] };
}

/** What a line scan sees of a model in Python: it supports a pass and is never a gap. */
function readPytm(text: string): ThreatModelFacts {
  const boundary = /\bBoundary\(/.exec(text);
  const model = /\bTM\(/.exec(text);
  const span = (match: RegExpExecArray) => [match.index, match.index + match[0].length] as const;
  return {
    form: 'pytm',
    parts: { ...(model ? { scope: span(model) } : {}), ...(boundary ? { boundaries: span(boundary) } : {}) },
    threats: [],
  };
}

function found(
  file: RepositoryFile,
  facts: ThreatModelFacts | undefined,
  confidence: number,
  why: readonly string[],
  level: Artifact['level'] = 'parsed',
  title?: string,
): Parsed<'threat-model'> {
  if (!facts) return { artifacts: [], problems: [] };
  const { path, pathClass } = file;
  const named = title === undefined ? {} : { title };
  return {
    artifacts: [{ kind: 'threat-model', path, pathClass, level, confidence, why, id: path, ...named, facts }],
    problems: [],
  };
}

const extensionOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

/** What is protected from whom, where trust ends, and what is done about each threat. */
export const threatModelKind: KindModule<'threat-model'> = {
  kind: 'threat-model',
  factsVersion: 5,
  paths: {
    extensions: [...PAGE_EXTENSIONS, 'yaml', 'yml', 'json'],
    test: (baseName) => isNamedPage(baseName) || PYTHON_MODEL.test(baseName),
    suggested: (path) => !/\.json$/i.test(path) || /threat/i.test(path),
  },
  notIn: NEVER_OURS,
  sniff,
  load: async () => parse,
  elements: ({ facts }) => facts.threats.map(({ name, at }) => listed('threat', name, at)),
};
