import type { Artifact } from '@shipworthy/model';
import { pageOf } from '../document/page-of.ts';
import { readTemplateYaml } from '../formats/template/index.ts';
import type { YamlNode } from '../formats/yaml/index.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { objectivesIn } from './dialects.ts';
import { sloPage } from './page.ts';
import { jsonnetObjectives, scrapedForms, terraformObjectives } from './programs.ts';

type SloArtifact = Artifact<'slo'>;

/** The objectives of a file: one artifact for each document. */
export function parseSlo(file: RepositoryFile): Parsed<'slo'> {
  const extension = file.path.slice(file.path.lastIndexOf('.') + 1).toLowerCase();
  if (/^ya?ml$/.test(extension)) return { artifacts: yamlObjectives(file), problems: [] };
  const form = scrapedForms[extension];
  if (!form) return { artifacts: pageObjectives(file), problems: [] };
  const objectives = form === 'terraform' ? terraformObjectives(file) : jsonnetObjectives(file);
  if (objectives.length === 0) return { artifacts: [], problems: [] };
  const why = [form === 'terraform' ? 'a resource that makes an objective' : 'objects that are objectives'];
  return {
    artifacts: [{ ...base(file), level: 'scraped', confidence: 0.85, why, facts: { form, objectives } }],
    problems: [],
  };
}

const base = (file: RepositoryFile) =>
  ({ kind: 'slo', path: file.path, pathClass: file.pathClass, id: file.path }) as const;

function yamlObjectives(file: RepositoryFile): SloArtifact[] {
  const yaml = readTemplateYaml(file);
  const text = {
    original: file.text,
    parsed: yaml.text,
    level: yaml.level,
    unknown: yaml.unknown,
    place: (span: readonly [number, number]) => span,
  };
  const roots = yaml.documents.flatMap(({ root }): readonly YamlNode[] =>
    root.kind === 'map' && root.text('kind') === 'List' ? root.items('items') : [root],
  );
  return roots.flatMap((root) => {
    const found = root.kind === 'map' ? objectivesIn(root, text) : undefined;
    if (!found || root.kind !== 'map') return [];
    const { form, why, objectives } = found;
    const name = root.map('metadata')?.text('name') ?? root.text('service');
    return {
      ...base(file),
      level: yaml.level,
      confidence: 0.85,
      why: [why],
      id: name !== undefined && roots.length > 1 ? name : file.path,
      ...(name !== undefined && { title: name }),
      at: root.span,
      facts: { form, objectives },
    };
  });
}

function pageObjectives(file: RepositoryFile): SloArtifact[] {
  const page = file.once(pageOf);
  const found = sloPage(page, file.path, file.text, file.declared.includes('slo'));
  if (!found) return [];
  const { objectives, confidence, why } = found;
  const title = page.title === undefined ? {} : { title: page.title };
  return [{ ...base(file), level: 'parsed', confidence, why, ...title, facts: { form: 'page', objectives } }];
}
