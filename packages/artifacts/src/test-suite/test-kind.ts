import type { Artifact, TestKind } from '@shipworthy/model';
import type { KindModule, Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { suiteOf } from './read-suite.ts';
import { testSampling } from './sample.ts';

/** The five kinds are read together: what changes one changes the others. */
const FACTS_VERSION = 9;
/** A path of tests and the tests in it. */
const CONFIDENCE = 0.85;

/** One of the five kinds of tests. Each file is of one layer. */
export function testKind<K extends TestKind>(kind: K): KindModule<TestKind> {
  return {
    kind,
    factsVersion: FACTS_VERSION,
    paths: { suggested: () => false },
    sample: testSampling,
    notIn: ['vendored', 'about', 'template', 'translated'],
    sniff: (file) => file.declared.includes(kind) || file.once(suiteOf)?.layer === kind.slice('test-'.length),
    load: async () => (file) => parseSuite(file, kind),
  };
}

function parseSuite(file: RepositoryFile, kind: TestKind): Parsed<TestKind> {
  const suite = file.once(suiteOf);
  if (!suite) return { artifacts: [], problems: [] };
  const { facts, why } = suite;
  const artifact: Artifact<TestKind> = {
    kind,
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: CONFIDENCE,
    why,
    id: file.path,
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}
