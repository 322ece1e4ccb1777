import type { ArchitectureDocFacts, Artifact, DocumentFacts } from '@shipworthy/model';
import { headText, holdsAny } from '../document/hints.ts';
import { PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import { type KindModule, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { detectArchitecture, textOf } from './detect.ts';
import { readModel } from './structurizr.ts';

/** In lower case; without one of them in its path or its first lines, no page is about the structure. */
const WORDS = ['architect', 'arkitektur', 'アーキテクチャ', '架构', 'workspace', 'design'];
/** Units of a text that are looked at first. */
const HEAD = 1_000;
const MODEL = /\.dsl$/i;

function parseArchitecture(file: RepositoryFile): Parsed<'architecture-doc'> {
  if (MODEL.test(file.path)) {
    const facts = readModel(file.text);
    return { artifacts: facts ? [made(file, 0.85, ['a Structurizr workspace'], facts)] : [], problems: [] };
  }
  const page = file.once(pageOf);
  const declared = file.declared.includes('architecture-doc');
  const found = declared ? { confidence: 1, why: ['the configuration says so'] } : detectArchitecture(page, file.path);
  if (!found) return { artifacts: [], problems: [] };
  const facts = { form: 'page' as const, diagrams: diagramsOf(page), size: textOf(page) };
  return { artifacts: [made(file, found.confidence, found.why, facts, page.title)], problems: [] };
}

function made(
  { path, pathClass }: RepositoryFile,
  confidence: number,
  why: readonly string[],
  facts: ArchitectureDocFacts,
  title?: string,
): Artifact<'architecture-doc'> {
  return {
    kind: 'architecture-doc',
    path,
    pathClass,
    level: 'parsed',
    confidence,
    why,
    id: path,
    ...(title ? { title } : {}),
    facts,
  };
}

const LANGUAGES: Readonly<Record<string, 'mermaid' | 'plantuml' | 'dot'>> = {
  mermaid: 'mermaid',
  plantuml: 'plantuml',
  puml: 'plantuml',
  uml: 'plantuml',
  dot: 'dot',
  graphviz: 'dot',
};
/** Boxes and arrows drawn with characters. */
const DRAWN = /[┌│├└─▶►]|\+--+\+|--+>/;

function diagramsOf(page: DocumentFacts): ArchitectureDocFacts['diagrams'] {
  const fences = page.fences.flatMap(({ language, first, at }) => {
    const form = LANGUAGES[language] ?? (DRAWN.test(first) ? ('ascii' as const) : undefined);
    return form ? [{ form, at }] : [];
  });
  const pictures = page.links
    .filter(({ form, target }) => form === 'image' && !/shields\.io|badge/i.test(target))
    .map(({ at }) => ({ form: 'picture' as const, at }));
  return [...fences, ...pictures].sort((a, b) => a.at[0] - b.at[0]);
}

/** A document about the structure of the system. */
export const architectureDocKind: KindModule<'architecture-doc'> = {
  kind: 'architecture-doc',
  factsVersion: 1,
  paths: { extensions: [...PAGE_EXTENSIONS, 'dsl'] },
  notIn: NEVER_OURS,
  sniff: (file) =>
    file.declared.includes('architecture-doc') ||
    holdsAny(file.path.toLowerCase(), WORDS) ||
    holdsAny(file.once(headText).slice(0, HEAD), WORDS),
  load: async () => parseArchitecture,
};
